/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * submission compare: two versions of a document; review versions: those of a review.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-people.h"
#include "comark-desk-text.h"
#include "comark-desk-versions.h"
#include "comark-dossier.h"
#include "comark-review-diff.h"
#include "comark-version-diff.h"

/* ---- words ---- */

/* "We met [-twice-] {+six times+}", as git writes it. */
static char *
words_of (GArray *spans, const char *old, const char *new)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const ComarkWordSpan *span = &g_array_index (spans, ComarkWordSpan, i);
      gboolean is_removed = span->kind == COMARK_DIFF_REMOVED;

      if (is_removed)
        g_string_append (text, "[-");
      else if (span->kind == COMARK_DIFF_ADDED)
        g_string_append (text, "{+");
      if (is_removed)
        g_string_append_len (text, old + span->old_start, span->old_end - span->old_start);
      else
        g_string_append_len (text, new + span->new_start, span->new_end - span->new_start);
      g_string_append (text, is_removed ? "-]" : span->kind == COMARK_DIFF_ADDED ? "+}" : "");
    }
  return g_string_free (text, FALSE);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_spans (JsonBuilder *builder, GArray *spans, const char *old, const char *new)
{
  static const char *const kinds[] = { "same", "removed", "added" };

  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const ComarkWordSpan *span = &g_array_index (spans, ComarkWordSpan, i);
      gboolean is_removed = span->kind == COMARK_DIFF_REMOVED;
      g_autofree char *text
        = is_removed ? g_strndup (old + span->old_start, span->old_end - span->old_start)
                     : g_strndup (new + span->new_start, span->new_end - span->new_start);

      json_builder_begin_object (builder);
      comark_cli_json_text (builder, kinds[span->kind], text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* ---- submission compare ---- */

typedef struct
{
  const char *ref;
  gint64 from, to;
  gboolean since_rated;
} Compare;

static gboolean
find_rated (ComarkDesk *desk, Compare *self, GError **error)
{
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, self->ref, error);

  if (dossier == NULL)
    return FALSE;
  self->from = dossier->rated_version;
  return self->from > 0
         || comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                "There is no newer version than the one that you rated.");
}

static gpointer
read_versions (ComarkDesk *desk, gpointer data, GError **error)
{
  Compare *self = data;

  return !self->since_rated || find_rated (desk, self, error)
           ? comark_desk_read_versions (desk, self->ref, self->from, self->to, error)
           : NULL;
}

/* "p. 3", or "p. 3 → 4"; "" for a kind without pages. */
static char *
pages_of (const ComarkReadingBlock *old, const ComarkReadingBlock *new)
{
  int was = old != NULL ? old->page : -1, is = new != NULL ? new->page : -1;

  if (was < 0 && is < 0)
    return g_strdup ("");
  if (was >= 0 && is >= 0 && was != is)
    return g_strdup_printf ("p. %d → %d", was + 1, is + 1);
  return g_strdup_printf ("p. %d", MAX (was, is) + 1);
}

static void
print_part (ComarkVersionDiff *diff, const ComarkTextPart *part, guint number)
{
  const ComarkReadingBlock *old = comark_version_diff_get_block (diff, part, COMARK_VERSION_OLD);
  const ComarkReadingBlock *new = comark_version_diff_get_block (diff, part, COMARK_VERSION_NEW);
  g_autofree char *pages = pages_of (old, new);
  g_autofree char *words
    = part->spans != NULL ? words_of (part->spans, old->text, new->text)
                          : g_strdup (new != NULL ? new->text : old->text);

  comark_cli_print ("%3u  %-8s %-10s %s", number, comark_text_fate_nick (part->fate), pages,
                    words);
}

static gboolean
is_change (const ComarkTextPart *part)
{
  return part->fate != COMARK_TEXT_SAME && part->fate != COMARK_TEXT_MOVED_AWAY;
}

static gboolean
is_incomplete (ComarkVersionDiff *diff)
{
  return comark_version_diff_is_cut (diff, COMARK_VERSION_OLD)
         || comark_version_diff_is_cut (diff, COMARK_VERSION_NEW);
}

