/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-standing-rows.h"

#include "comark-id-list.h"
#include "comark-interests.h"

enum
{
  COLUMN_ID,
  COLUMN_STATE,
  COLUMN_OWNER,
  COLUMN_MEETING,
  COLUMN_SEALED,
  COLUMN_TOLD,
  COLUMN_CONTRIBUTOR,
  COLUMN_REPLY,
  COLUMN_PEERS_OPENED,
  COLUMN_ON_THE_DAY,
  COLUMN_INTEREST_KIND,
  COLUMN_INTEREST_EFFECT,
  COLUMN_ANSWERED_DOCUMENT,
  COLUMN_ANSWERED_CONTRIBUTORS,
  COLUMN_DOCUMENT,
  COLUMN_CONTRIBUTORS,
  COLUMN_FIRST_REVIEW,
  COLUMN_FINAL_REVIEW,
  COLUMN_MARK,
  COLUMN_DEPUTY,
  COLUMN_ASKED,
};

/* "taken_back_at IS NULL" is what lets the engine use the index of standing decisions. */
#define STANDING_SELECT                                                                          \
  "SELECT s.id, s.state, s.owner,"                                                               \
  " (SELECT max(m.phase || ' ' || m.pause) FROM meeting m"                                       \
  "   WHERE m.submission=s.id AND m.round=s.round AND m.state='open'),"                          \
  " (SELECT count(*) FROM decision d"                                                            \
  "   WHERE d.submission=s.id AND d.round=s.round AND d.taken_back_at IS NULL"                   \
  "   AND d.sealed_at IS NOT NULL),"                                                             \
  " (SELECT count(*) FROM told t WHERE t.submission=s.id AND t.round=s.round),"                  \
  " (SELECT count(*) FROM contributor c"                                                         \
  "   WHERE c.submission=s.id AND c.person=$1 AND c.removed_at IS NULL),"                        \
  " v.reply, v.peers_opened_at, v.on_the_day, i.kind, i.effect, i.document_n, i.n_contributors," \
  " (SELECT coalesce(max(d.n), 0) FROM document d WHERE d.submission=s.id),"                     \
  " (SELECT count(*) FROM contributor c WHERE c.submission=s.id),"                               \
  " (SELECT r.state FROM review r WHERE r.submission=s.id AND r.person=$1"                       \
  "   AND r.round=s.round AND r.stage='first'),"                                                 \
  " (SELECT r.state FROM review r WHERE r.submission=s.id AND r.person=$1"                       \
  "   AND r.round=s.round AND r.stage='final'),"                                                 \
  " (SELECT k.state FROM mark k WHERE k.submission=s.id"                                         \
  "   ORDER BY k.issued_at DESC, k.id DESC LIMIT 1),"                                            \
  " (SELECT count(*) FROM attendance a JOIN meeting m ON m.id=a.meeting"                         \
  "   WHERE m.submission=s.id AND m.round=s.round AND a.person=$1 AND a.deputy=1),"              \
  " (SELECT count(*) FROM asking q WHERE q.submission=s.id AND q.round=s.round)"                 \
  " FROM submission s"                                                                           \
  " LEFT JOIN invitation v ON v.submission=s.id AND v.person=$1"                                 \
  " LEFT JOIN interest i ON i.submission=s.id AND i.person=$1 AND i.n="                          \
  "  (SELECT max(j.n) FROM interest j WHERE j.submission=s.id AND j.person=$1)"                  \
  " WHERE s.id IN "

gboolean
comark_standing_rows_person (ComarkSql *sql, const ComarkId *person, ComarkStanding *standing,
                             GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    "SELECT p.active, p.kind, r.role,"
    " (SELECT count(*) FROM setting t WHERE t.name='practice-first' AND t.value='yes'),"
    " (SELECT count(*) FROM practice_done d WHERE d.person=p.id)"
    " FROM person p LEFT JOIN person_role r ON r.person=p.id"
    " WHERE p.id=$1", "k", person);
  gboolean row;

  if (st == NULL)
    return FALSE;
  while (comark_statement_step (st, &row, error))
    {
      ComarkRole role;

      if (!row)
        return TRUE;
      standing->active = comark_statement_column_int (st, 0) == 1;
      standing->practice_waits = comark_statement_column_int (st, 3) > 0
                                 && comark_statement_column_int (st, 4) == 0;
      comark_member_kind_from_nick (comark_statement_column_text (st, 1), &standing->kind);
      if (comark_role_from_nick (comark_statement_column_text (st, 2), &role))
        standing->roles |= role;
    }
  return FALSE;
}

static ComarkReviewState
review_state (const char *state)
{
  if (state == NULL)
    return COMARK_REVIEW_NONE;
  return g_str_equal (state, "submitted") ? COMARK_REVIEW_SUBMITTED : COMARK_REVIEW_DRAFT;
}

