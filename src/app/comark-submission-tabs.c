/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-tabs.h"

#include <glib/gi18n.h>

/* { "overview", N_("Overview"), "…-symbolic", comark_overview_page_get_type,
 *   comark_overview_page_applies } */
static const ComarkSubmissionTabKind kinds[] = {
  { NULL },
};

const ComarkSubmissionTabKind *
comark_submission_tab_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds) - 1;
  return kinds;
}
