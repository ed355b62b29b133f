/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person in words.
 */
#pragma once

#include "comark-person.h"

G_BEGIN_DECLS

/* "Panel member, co-chair"; "–" for none. Returns: (transfer full) */
char *comark_person_roles_in_words (ComarkPerson *person);

G_END_DECLS
