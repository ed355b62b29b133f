/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of awards: CP-YYYY-NNNN-C. YYYY is the year of the decision, NNNN counts within it from
 * 0001, C is a check digit over the eight digits, so that a number read out on the telephone or
 * typed from paper is noticed when it is wrong.
 *
 * The check digit is H. Michael Damm's ("Total anti-symmetrische Quasigruppen", dissertation,
 * Marburg 2004), whose order-10 table catches every single wrong digit and every swap of two
 * neighbours, the check digit among them. The walk starts at 7, not at 0: the guarantees hold for
 * any start, and leading noughts then count.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_AWARD_NUMBER_MIN_YEAR 2000
#define COMARK_AWARD_NUMBER_MAX_YEAR 2999
#define COMARK_AWARD_NUMBER_MAX_SERIAL 9999

/* The number of the award @serial (1 to 9999) of @year (2000 to 2999).
 * Returns: (transfer full), NULL if either is out of range. */
char *comark_award_number_format (guint year, guint serial);

/* Reads a number as printed, from anywhere: FALSE unless it is complete and its check digit is
 * right. @year and @serial may be NULL and are left alone on FALSE. */
gboolean comark_award_number_parse (const char *text, guint *year, guint *serial);

G_END_DECLS
