/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one source of time. Every rule, row and certificate asks it, so that a practice register
 * and the tests can move it. Times are int64 milliseconds since 1970-01-01T00:00:00Z; days are
 * ISO 8601 text ("2026-11-22") in the machine's own time zone.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMARK_TYPE_CLOCK (comark_clock_get_type ())
G_DECLARE_FINAL_TYPE (ComarkClock, comark_clock, COMARK, CLOCK, GObject)

/* The machine's clock. Returns: (transfer full) */
ComarkClock *comark_clock_new (void);

/* A clock that starts at @now_ms and then goes on at the ordinary pace.
 * Only a practice or demo register takes it (decisions.md 1). Returns: (transfer full) */
ComarkClock *comark_clock_new_at (gint64 now_ms);

/* Thread safe. */
gint64 comark_clock_now_ms (ComarkClock *self);

/* Moves a clock made by comark_clock_new_at() to @now_ms. */
void comark_clock_set (ComarkClock *self, gint64 now_ms);

/* TRUE if the clock is not the machine's. */
gboolean comark_clock_is_moved (ComarkClock *self);

/* The day of a time, ISO 8601. Returns: (transfer full) */
char *comark_day_from_ms (gint64 ms);

/* "22 November 2026"; NULL or an unreadable day gives "". Returns: (transfer full) */
char *comark_day_to_words (const char *day);

/* "22 November 2026, 10:42". Returns: (transfer full) */
char *comark_ms_to_words (gint64 ms);

/* Reads ISO 8601, a day ("2026-11-22", taken at noon) or a time ("2026-11-22T10:42:00Z").
 * FALSE if @text is neither; *ms is then left alone. */
gboolean comark_ms_from_iso (const char *text, gint64 *ms);

/* TRUE if @text is a real day in ISO 8601. */
gboolean comark_day_is_valid (const char *text);

G_END_DECLS
