/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands in for acts that are being landed side by side with the window; goes with the last of them.
 */
#include "comark-desk-care.h"
#include "comark-desk-demo.h"
#include "comark-desk-exchange.h"
#include "comark-desk-submissions.h"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#define W __attribute__ ((weak))
#define NO(r) { g_set_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED, "Not built yet."); return r; }
W ComarkRegister *comark_desk_make_demo (const char *p, GError **error) NO (NULL)
W gboolean comark_desk_import_review (ComarkDesk *d, GFile *f, char **s, GError **error) NO (FALSE)
W gboolean comark_desk_check_pack (ComarkDesk *d, GFile *f, char **s, GError **error) NO (FALSE)
W gboolean comark_desk_export_review (ComarkDesk *d, const char *r, const ComarkId *p, GFile *f, GError **error) NO (FALSE)
W gboolean comark_desk_export_pack (ComarkDesk *d, const char *r, GFile *f, GError **error) NO (FALSE)
W char *comark_desk_import_pack (ComarkDesk *d, GFile *f, GError **error) NO (NULL)
