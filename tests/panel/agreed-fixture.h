/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agreed values in one line, and the two frameworks of the tests.
 */
#pragma once

#include "comark-framework-reader.h"
#include "comark-outcome.h"

/* Made in co-production 1, and the quite different one. Returns: (transfer full) */
ComarkFramework *first_framework (void);
ComarkFramework *second_framework (void);

/* Every criterion of @route at @value, confirmed. Returns: (transfer full) */
ComarkAgreed *agreed_at (ComarkFramework *framework, const char *route, ComarkValue value);

/* Changes some: "C1=4 B2=? A3=n/a F1=3:shown gaps=yes": a value with a strength (confirmed if
 * none), or an answer, with a reason. "B2=" takes the value away. */
void agree (ComarkAgreed *agreed, const char *text);
