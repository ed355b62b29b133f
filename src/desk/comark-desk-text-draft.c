/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-text-draft.h"

#include <string.h>

#include "comark-desk-case.h"
#include "comark-desk-text.h"
#include "comark-text-draft-rows.h"

typedef struct
{
  const char *ref;
  const char *slot;
  const char *body;
  gint64 rev;
  gint64 new_rev;
} Keep;

/* What records the field asks for the same. */
static ComarkAction
action_for (const char *slot)
{
  if (g_str_has_prefix (slot, COMARK_SLOT_AGREE))
    return COMARK_ACTION_AGREE_VALUE;
  return COMARK_ACTION_SEE_AGREED;
}

/* A fixed number of fields, so that drafts cannot fill the register. */
static gboolean
check_slot (ComarkCase *self, const char *slot, GError **error)
{
  if (g_str_equal (slot, COMARK_SLOT_LETTER) || g_str_equal (slot, COMARK_SLOT_OUTCOME))
    return TRUE;
  if (g_str_has_prefix (slot, COMARK_SLOT_AGREE))
    return comark_case_criterion (self, slot + strlen (COMARK_SLOT_AGREE), error) != NULL;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no field “%s” to keep words for.", slot);
}

static gboolean
check_rev (Keep *keep, ComarkTextDraft *stored, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (stored == NULL || stored->rev == keep->rev || g_str_equal (stored->body, keep->body))
    return TRUE;
  comark_desk_changes_text (&changes, "words", stored->body, keep->body);
  return comark_desk_changed (&changes, "what you are writing", error);
}

static gboolean
keep_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Keep *keep = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, keep->ref, action_for (keep->slot), NULL, error);
  g_autoptr (ComarkTextDraft) stored = NULL;
  gint64 rev;

  if (self == NULL || !check_slot (self, keep->slot, error)
      || !comark_text_draft_rows_find (desk->sql, &self->id, &desk->who->id, keep->slot, &stored,
                                       error)
      || !check_rev (keep, stored, error))
    return FALSE;
  rev = stored != NULL ? stored->rev : 0;
  keep->new_rev = comark_desk_is_blank (keep->body) ? 0 : rev + 1;
  if (keep->new_rev == 0)
    return comark_desk_drop_text (desk, &self->id, keep->slot, NULL, error);
  return comark_text_draft_rows_put (desk->sql, &self->id, &desk->who->id, keep->slot, keep->body,
                                     rev, comark_desk_now_ms (desk), error);
}

gboolean
comark_desk_keep_text (ComarkDesk *desk, const char *ref, const char *slot, const char *body,
                       gint64 rev, gint64 *new_rev, GError **error)
{
  Keep keep = { ref, slot, body, rev, rev };

  if (!comark_desk_check_text ("What you are writing", body, error)
      || !comark_desk_write (desk, "keep-text", keep_step, &keep, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = keep.new_rev;
  return TRUE;
}

gboolean
comark_desk_drop_text (ComarkDesk *desk, const ComarkId *submission, const char *slot,
                       const char *id, GError **error)
{
  g_autofree char *whole = g_strconcat (slot, id, NULL);

  return comark_text_draft_rows_drop (desk->sql, submission, &desk->who->id, whole, error);
}
