/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts on sittings: when and where panels meet, what is on the agenda, in which order, who comes.
 * A sitting is named by its reference ("M-4"). What an interest hides from desk->who is hidden
 * here too: it is on no agenda, and nobody is said to sit on its panel.
 */
#pragma once

#include "comark-desk.h"
#include "comark-sitting.h"

G_BEGIN_DECLS

typedef struct
{
  const char *day;   /* ISO */
  const char *time;  /* "14:00", or "" */
  const char *place; /* a place or a link is needed */
  const char *link;
  const char *note;  /* "There is a quiet room", or "" */
  gint64 rev;        /* 0 for a new one */
} ComarkSittingForm;

/* Those that desk->who may know of, the newest day first: administrators and co-chairs all, a
 * member those where a panel of theirs meets. Needs a READ job only.
 * Returns: (transfer full) (element-type ComarkSitting) */
GPtrArray *comark_desk_list_sittings (ComarkDesk *desk, GError **error);

/* One of them; NO_SUCH otherwise. Returns: (transfer full) */
ComarkSitting *comark_desk_find_sitting (ComarkDesk *desk, const char *ref, GError **error);

/* What could be put on an agenda now. Returns: (transfer full) (element-type ComarkSubmission) */
GPtrArray *comark_desk_list_unplanned (ComarkDesk *desk, GError **error);

/* Returns: (transfer full) the reference of the new one */
char *comark_desk_plan_sitting (ComarkDesk *desk, const ComarkSittingForm *form, GError **error);
gboolean comark_desk_change_sitting (ComarkDesk *desk, const char *sitting,
                                     const ComarkSittingForm *form, GError **error);
gboolean comark_desk_call_off_sitting (ComarkDesk *desk, const char *sitting,
                                       const char *because, GError **error);

/* Puts @ref on the agenda. While nobody has chosen the order it is computed anew
 * (comark_agenda_order()); else @ref comes last. */
gboolean comark_desk_put_on_agenda (ComarkDesk *desk, const char *sitting, const char *ref,
                                    GError **error);
gboolean comark_desk_take_off_agenda (ComarkDesk *desk, const char *sitting, const char *ref,
                                      GError **error);

/* One place up (@up) or down among the items that desk->who sees. From then on the order is
 * theirs, until comark_desk_order_agenda() computes it again. */
gboolean comark_desk_move_on_agenda (ComarkDesk *desk, const char *sitting, const char *ref,
                                     gboolean up, GError **error);
gboolean comark_desk_order_agenda (ComarkDesk *desk, const char *sitting, GError **error);

/* desk->who comes ("room", "online", "phone") or not ("absent"). */
gboolean comark_desk_reply_sitting (ComarkDesk *desk, const char *sitting, const char *how,
                                    GError **error);

G_END_DECLS
