/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an owner puts into a submission: document, contributors, evidence, statements.
 */
#include "comark-desk-demo-story.h"

#include "comark-desk-demo-document.h"
#include "comark-desk-submissions.h"

#define MANY 20

/* ---- files ---- */

/* @name's ending says what is made of the text @from. Returns: (transfer full) */
static GBytes *
make_file (ComarkDemo *self, const char *folder, const char *from, const char *name,
           GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", folder, from);
  g_autofree char *text = comark_demo_load_text (self->days, path, error);

  if (text == NULL)
    return NULL;
  if (g_str_has_suffix (name, ".pdf"))
    return comark_demo_typeset (text, error);
  if (g_str_has_suffix (name, ".png"))
    return comark_demo_draw_flipchart (text, error);
  return g_bytes_new (text, strlen (text));
}

/* @key names the text it is made of. */
static gboolean
set_document (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *key,
              GError **error)
{
  g_autofree char *from = comark_demo_word (story->keys, "submission", key);
  g_autofree char *title = comark_demo_word (story->keys, "submission", "title");
  g_auto (GStrv) parts = g_strsplit_set (title, ":?/", 2);
  g_autofree char *filename = g_strconcat (g_strchomp (parts[0]), ".pdf", NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (*from == '\0')
    return TRUE;
  bytes = make_file (self, "documents", from, filename, error);
  return bytes != NULL && comark_desk_set_document (desk, story->ref, bytes, filename, error);
}

/* ---- contributors ---- */

static gboolean
add_contributor (ComarkDesk *desk, ComarkDemoStory *story, const char *group, GError **error)
{
  g_autofree char *name = comark_demo_word (story->keys, group, "name");
  g_autofree char *part = comark_demo_word (story->keys, group, "part");
  ComarkContributorForm form = {
    .name = name,
    .part = part,
    .lived_experience = g_key_file_get_boolean (story->keys, group, "lived", NULL),
    .credit = g_key_file_get_boolean (story->keys, group, "credit", NULL),
    .agreed = g_key_file_get_boolean (story->keys, group, "agreed", NULL),
  };

  return comark_desk_save_contributor (desk, story->ref, &form, error);
}

/* ---- evidence ---- */

static gboolean
add_evidence (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *group,
              GError **error)
{
  GKeyFile *keys = story->keys;
  g_autofree char *title = comark_demo_word (keys, group, "title");
  g_autofree char *description = comark_demo_word (keys, group, "description");
  g_autofree char *filename = comark_demo_word (keys, group, "file");
  g_autofree char *from = comark_demo_word (keys, group, "from");
  g_autofree char *criteria = comark_demo_word (keys, group, "criteria");
  g_auto (GStrv) ids = g_strsplit (criteria, " ", -1);
  g_autoptr (GBytes) bytes = NULL;
  ComarkEvidenceForm form = {
    .title = title,
    .description = description,
    .day = comark_demo_day (self, keys, group, "day"),
    .criteria = (const char *const *) ids,
    .filename = filename,
  };

  if (*filename != '\0')
    {
      bytes = make_file (self, "evidence", from, filename, error);
      if (bytes == NULL)
        return FALSE;
    }
  form.bytes = bytes;
  return comark_desk_save_evidence (desk, story->ref, &form, error);
}

/* ---- statements ---- */

static gboolean
add_statements (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkDemoStory *story = data;
  g_auto (GStrv) criteria = g_key_file_get_keys (story->keys, "statements", NULL, NULL);

  for (guint i = 0; criteria != NULL && criteria[i] != NULL; i++)
    {
      g_autofree char *body = comark_demo_word (story->keys, "statements", criteria[i]);

      if (!comark_desk_save_statement (desk, story->ref, criteria[i], body, 0, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_numbered (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, guint n, GError **error)
{
  g_autofree char *contributor = g_strdup_printf ("contributor %u", n);
  g_autofree char *evidence = g_strdup_printf ("evidence %u", n);

  return (!g_key_file_has_group (story->keys, contributor)
          || add_contributor (desk, story, contributor, error))
         && (!g_key_file_has_group (story->keys, evidence)
             || add_evidence (desk, self, story, evidence, error));
}

gboolean
comark_demo_prepare (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  if (!set_document (desk, self, story, "document", error)
      || !comark_desk_write (desk, "demo-statements", add_statements, story, error))
    return FALSE;
  for (guint n = 1; n <= MANY; n++)
    if (!add_numbered (desk, self, story, n, error))
      return FALSE;
  return TRUE;
}

/* The next version of the document. */
gboolean
comark_demo_revise (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  return set_document (desk, self, story, "revised", error);
}
