/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of one person, in its own window. What is wrong is said in the form; if somebody else
 * saved meanwhile it says which fields differ, and keeps what is typed here.
 */
#pragma once

#include <adwaita.h>

#include "comark-person.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PERSON_DIALOG (comark_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPersonDialog, comark_person_dialog, COMARK, PERSON_DIALOG, AdwWindow)

/* Opens it over the window of @from. @person NULL: a new one. */
void comark_person_dialog_present (GtkWidget *from, ComarkPerson *person);

G_END_DECLS
