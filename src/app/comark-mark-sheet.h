/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What there is to show, print or write of a mark: its certificate, and what of it would not
 * print as it is written.
 */
#pragma once

#include "comark-award.h"
#include "comark-desk.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkAward *award;
  char *warning; /* a sentence; NULL when all is well */
} ComarkMarkSheet;

void comark_mark_sheet_free (ComarkMarkSheet *self);

/* A READ job (comark-act.h) on a ComarkMark, which only reads it. Lays the page out, so that a
 * missing typeface is an error here. Answers a ComarkMarkSheet. */
gpointer comark_mark_sheet_job (ComarkDesk *desk, gpointer mark, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkMarkSheet, comark_mark_sheet_free)

G_END_DECLS
