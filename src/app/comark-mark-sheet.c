/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-sheet.h"

#include "comark-certificate-picture.h"
#include "comark-desk-decision.h"
#include "comark-mark-words.h"

void
comark_mark_sheet_free (ComarkMarkSheet *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->award, comark_award_unref);
  g_free (self->warning);
  g_free (self);
}

gpointer
comark_mark_sheet_job (ComarkDesk *desk, gpointer mark, GError **error)
{
  g_autoptr (ComarkMarkSheet) sheet = g_new0 (ComarkMarkSheet, 1);
  g_autoptr (ComarkCertificateLayout) layout = NULL;

  sheet->award = comark_desk_award_of (desk, mark, error);
  if (sheet->award == NULL)
    return NULL;
  layout = comark_certificate_lay_out (sheet->award, error);
  if (layout == NULL)
    return NULL;
  sheet->warning = comark_mark_words_warn (layout);
  return g_steal_pointer (&sheet);
}
