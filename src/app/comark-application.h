/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: command line, keys, windows.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_APPLICATION (comark_application_get_type ())
G_DECLARE_FINAL_TYPE (ComarkApplication, comark_application, COMARK, APPLICATION, AdwApplication)

/* With COMARK_NON_UNIQUE set in the environment it does not look for one that runs already. */
ComarkApplication *comark_application_new (void);

G_END_DECLS
