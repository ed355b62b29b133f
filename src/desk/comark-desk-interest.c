/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Declared interests: a person's answer, and what the co-chairs make of it.
 */
#include "comark-desk-panel.h"

#include "comark-desk-case.h"
#include "comark-desk-text.h"
#include "comark-interests.h"
#include "comark-seat-rows.h"

typedef struct
{
  const char *ref;
  const ComarkId *person;
  ComarkInterestKind kind;
  ComarkInterestEffect effect;
  const char *note;
} Interest;

static const ComarkId *
about_whom (ComarkDesk *desk, const ComarkId *person)
{
  return person != NULL && !comark_id_is_none (person) ? person : &desk->who->id;
}

/* Answered again with the same kind, what the co-chairs settled would be undone: it is kept. */
static gboolean
effect_of (ComarkCase *self, Interest *interest, const ComarkId *person, GError **error)
{
  ComarkInterestFact fact;

  if (!comark_seat_rows_interest (self->desk->sql, &self->id, person, &fact, error))
    return FALSE;
  interest->effect = fact.kind == interest->kind && fact.effect != COMARK_EFFECT_UNDECIDED
                       ? fact.effect
                       : comark_interests_default_effect (interest->kind);
  return TRUE;
}

static gboolean
check_interest (Interest *interest, GError **error)
{
  if (interest->kind == COMARK_INTEREST_UNANSWERED)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Choose one of the answers, “no interest” among them.");
  return comark_desk_check_text ("The note", interest->note, error);
}

static gboolean
declare_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Interest *interest = data;
  const ComarkId *person = about_whom (desk, interest->person);
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, interest->ref, COMARK_ACTION_DECLARE_INTEREST, person, error);

  return self != NULL && effect_of (self, interest, person, error)
         && comark_seat_rows_declare (desk->sql, &self->id, person, interest->kind,
                                      interest->effect, interest->note, &desk->who->id,
                                      comark_desk_now_ms (desk), error)
         && comark_case_log (self, "declare-interest", person, "kind effect note",
                             comark_interest_kind_nick (interest->kind), error);
}

gboolean
comark_desk_declare_interest (ComarkDesk *desk,
                              const char *ref,
                              const ComarkId *person,
                              ComarkInterestKind kind,
                              const char *note,
                              GError **error)
{
  Interest interest = { ref, person, kind, COMARK_EFFECT_UNDECIDED, note };

  return check_interest (&interest, error)
         && comark_desk_write (desk, "declare-interest", declare_step, &interest, error);
}

static gboolean
check_effect (ComarkCase *self, Interest *interest, const ComarkId *person, GError **error)
{
  ComarkInterestFact fact;
  gboolean contributor;

  if (!comark_seat_rows_interest (self->desk->sql, &self->id, person, &fact, error)
      || !comark_seat_rows_is_contributor (self->desk->sql, &self->id, person, &contributor,
                                           error))
    return FALSE;
  if (fact.kind == COMARK_INTEREST_UNANSWERED)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "They have not answered about interests yet, so there is nothing "
                               "to settle.");
  if (comark_interests_effect_is_possible (fact.kind, contributor, interest->effect))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             contributor ? "Somebody who took part in making this never rates it. "
                                           "They may speak, or leave the item."
                                         : "That effect is not possible for this answer.");
}

static gboolean
settle_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Interest *interest = data;
  const ComarkId *person = about_whom (desk, interest->person);
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, interest->ref, COMARK_ACTION_DECIDE_EFFECT, person, error);

  return self != NULL && check_effect (self, interest, person, error)
         && comark_seat_rows_settle (desk->sql, &self->id, person, interest->effect,
                                     &desk->who->id, error)
         && comark_case_log (self, "settle-interest", person, "effect",
                             comark_interest_effect_nick (interest->effect), error);
}

gboolean
comark_desk_settle_interest (ComarkDesk *desk,
                             const char *ref,
                             const ComarkId *person,
                             ComarkInterestEffect effect,
                             GError **error)
{
  Interest interest = { ref, person, COMARK_INTEREST_UNANSWERED, effect, NULL };

  return comark_desk_write (desk, "settle-interest", settle_step, &interest, error);
}
