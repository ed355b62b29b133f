/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-options.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-part.h"
#include "comark-reading-faces.h"
#include "comark-wrap.h"

struct _ComarkReadingOptions
{
  AdwBin parent_instance;

  /* template children */
  GtkSpinButton *size;
  GtkSpinButton *line;
  GtkSpinButton *letter;
  GtkSpinButton *column;
  GtkSpinButton *speed;
  GtkDropDown *face;
  GtkStringList *face_names;
  GtkDropDown *colours;
  GtkWidget *own;
  GtkColorButton *ink;
  GtkColorButton *paper;
  GtkLabel *warning;
  GtkCheckButton *ruler;
  GtkCheckButton *single;
  GtkWidget *reset;

  /* owned */
  ComarkReadingSettings *settings;
  GPtrArray *faces; /* of ComarkReadingFace, beside face_names */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkReadingOptions, comark_reading_options, ADW_TYPE_BIN)

/* ---- colours ---- */

static void
show_colour (GtkColorButton *button, int colour)
{
  GdkRGBA rgba = { (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255,
                   (float) (colour & 0xff) / 255, 1 };

  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (button), &rgba);
}

static int
get_byte (float part)
{
  return (int) (CLAMP (part, 0, 1) * 255 + 0.5f);
}

static int
get_colour (GtkColorButton *button)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (button), &rgba);
  return get_byte (rgba.red) << 16 | get_byte (rgba.green) << 8 | get_byte (rgba.blue);
}

static void
show_contrast (ComarkReadingOptions *self, const ComarkReadingLook *look)
{
  double contrast = comark_reading_contrast (look->ink, look->paper);
  gboolean is_low
    = look->colours == COMARK_READING_OWN && contrast < COMARK_READING_CONTRAST_MIN;
  /* translators: how far two colours differ, as 3.2 to 1 */
  g_autofree char *words = g_strdup_printf (
    _("These two are hard to tell apart: %.1f to 1. Text is easy to read from 4.5 to 1 on. "
      "Take a darker or a lighter one."), contrast);

  gtk_label_set_label (self->warning, is_low ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), is_low);
}

/* ---- showing ---- */

static void
fill_faces (ComarkReadingOptions *self, const char *chosen)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->face_names));

  g_clear_pointer (&self->faces, g_ptr_array_unref);
  self->faces = comark_reading_faces_list (GTK_WIDGET (self), chosen);
  gtk_string_list_splice (self->face_names, 0, n, NULL);
  for (guint i = 0; i < self->faces->len; i++)
    {
      ComarkReadingFace *face = g_ptr_array_index (self->faces, i);
      gtk_string_list_append (self->face_names, face->words);
    }
}

static guint
index_of_face (ComarkReadingOptions *self, const char *family)
{
  for (guint i = 0; self->faces != NULL && i < self->faces->len; i++)
    if (g_str_equal (((ComarkReadingFace *) g_ptr_array_index (self->faces, i))->family, family))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_face (ComarkReadingOptions *self, const char *family)
{
  if (index_of_face (self, family) == GTK_INVALID_LIST_POSITION)
    fill_faces (self, family);
  gtk_drop_down_set_selected (self->face, index_of_face (self, family));
}

static void
show_look (ComarkReadingOptions *self)
{
  const ComarkReadingLook *look = comark_reading_settings_get (self->settings);
  ComarkReadingLook usual = comark_reading_look_usual ();

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->size, look->size);
  gtk_spin_button_set_value (self->line, look->line);
  gtk_spin_button_set_value (self->letter, look->letter);
  gtk_spin_button_set_value (self->column, look->column);
  gtk_spin_button_set_value (self->speed, look->speed);
  show_face (self, look->face);
  gtk_drop_down_set_selected (self->colours, (guint) look->colours);
  show_colour (self->ink, look->ink);
  show_colour (self->paper, look->paper);
  gtk_widget_set_visible (self->own, look->colours == COMARK_READING_OWN);
  show_contrast (self, look);
  gtk_check_button_set_active (self->ruler, look->ruler);
  gtk_check_button_set_active (self->single, look->single);
  usual.as_words = look->as_words;
  gtk_widget_set_sensitive (self->reset, !comark_reading_look_equal (look, &usual));
  self->is_filling = FALSE;
}

