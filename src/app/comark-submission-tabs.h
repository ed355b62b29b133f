/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tabs of a submission, as one table. See comark-submission-tab.h for how to add one.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* "overview": also ComarkTodo's place and `comark --open REF/overview` */
  const char *title; /* English source text, without a mnemonic */
  const char *icon_name;
  GType (*get_type) (void); /* of a ComarkSubmissionTab */
  gboolean (*applies) (ComarkDossier *dossier);
  guint (*count) (ComarkDossier *dossier); /* of what is new there; NULL: nothing is counted */
  gboolean at_home; /* it is there in a copy that a member took home, too */
} ComarkSubmissionTabKind;

/* All kinds, in the order in which they stand. */
const ComarkSubmissionTabKind *comark_submission_tab_kinds (guint *n_kinds);

G_END_DECLS
