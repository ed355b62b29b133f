/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-form-places.h"

/* A sentence on a criterion names it: "An equal say (C1) is essential …". */
static const char *
criterion_in (ComarkDossier *dossier, const char *sentence)
{
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      g_autofree char *sign = g_strdup_printf ("(%s)", criterion->id);
      if (strstr (sentence, sign) != NULL)
        return criterion->id;
    }
  return NULL;
}

/* The other sentences come in the order of the form; which of them are there follows from the
 * dossier, whatever language they are in. */
static const char *
nth_other_place (ComarkDossier *dossier, guint n)
{
  gboolean has_audience = dossier->submission->audience != NULL
                          && *dossier->submission->audience != '\0';

  if (!has_audience && n-- == 0)
    return COMARK_PLACE_DETAILS;
  if (dossier->documents->len == 0 && n-- == 0)
    return COMARK_PLACE_DOCUMENT;
  return COMARK_PLACE_CONTRIBUTORS;
}

const char *
comark_form_place (ComarkDossier *dossier, guint index)
{
  const char *criterion = criterion_in (dossier, dossier->missing[index]);
  guint n_others = 0;

  if (criterion != NULL)
    return criterion;
  for (guint i = 0; i < index; i++)
    n_others += criterion_in (dossier, dossier->missing[i]) == NULL ? 1 : 0;
  return nth_other_place (dossier, n_others);
}
