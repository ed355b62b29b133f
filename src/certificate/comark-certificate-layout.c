/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-layout-private.h"

#define CLEAR_OF_SIGNATURES 5.0 /* mm */

static void
clear_box (gpointer box)
{
  comark_text_fit_clear (box);
}

ComarkBox *
comark_layout_nth (ComarkCertificateLayout *self, guint index)
{
  return &g_array_index (self->boxes, ComarkBox, index);
}

guint
comark_layout_add_text (ComarkCertificateLayout *self, const char *name,
                        const ComarkTextStyle *style, guint skip, const char *text,
                        double width)
{
  ComarkBox box = { .name = name };

  if (!comark_text_fit (self->context, style, skip, text, width, &box))
    g_ptr_array_add (self->shortened, (gpointer) name);
  g_array_append_val (self->boxes, box);
  return self->boxes->len - 1;
}

void
comark_layout_add_shape (ComarkCertificateLayout *self, const char *name, ComarkBoxRole role,
                         ComarkColour colour, ComarkRect rect)
{
  ComarkBox box = { .name = name, .role = role, .colour = colour, .rect = rect };

  g_array_append_val (self->boxes, box);
}

static void
note_run (PangoLayoutRun *run, GString *found)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      gunichar c = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;

      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && g_unichar_validate (c)
          && g_utf8_strchr (found->str, -1, c) == NULL)
        g_string_append_unichar (found, c);
    }
}

static char *
find_unprintable (GArray *boxes)
{
  GString *found = g_string_new (NULL);

  for (guint b = 0; b < boxes->len; b++)
    {
      ComarkBox *box = &g_array_index (boxes, ComarkBox, b);

      for (guint l = 0; l < box->n_lines; l++)
        for (GSList *run = box->lines[l].line->runs; run != NULL; run = run->next)
          note_run (run->data, found);
    }
  return g_string_free (found, FALSE);
}

ComarkCertificateLayout *
comark_certificate_layout_new (ComarkAward *award, PangoContext *context)
{
  ComarkCertificateLayout *self = g_new0 (ComarkCertificateLayout, 1);
  ComarkSignatures signatures;

  self->award = comark_award_ref (award);
  self->fields = comark_award_get_fields (award);
  self->context = g_object_ref (context);
  self->boxes = g_array_new (FALSE, TRUE, sizeof (ComarkBox));
  g_array_set_clear_func (self->boxes, clear_box);
  self->shortened = g_ptr_array_new ();

  signatures = comark_layout_measure_signatures (self);
  comark_layout_add_mark (self);
  comark_layout_add_column (self, signatures.top - CLEAR_OF_SIGNATURES);
  comark_layout_add_signatures (self, &signatures);
  comark_layout_add_check (self);
  comark_layout_add_credit (self);
  g_ptr_array_add (self->shortened, NULL);
  self->unprintable = find_unprintable (self->boxes);
  return self;
}

void
comark_certificate_layout_free (ComarkCertificateLayout *self)
{
  g_array_unref (self->boxes);
  g_ptr_array_unref (self->shortened);
  g_free (self->unprintable);
  g_object_unref (self->context);
  comark_award_unref (self->award);
  g_free (self);
}

ComarkAward *
comark_certificate_layout_get_award (ComarkCertificateLayout *self)
{
  return self->award;
}

PangoContext *
comark_certificate_layout_get_context (ComarkCertificateLayout *self)
{
  return self->context;
}

guint
comark_certificate_layout_get_n_boxes (ComarkCertificateLayout *self)
{
  return self->boxes->len;
}

const ComarkBox *
comark_certificate_layout_get_box (ComarkCertificateLayout *self, guint index)
{
  g_return_val_if_fail (index < self->boxes->len, NULL);
  return comark_layout_nth (self, index);
}

const ComarkBox *
comark_certificate_layout_find_box (ComarkCertificateLayout *self, const char *name)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (g_str_equal (comark_layout_nth (self, i)->name, name))
      return comark_layout_nth (self, i);
  return NULL;
}

const char *
comark_certificate_layout_get_unprintable (ComarkCertificateLayout *self)
{
  return self->unprintable;
}

const char *const *
comark_certificate_layout_get_shortened (ComarkCertificateLayout *self)
{
  return (const char *const *) self->shortened->pdata;
}
