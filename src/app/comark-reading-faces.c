/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-faces.h"

#include <glib/gi18n.h>

/* Made for low vision, dyslexia or learning to read. In Debian: fonts-opendyslexic,
 * fonts-sil-andika, fonts-comic-neue, fonts-b612; the others come from their makers. */
static const char *const easy_faces[] = {
  "Andika", "Atkinson Hyperlegible", "Atkinson Hyperlegible Next", "B612", "Comic Neue", "Lexend",
  "Luciole", "OpenDyslexic", "OpenDyslexic 3", "Sassoon", "Sylexiad Sans", "Tiresias Infofont",
};

static const struct
{
  const char *family;
  const char *words;
} plain_faces[] = {
  { "", N_("As in the window") },
  { "Sans", N_("Without serifs") },
  { "Serif", N_("With serifs") },
  { "Monospace", N_("All letters as wide") },
};

static void
face_free (gpointer data)
{
  ComarkReadingFace *face = data;

  g_free (face->family);
  g_free (face->words);
  g_free (face);
}

static void
add (GPtrArray *faces, const char *family, char *words)
{
  ComarkReadingFace *face = g_new0 (ComarkReadingFace, 1);

  face->family = g_strdup (family);
  face->words = words;
  g_ptr_array_add (faces, face);
}

static gboolean
is_plain (const char *family)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_faces); i++)
    if (g_str_equal (family, plain_faces[i].family))
      return TRUE;
  return FALSE;
}

gboolean
comark_reading_faces_has (GtkWidget *widget, const char *family)
{
  PangoFontMap *map = pango_context_get_font_map (gtk_widget_get_pango_context (widget));

  return is_plain (family) || pango_font_map_get_family (map, family) != NULL;
}

static gboolean
is_among (GPtrArray *faces, const char *family)
{
  for (guint i = 0; i < faces->len; i++)
    if (g_str_equal (((ComarkReadingFace *) g_ptr_array_index (faces, i))->family, family))
      return TRUE;
  return FALSE;
}

GPtrArray *
comark_reading_faces_list (GtkWidget *widget, const char *chosen)
{
  GPtrArray *faces = g_ptr_array_new_with_free_func (face_free);

  for (guint i = 0; i < G_N_ELEMENTS (plain_faces); i++)
    add (faces, plain_faces[i].family, g_strdup (_(plain_faces[i].words)));
  for (guint i = 0; i < G_N_ELEMENTS (easy_faces); i++)
    if (comark_reading_faces_has (widget, easy_faces[i]))
      add (faces, easy_faces[i], g_strdup (easy_faces[i]));
  if (chosen != NULL && !is_among (faces, chosen))
    /* translators: a typeface that the person chose on another computer */
    add (faces, chosen, comark_reading_faces_has (widget, chosen)
                          ? g_strdup (chosen)
                          : g_strdup_printf (_("%s (not on this computer)"), chosen));
  return faces;
}
