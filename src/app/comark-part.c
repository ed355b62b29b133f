/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-part.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-label.h"

gboolean
comark_part_follow (GtkWidget *control, GtkLabel *why, ComarkDossier *dossier,
                    ComarkAction action)
{
  g_autofree char *reason = NULL;
  gboolean may = comark_dossier_may (dossier, action, &reason);

  gtk_widget_set_sensitive (control, may);
  if (why != NULL)
    comark_label_show (why, reason);
  return may;
}

gboolean
comark_part_may_for_others (ComarkDossier *dossier, ComarkAction action)
{
  ComarkStanding standing = dossier->standing;

  standing.about_other = TRUE;
  return comark_access_check (&standing, action, NULL);
}

char *
comark_part_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
comark_part_set_text (GtkTextView *view, const char *text)
{
  g_autofree char *shown = comark_part_dup_text (view);

  if (g_strcmp0 (shown, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

GtkWindow *
comark_part_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

char *
comark_part_today (GtkWidget *widget)
{
  ComarkActHost *host = comark_act_host_of (widget);
  ComarkRegister *reg = host != NULL ? comark_act_host_get_register (host) : NULL;

  return comark_day_from_ms (reg != NULL
                               ? comark_clock_now_ms (comark_register_get_clock (reg))
                               : g_get_real_time () / 1000);
}

void
comark_part_name (GtkWidget *widget, const char *name)
{
  /* GTK 4.8 would say the button's own label after the name as well. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* ---- words ---- */

static char *
start_with_capital (const char *text)
{
  GString *capital = g_string_new (NULL);

  g_string_append_unichar (capital, g_unichar_toupper (g_utf8_get_char (text)));
  if (*text != '\0')
    g_string_append (capital, g_utf8_next_char (text));
  return g_string_free (capital, FALSE);
}

char *
comark_part_group_words (ComarkFramework *framework, ComarkMemberKind kind)
{
  return start_with_capital (
    comark_framework_words (framework, kind == COMARK_KIND_EXPERT ? "expert-by-experience"
                                                                  : "staff"));
}

char *
comark_part_value_sign (ComarkValue value)
{
  return value == COMARK_VALUE_NONE ? g_strdup ("–") : comark_value_to_text (value);
}

char *
comark_part_value_words (ComarkFramework *framework, ComarkValue value)
{
  const ComarkLevel *level = comark_framework_level (framework, value);

  if (value == COMARK_VALUE_CANNOT_TELL)
    return g_strdup (_("cannot tell yet"));
  if (value == COMARK_VALUE_NOT_APPLICABLE)
    return g_strdup (_("does not apply"));
  if (value == COMARK_VALUE_NONE)
    return g_strdup ("–");
  /* translators: a level of the scale and its name, as in "3, Shaped together" */
  return level != NULL ? g_strdup_printf (_("%d, %s"), value, level->name)
                       : comark_value_to_text (value);
}

char *
comark_part_join (GPtrArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == ids->len ? _(" and ") : ", ");
      g_string_append (text, g_ptr_array_index (ids, i));
    }
  return g_string_free (text, FALSE);
}