static void
fill_interest (ComarkStatement *st, ComarkStanding *standing)
{
  comark_interest_kind_from_nick (comark_statement_column_text (st, COLUMN_INTEREST_KIND),
                                  &standing->interest_kind);
  comark_interest_effect_from_nick (comark_statement_column_text (st, COLUMN_INTEREST_EFFECT),
                                    &standing->interest_effect);
  standing->interest_current
    = comark_interests_is_current (standing->interest_kind,
                                   comark_statement_column_int (st, COLUMN_ANSWERED_DOCUMENT),
                                   comark_statement_column_int (st, COLUMN_DOCUMENT),
                                   comark_statement_column_int (st, COLUMN_ANSWERED_CONTRIBUTORS),
                                   comark_statement_column_int (st, COLUMN_CONTRIBUTORS));
}

static void
fill_panel_part (ComarkStatement *st, ComarkStanding *standing)
{
  const char *reply = comark_statement_column_text (st, COLUMN_REPLY);

  standing->is_contributor = comark_statement_column_int (st, COLUMN_CONTRIBUTOR) > 0;
  standing->is_deputy = comark_statement_column_int (st, COLUMN_DEPUTY) > 0;
  standing->is_invited = reply != NULL;
  standing->has_declined = g_strcmp0 (reply, "declined") == 0;
  standing->peers_opened = !comark_statement_column_is_null (st, COLUMN_PEERS_OPENED);
  standing->will_say_on_the_day = comark_statement_column_int (st, COLUMN_ON_THE_DAY) == 1;
  fill_interest (st, standing);
  /* Their own word that they took part weighs as much as the owner's list. */
  if (standing->interest_kind == COMARK_INTEREST_TOOK_PART)
    standing->is_contributor = TRUE;
}

static void
fill_reviews (ComarkStatement *st, ComarkStanding *standing)
{
  const char *final = comark_statement_column_text (st, COLUMN_FINAL_REVIEW);

  standing->own_review = review_state (comark_statement_column_text (st, COLUMN_FIRST_REVIEW));
  /* Who says on the day sees the others' ratings once their own are given. */
  standing->mapping_open
    = standing->meeting_open
      && (!standing->will_say_on_the_day || standing->own_review == COMARK_REVIEW_SUBMITTED
          || g_strcmp0 (final, "submitted") == 0);
}

static void
fill_standing (ComarkStatement *st, const ComarkId *person, ComarkStanding *standing)
{
  ComarkId owner = comark_statement_column_id (st, COLUMN_OWNER);
  const char *mark = comark_statement_column_text (st, COLUMN_MARK);
  const char *meeting = comark_statement_column_text (st, COLUMN_MEETING);

  standing->has_submission
    = comark_state_from_nick (comark_statement_column_text (st, COLUMN_STATE), &standing->state);
  standing->is_owner = person != NULL && comark_id_equal (&owner, person);
  standing->meeting_open = meeting != NULL;
  standing->in_rounds = meeting != NULL && g_str_has_prefix (meeting, "rounds ");
  standing->paused = meeting != NULL && !g_str_has_suffix (meeting, " ");
  standing->sealed = comark_statement_column_int (st, COLUMN_SEALED) > 0;
  standing->letter_released = standing->sealed;
  standing->owner_asked = comark_statement_column_int (st, COLUMN_ASKED) > 0;
  standing->told = comark_statement_column_int (st, COLUMN_TOLD) > 0;
  standing->has_mark = mark != NULL;
  comark_mark_state_from_nick (mark, &standing->mark_state);
  fill_panel_part (st, standing);
  fill_reviews (st, standing);
}

/* Puts the row that @st stands on where its id is asked for: an id may be there twice. */
static void
take_row (ComarkStatement *st, const ComarkId *person, const ComarkId *ids, guint n,
          ComarkStanding *standings)
{
  ComarkId id = comark_statement_column_id (st, COLUMN_ID);

  for (guint i = 0; i < n; i++)
    {
      if (comark_id_equal (&ids[i], &id))
        fill_standing (st, person, &standings[i]);
    }
}

static gboolean
read_page (ComarkSql *sql, const ComarkId *person, const ComarkId *ids, guint n,
           ComarkStanding *standings, GError **error)
{
  g_autofree char *list = comark_id_list_text (2, n);
  g_autofree char *text = g_strconcat (STANDING_SELECT, list, NULL);
  g_autoptr (ComarkStatement) st = comark_sql_prepare (sql, text, error);
  gboolean row;

  if (st == NULL)
    return FALSE;
  if (person != NULL)
    comark_statement_bind_id (st, 1, person);
  comark_id_list_bind (st, 2, ids, n);
  while (comark_statement_step (st, &row, error))
    {
      if (!row)
        return TRUE;
      take_row (st, person, ids, n, standings);
    }
  return FALSE;
}

gboolean
comark_standing_rows_submissions (ComarkSql *sql, const ComarkId *person, const ComarkId *ids,
                                  guint n, ComarkStanding *standings, GError **error)
{
  for (guint i = 0; i < n; i += COMARK_ID_LIST_SIZE)
    {
      guint page = MIN (n - i, COMARK_ID_LIST_SIZE);

      if (!read_page (sql, person, ids + i, page, standings + i, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
comark_standing_rows_related (ComarkSql *sql, const ComarkId *person, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error, "SELECT s.id FROM submission s WHERE s.id IN " COMARK_STANDING_RELATED, "k",
    person);

  return comark_id_list_collect (st, error);
}
