/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-day-entry.h"

#include <glib/gi18n.h>

#include "comark-clock.h"

struct _ComarkDayEntry
{
  AdwBin parent_instance;

  /* template children */
  GtkEntry *entry;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkLabel *problem;

  gboolean is_filling;
};

enum
{
  PROP_LABEL = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkDayEntry, comark_day_entry, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- reading ---- */

#define SHORTEST_MONTH 3 /* characters: "Nov" */

/* The month that @word begins, by the names that comark_day_to_words() shows; 0 for none. */
static int
month_of (const char *word)
{
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (wanted, -1) < SHORTEST_MONTH)
    return 0;
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *day = g_strdup_printf ("2000-%02d-01", month);
      g_autofree char *words = comark_day_to_words (day);
      g_auto (GStrv) parts = g_strsplit (words, " ", 3);
      g_autofree char *name = parts[0] && parts[1] ? g_utf8_casefold (parts[1], -1) : g_strdup ("");
      if (g_str_has_prefix (name, wanted))
        return month;
    }
  return 0;
}

static char *
iso_or_null (int year, int month, int day)
{
  g_autofree char *text = NULL;

  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return NULL;
  text = g_strdup_printf ("%04d-%02d-%02d", year < 100 ? year + 2000 : year, month, day);
  return comark_day_is_valid (text) ? g_steal_pointer (&text) : NULL;
}

/* A word of digits alone, at most four of them; -1 otherwise. */
static int
number_of (const char *word)
{
  gsize n = strspn (word, "0123456789");

  return n > 0 && n <= 4 && word[n] == '\0' ? (int) g_ascii_strtoll (word, NULL, 10) : -1;
}

char *
comark_day_entry_parse (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *bare = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *parts[4] = { NULL };
  guint n = 0;
  int month;

  if (comark_day_is_valid (bare))
    return g_steal_pointer (&bare);
  words = g_strsplit_set (bare, " /.,-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && n < G_N_ELEMENTS (parts))
      parts[n++] = words[i];
  if (n != 3)
    return NULL;
  month = number_of (parts[1]);
  return iso_or_null (number_of (parts[2]), month > 0 ? month : month_of (parts[1]),
                      number_of (parts[0]));
}

/* ---- what the person does ---- */

static void
show_whether_valid (ComarkDayEntry *self)
{
  gboolean is_valid = comark_day_entry_is_valid (self);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), !is_valid);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                        : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_entry_changed_cb (ComarkDayEntry *self)
{
  if (self->is_filling)
    return;
  if (comark_day_entry_is_valid (self))
    show_whether_valid (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Half a day is no mistake yet: said only when the field is left. */
static void
on_entry_left_cb (ComarkDayEntry *self)
{
  g_autofree char *day = comark_day_entry_dup_day (self);

  if (day != NULL)
    comark_day_entry_set_day (self, day);
  show_whether_valid (self);
}

static void
on_day_selected_cb (ComarkDayEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (self->is_filling)
    return;
  comark_day_entry_set_day (self, day);
  show_whether_valid (self);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_popover_shown_cb (ComarkDayEntry *self)
{
  g_autofree char *day = comark_day_entry_dup_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, n;

  if (day == NULL || sscanf (day, "%d-%d-%d", &year, &month, &n) != 3)
    return;
  date = g_date_time_new_local (year, month, n, 12, 0, 0);
  self->is_filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_filling = FALSE;
}

static gboolean
comark_day_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_DAY_ENTRY (widget)->entry));
}

/* ---- class ---- */

static void
comark_day_entry_set_property (GObject *object, guint prop_id, const GValue *value,
                               GParamSpec *pspec)
{
  ComarkDayEntry *self = COMARK_DAY_ENTRY (object);

  if (prop_id == PROP_LABEL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_day_entry_dispose (GObject *object)
{
  COMARK_DAY_ENTRY (object)->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DAY_ENTRY);
  G_OBJECT_CLASS (comark_day_entry_parent_class)->dispose (object);
}

static void
comark_day_entry_class_init (ComarkDayEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_day_entry_dispose;
  object_class->set_property = comark_day_entry_set_property;
  widget_class->grab_focus = comark_day_entry_grab_focus;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COMARK_TYPE_DAY_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-day-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDayEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkDayEntry, button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDayEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, ComarkDayEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, ComarkDayEntry, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown_cb);
}

static void
comark_day_entry_init (ComarkDayEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_day_entry_set_day (ComarkDayEntry *self, const char *day)
{
  g_autofree char *shown = NULL, *words = NULL;

  g_return_if_fail (COMARK_IS_DAY_ENTRY (self));

  shown = comark_day_entry_dup_day (self);
  words = comark_day_to_words (day);
  self->is_filling = TRUE;
  if (g_strcmp0 (shown, day) != 0 || !gtk_widget_has_focus (GTK_WIDGET (self->entry)))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  self->is_filling = FALSE;
}

char *
comark_day_entry_dup_day (ComarkDayEntry *self)
{
  g_return_val_if_fail (COMARK_IS_DAY_ENTRY (self), NULL);

  return comark_day_entry_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

gboolean
comark_day_entry_is_valid (ComarkDayEntry *self)
{
  g_autofree char *bare = NULL, *day = NULL;

  g_return_val_if_fail (COMARK_IS_DAY_ENTRY (self), FALSE);

  bare = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  day = comark_day_entry_parse (bare);
  return *bare == '\0' || day != NULL;
}