static void
print_summary (ComarkVersionPair *pair, ComarkVersionDiff *diff)
{
  const ComarkTextDiff *words = comark_version_diff_get_words (diff);

  if (!comark_version_diff_has_words (diff, COMARK_VERSION_OLD)
      || !comark_version_diff_has_words (diff, COMARK_VERSION_NEW))
    comark_cli_print ("One of the versions has no words that can be read.");
  else if (words->n_changes == 0)
    comark_cli_print ("%s", g_strcmp0 (pair->old->hash, pair->new->hash) == 0
                              ? "It is the same file."
                              : "The words are the same; the file differs.");
  if (is_incomplete (diff))
    comark_cli_print ("Not all of the words could be read.");
  if (words->is_rough)
    comark_cli_print ("It is too long to look for the fewest changes: more is listed than need "
                      "be.");
}

static void
print_changes (ComarkVersionPair *pair, ComarkVersionDiff *diff)
{
  const ComarkTextDiff *words = comark_version_diff_get_words (diff);
  guint number = 0;

  for (guint i = 0; i < words->parts->len; i++)
    {
      const ComarkTextPart *part = &g_array_index (words->parts, ComarkTextPart, i);
      if (is_change (part))
        print_part (diff, part, ++number);
    }
  print_summary (pair, diff);
}

static void
add_block (JsonBuilder *builder, const char *name, const ComarkReadingBlock *block)
{
  json_builder_set_member_name (builder, name);
  if (block == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_int (builder, "page", block->page + 1);
  comark_cli_json_text (builder, "text", block->text);
  json_builder_end_object (builder);
}

static void
add_part (JsonBuilder *builder, ComarkVersionDiff *diff, const ComarkTextPart *part)
{
  const ComarkReadingBlock *old = comark_version_diff_get_block (diff, part, COMARK_VERSION_OLD);
  const ComarkReadingBlock *new = comark_version_diff_get_block (diff, part, COMARK_VERSION_NEW);

  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "change", comark_text_fate_nick (part->fate));
  add_block (builder, "old", old);
  add_block (builder, "new", new);
  if (part->spans != NULL)
    add_spans (builder, part->spans, old->text, new->text);
  json_builder_end_object (builder);
}

static void
print_json (ComarkVersionPair *pair, ComarkVersionDiff *diff)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const ComarkTextDiff *words = comark_version_diff_get_words (diff);

  json_builder_begin_object (builder);
  add_int (builder, "from", pair->old->n);
  add_int (builder, "to", pair->new->n);
  json_builder_set_member_name (builder, "same_file");
  json_builder_add_boolean_value (builder, g_strcmp0 (pair->old->hash, pair->new->hash) == 0);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, !is_incomplete (diff));
  json_builder_set_member_name (builder, "fewest");
  json_builder_add_boolean_value (builder, !words->is_rough);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < words->parts->len; i++)
    if (is_change (&g_array_index (words->parts, ComarkTextPart, i)))
      add_part (builder, diff, &g_array_index (words->parts, ComarkTextPart, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static int
run_compare (ComarkCli *cli, Compare *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkVersionDiff) diff = NULL;
  int status;
  g_autoptr (ComarkVersionPair) pair
    = comark_cli_run (cli, COMARK_STORE_READ, read_versions, wanted, &status);

  if (pair == NULL)
    return status;
  diff = comark_version_diff_read (pair->old_bytes, pair->new_bytes, NULL, NULL, NULL, &error);
  if (diff == NULL)
    return comark_cli_fail (cli, error);
  if (cli->json)
    print_json (pair, diff);
  else
    print_changes (pair, diff);
  return status;
}

int
comark_cli_submission_compare (ComarkCli *cli, int argc, char **argv)
{
  Compare wanted = { NULL };
  int from = 0, to = 0;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_INT, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_INT, &to, NULL, NULL },
    { "since-rated", 0, 0, G_OPTION_ARG_NONE, &wanted.since_rated, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (from < 0 || to < 0)
    return comark_cli_misuse (cli, "Versions count from 1.");
  if (wanted.since_rated && from > 0)
    return comark_cli_misuse (cli, "Say --from or --since-rated, not both.");
  wanted.ref = argv[1];
  wanted.from = from;
  wanted.to = to;
  return run_compare (cli, &wanted);
}

/* ---- review versions ---- */

typedef struct
{
  const char *ref;
  char *member;
  int from, to; /* 0, 0: list them */
  GPtrArray *criteria;
  ComarkFramework *framework;
} Versions;

static gpointer
list_versions (ComarkDesk *desk, gpointer data, GError **error)
{
  Versions *self = data;
  g_autoptr (ComarkPerson) member = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;

  if (self->member != NULL
      && (member = comark_desk_find_person (desk, self->member, error)) == NULL)
    return NULL;
  dossier = comark_desk_open_dossier (desk, self->ref, error);
  if (dossier == NULL)
    return NULL;
  self->criteria = g_ptr_array_ref (dossier->criteria);
  self->framework = g_object_ref (dossier->framework);
  return comark_desk_list_review_versions (desk, self->ref, member != NULL ? &member->id : NULL,
                                           error);
}

static void
print_version (guint number, ComarkReviewVersion *version)
{
  g_autofree char *when = comark_ms_to_words (version->submitted_at);

  comark_cli_print ("%3u  round %d  %-5s  %s, %u ratings%s", number, (int) version->round,
                    comark_stage_nick (version->stage), when, version->ratings->len,
                    version->reopened_at > 0 ? ", reopened"
                    : version->counts        ? ", counts"
                                             : "");
}

static void
print_row (const ComarkReviewDiffRow *row)
{
  g_autofree char *was = comark_value_to_text (row->before != NULL ? row->before->value
                                                                   : COMARK_VALUE_NONE);
  g_autofree char *is = comark_value_to_text (row->after != NULL ? row->after->value
                                                                 : COMARK_VALUE_NONE);
  g_autofree char *words = words_of (row->spans, row->reason_before, row->reason_after);

  if (row->criterion == NULL)
    comark_cli_print ("overall  %s", words);
  else
    comark_cli_print ("%-4s %-3s → %-3s %s", row->criterion->id, *was ? was : "–",
                      *is ? is : "–", words);
}

static void
add_row (JsonBuilder *builder, const ComarkReviewDiffRow *row)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "criterion", row->criterion != NULL ? row->criterion->id : NULL);
  json_builder_set_member_name (builder, "before");
  comark_cli_json_record (builder, (ComarkRecord *) row->before);
  json_builder_set_member_name (builder, "after");
  comark_cli_json_record (builder, (ComarkRecord *) row->after);
  add_spans (builder, row->spans, row->reason_before, row->reason_after);
  json_builder_end_object (builder);
}

