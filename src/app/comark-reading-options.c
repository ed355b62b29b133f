/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-options.h"

#include <glib/gi18n.h>

#include "comark-part.h"
#include "comark-reading-faces.h"
#include "comark-wrap.h"

#define WIDTH_LETTERS 46
#define MAX_WIDTH 760

struct _ComarkReadingOptions
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *rows;
  GtkSpinButton *size;
  GtkSpinButton *line;
  GtkSpinButton *letter;
  GtkSpinButton *column;
  GtkSpinButton *speed;
  ComarkWrap *face;    /* a radio button for each of faces */
  ComarkWrap *colours; /* for each of ComarkReadingColours */
  GtkWidget *own;
  GtkColorButton *ink;
  GtkColorButton *paper;
  GtkLabel *warning;
  GtkCheckButton *ruler;
  GtkCheckButton *single;
  GtkWidget *reset;

  /* owned */
  ComarkReadingSettings *settings;
  GPtrArray *faces; /* of ComarkReadingFace */

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

static void on_chosen_cb (ComarkReadingOptions *self, GtkCheckButton *button);

/* Buttons and no list that opens: GDK 4.8 loses the monitor of a popover on a popover. */
static GtkCheckButton *
add_choice (ComarkReadingOptions *self, ComarkWrap *choices, const char *words, const char *family)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (choices));
  g_autoptr (PangoAttrList) attributes = NULL;

  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  if (family != NULL && *family != '\0')
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_family_new (family));
      gtk_label_set_attributes (GTK_LABEL (gtk_widget_get_last_child (button)), attributes);
    }
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_chosen_cb), self);
  comark_wrap_append (choices, button);
  return GTK_CHECK_BUTTON (button);
}

static GtkCheckButton *
nth_choice (ComarkWrap *choices, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choices));

  for (guint i = 0; i < n && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  return GTK_CHECK_BUTTON (child);
}

static guint
get_chosen (ComarkWrap *choices)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choices)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      return n;
  return 0;
}

static void
fill_faces (ComarkReadingOptions *self, const char *chosen)
{
  comark_wrap_clear (self->face);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  self->faces = comark_reading_faces_list (GTK_WIDGET (self), chosen);
  for (guint i = 0; i < self->faces->len; i++)
    {
      ComarkReadingFace *face = g_ptr_array_index (self->faces, i);
      add_choice (self, self->face, face->words, face->family);
    }
}

static void
fill_colours (ComarkReadingOptions *self)
{
  static const char *const names[COMARK_N_READING_COLOURS] = {
    N_("As in the window"), N_("White"), N_("Cream"), N_("Blue"), N_("Yellow"), N_("Dark"),
    N_("My own:"),
  };

  for (guint i = 0; i < COMARK_N_READING_COLOURS; i++)
    add_choice (self, self->colours, _(names[i]), NULL);
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
  gtk_check_button_set_active (nth_choice (self->face, index_of_face (self, family)), TRUE);
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
  gtk_check_button_set_active (nth_choice (self->colours, (guint) look->colours), TRUE);
  show_colour (self->ink, look->ink);
  show_colour (self->paper, look->paper);
  gtk_widget_set_sensitive (self->own, look->colours == COMARK_READING_OWN);
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
  guint chosen = get_chosen (self->face);

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
  look.colours = (int) get_chosen (self->colours);
  look.ink = get_colour (self->ink);
  look.paper = get_colour (self->paper);
  look.ruler = gtk_check_button_get_active (self->ruler);
  look.single = gtk_check_button_get_active (self->single);
  comark_reading_settings_set (self->settings, &look);
}

/* The one that was chosen before says so as well. */
static void
on_chosen_cb (ComarkReadingOptions *self, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    on_changed_cb (self);
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

/* Room for a caption and what stands beside it, whatever the size of the window's letters. */
static void
comark_reading_options_map (GtkWidget *widget)
{
  ComarkReadingOptions *self = COMARK_READING_OPTIONS (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "n");
  int letter_px;

  pango_layout_get_pixel_size (layout, &letter_px, NULL);
  gtk_widget_set_size_request (self->rows, MIN (WIDTH_LETTERS * letter_px, MAX_WIDTH), -1);
  GTK_WIDGET_CLASS (comark_reading_options_parent_class)->map (widget);
}

static void
comark_reading_options_dispose (GObject *object)
{
  ComarkReadingOptions *self = COMARK_READING_OPTIONS (object);

  self->is_filling = TRUE;
  comark_reading_options_set_settings (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_OPTIONS);
  g_clear_pointer (&self->faces, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_reading_options_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-options.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, rows);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, size);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, line);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, letter);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, column);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, speed);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingOptions, face);
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
  GTK_WIDGET_CLASS (klass)->map = comark_reading_options_map;
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
  fill_colours (self);
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