/* ---- choosing ---- */

static void
take_face (ComarkReadingOptions *self, ComarkReadingLook *look)
{
  guint chosen = gtk_drop_down_get_selected (self->face);

  if (self->faces != NULL && chosen < self->faces->len)
    g_strlcpy (look->face,
               ((ComarkReadingFace *) g_ptr_array_index (self->faces, chosen))->family,
               sizeof look->face);
}

static void
on_changed_cb (ComarkReadingOptions *self)
{
  ComarkReadingLook look;

  if (self->is_filling || self->settings == NULL)
    return;
  look = *comark_reading_settings_get (self->settings);
  look.size = gtk_spin_button_get_value_as_int (self->size);
  look.line = gtk_spin_button_get_value_as_int (self->line);
  look.letter = gtk_spin_button_get_value_as_int (self->letter);
  look.column = gtk_spin_button_get_value_as_int (self->column);
  look.speed = gtk_spin_button_get_value_as_int (self->speed);
  take_face (self, &look);
  look.colours = (int) MIN (gtk_drop_down_get_selected (self->colours), COMARK_READING_OWN);
  look.ink = get_colour (self->ink);
  look.paper = get_colour (self->paper);
  look.ruler = gtk_check_button_get_active (self->ruler);
  look.single = gtk_check_button_get_active (self->single);
  comark_reading_settings_set (self->settings, &look);
}

/* Pages or words is no matter of looks. */
static void
on_reset_cb (ComarkReadingOptions *self)
{
  ComarkReadingLook usual = comark_reading_look_usual ();

  usual.as_words = comark_reading_settings_get (self->settings)->as_words;
  gtk_widget_grab_focus (GTK_WIDGET (self->size));
  comark_reading_settings_set (self->settings, &usual);
}

/* ---- class ---- */

static void
comark_reading_options_dispose (GObject *object)
{
  ComarkReadingOptions *self = COMARK_READING_OPTIONS (object);

  self->is_filling = TRUE;
  comark_reading_options_set_settings (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_OPTIONS);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_reading_options_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-options.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, size);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, line);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, letter);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, column);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, speed);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, face);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, face_names);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, colours);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, own);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, ink);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, warning);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, ruler);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, single);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_cb);
}

static void
comark_reading_options_class_init (ComarkReadingOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_reading_options_dispose;
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* The button inside is what takes the focus. */
static void
name_colour (GtkColorButton *button, const char *name)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (button));

  comark_part_name (GTK_WIDGET (button), name);
  if (inner != NULL)
    comark_part_name (inner, name);
}

static void
comark_reading_options_init (ComarkReadingOptions *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_part_name (GTK_WIDGET (self->size), _("Size of letters, in %"));
  comark_part_name (GTK_WIDGET (self->line), _("Space from line to line, in %"));
  comark_part_name (GTK_WIDGET (self->letter), _("Space between letters, in %"));
  comark_part_name (GTK_WIDGET (self->column), _("Letters in a line, at most"));
  comark_part_name (GTK_WIDGET (self->speed), _("Speed of the voice, in %"));
  comark_accessible_name_drop_down (self->face, _("Typeface"));
  comark_accessible_name_drop_down (self->colours, _("Colours"));
  name_colour (self->ink, _("Colour of the text"));
  name_colour (self->paper, _("Colour of the paper"));
  self->is_filling = FALSE;
}

void
comark_reading_options_set_settings (ComarkReadingOptions *self, ComarkReadingSettings *settings)
{
  g_return_if_fail (COMARK_IS_READING_OPTIONS (self));

  if (self->settings == settings)
    return;
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (show_look), self);
  show_look (self);
}
