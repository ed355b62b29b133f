/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts on the people of the register and on its settings. See comark-desk.h for errors.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* What a form holds for one person; @id none: a new one. */
typedef struct
{
  ComarkId id;
  const char *name;
  const char *email;
  ComarkMemberKind kind;
  guint roles;
  gboolean carer;
  gboolean active;
  const char *access_needs;
  gint64 rev; /* the one that was read; 0 for a new person */
} ComarkPersonForm;

/* Adds or changes a person. A member or co-chair needs a kind; a name is needed; the last active
 * administrator keeps that role. CHANGED if @form->rev is no longer the newest.
 * Returns: (transfer full) the person as stored */
ComarkPerson *comark_desk_save_person (ComarkDesk *desk, const ComarkPersonForm *form,
                                       GError **error);

/* All people, by name. Returns: (transfer full) (element-type ComarkPerson) */
GPtrArray *comark_desk_list_people (ComarkDesk *desk, GError **error);

/* One person by id text, e-mail or whole name (case and marks do not matter); INVALID if two
 * have the name. Returns: (transfer full) */
ComarkPerson *comark_desk_find_person (ComarkDesk *desk, const char *text, GError **error);

/* Settings of the organisation. Names: "organisation", "panel", "second-thoughts-days" ("0" to
 * "10"), "check-line" (how to check a mark), "contact-line" (other formats), "support-contact" (who
 * gives support in a meeting, and how to reach them), "round-prompts" (one a line; "": ours). */
char *comark_desk_get_setting (ComarkDesk *desk, const char *name, GError **error);
gboolean comark_desk_set_setting (ComarkDesk *desk, const char *name, const char *value,
                                  GError **error);

/* What everybody is asked in the rounds of a meeting: the organisation's, or those of
 * data/rounds/prompts.txt. Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_list_prompts (ComarkDesk *desk, GError **error);

/* Days that are not working days, ISO, sorted.
 * Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_list_holidays (ComarkDesk *desk, GError **error);
gboolean comark_desk_set_holidays (ComarkDesk *desk, const char *const *days, GError **error);

/* The frameworks of the register: the active one is offered to new submissions. */
ComarkFramework *comark_desk_active_framework (ComarkDesk *desk, GError **error);

/* Adds a framework file and makes it the active one. Old submissions keep theirs. */
ComarkFramework *comark_desk_add_framework (ComarkDesk *desk, GBytes *xml, const char *filename,
                                            GError **error);

G_END_DECLS