static void
compare_reviews (ComarkCli *cli, Versions *self, GPtrArray *versions)
{
  g_autoptr (GPtrArray) rows
    = comark_review_diff (self->criteria, g_ptr_array_index (versions, self->from - 1),
                          g_ptr_array_index (versions, self->to - 1));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = 0;

  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const ComarkReviewDiffRow *row = g_ptr_array_index (rows, i);

      if (!comark_review_diff_row_differs (row))
        continue;
      n++;
      if (cli->json)
        add_row (builder, row);
      else
        print_row (row);
    }
  json_builder_end_array (builder);
  if (cli->json)
    comark_cli_json_print (builder);
  else if (n == 0)
    comark_cli_print ("They say the same.");
}

static int
show_versions (ComarkCli *cli, Versions *self, GPtrArray *versions)
{
  guint last = versions->len;

  if (self->from > 0 && ((guint) self->from > last || (guint) self->to > last))
    return comark_cli_misuse (cli, "There are %u versions here.", last);
  if (self->from > 0)
    compare_reviews (cli, self, versions);
  else if (cli->json)
    comark_cli_json_print_records (versions);
  for (guint i = 0; self->from == 0 && !cli->json && i < last; i++)
    print_version (i + 1, g_ptr_array_index (versions, i));
  if (last == 0 && !cli->json)
    comark_cli_print ("Nothing has been handed in yet.");
  return COMARK_CLI_DONE;
}

int
comark_cli_review_versions (ComarkCli *cli, int argc, char **argv)
{
  Versions wanted = { NULL };
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &wanted.member, NULL, NULL },
    { "from", 0, 0, G_OPTION_ARG_INT, &wanted.from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_INT, &wanted.to, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GPtrArray) versions = NULL;
  int status = COMARK_CLI_USAGE;

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return status;
  wanted.ref = argv[1];
  if ((wanted.from > 0) != (wanted.to > 0) || wanted.from < 0 || wanted.to < 0)
    comark_cli_misuse (cli, "To compare two versions say both --from and --to; they count from "
                            "1.");
  else
    versions = comark_cli_run (cli, COMARK_STORE_READ, list_versions, &wanted, &status);
  if (versions != NULL)
    status = show_versions (cli, &wanted, versions);
  g_clear_pointer (&wanted.criteria, g_ptr_array_unref);
  g_clear_object (&wanted.framework);
  g_free (wanted.member);
  return status;
}
