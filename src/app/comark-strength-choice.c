/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-strength-choice.h"

#include <glib/gi18n.h>

#include "comark-label.h"

#define N_STRENGTHS (COMARK_STRENGTH_CONFIRMED + 1)

struct _ComarkStrengthChoice
{
  AdwBin parent_instance;

  GtkCheckButton *buttons[N_STRENGTHS]; /* borrowed, by strength */

  gboolean is_filling;
};

enum
{
  PROP_NONE_WORDS = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static const char *const words[N_STRENGTHS] = {
  [COMARK_STRENGTH_SAID] = N_("Said: the owner says so"),
  [COMARK_STRENGTH_SHOWN] = N_("Shown: a dated document shows it"),
  [COMARK_STRENGTH_CONFIRMED] = N_("Confirmed: someone who took part says so"),
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkStrengthChoice, comark_strength_choice, ADW_TYPE_BIN)

/* Of a group two change at a time: the one that is chosen now speaks. */
static void
on_toggled_cb (ComarkStrengthChoice *self, GtkCheckButton *button)
{
  if (!self->is_filling && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_button (ComarkStrengthChoice *self, ComarkStrength strength)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_check_button_new ());

  if (words[strength] != NULL)
    comark_label_put_in_check (button, _(words[strength]));
  self->buttons[strength] = button;
  gtk_check_button_set_group (button, strength != COMARK_STRENGTH_NONE
                                        ? self->buttons[COMARK_STRENGTH_NONE] : NULL);
  gtk_widget_add_css_class (GTK_WIDGET (button), "comark-choice");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (button);
}

void
comark_strength_choice_set (ComarkStrengthChoice *self, ComarkStrength strength)
{
  g_return_if_fail (COMARK_IS_STRENGTH_CHOICE (self));
  g_return_if_fail (strength < N_STRENGTHS);

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->buttons[strength], TRUE);
  self->is_filling = FALSE;
}

ComarkStrength
comark_strength_choice_get (ComarkStrengthChoice *self)
{
  g_return_val_if_fail (COMARK_IS_STRENGTH_CHOICE (self), COMARK_STRENGTH_NONE);

  for (ComarkStrength strength = 0; strength < N_STRENGTHS; strength++)
    if (gtk_check_button_get_active (self->buttons[strength]))
      return strength;
  return COMARK_STRENGTH_NONE;
}

/* ---- class ---- */

static void
comark_strength_choice_set_property (GObject *object, guint prop_id, const GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_NONE_WORDS)
    comark_label_put_in_check (COMARK_STRENGTH_CHOICE (object)->buttons[COMARK_STRENGTH_NONE],
                               g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_strength_choice_class_init (ComarkStrengthChoiceClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = comark_strength_choice_set_property;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                       GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  properties[PROP_NONE_WORDS]
    = g_param_spec_string ("none-words", NULL, NULL, "",
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
comark_strength_choice_init (ComarkStrengthChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (ComarkStrength strength = 0; strength < N_STRENGTHS; strength++)
    gtk_box_append (GTK_BOX (box), make_button (self, strength));
  adw_bin_set_child (ADW_BIN (self), box);
  comark_strength_choice_set (self, COMARK_STRENGTH_NONE);
}
