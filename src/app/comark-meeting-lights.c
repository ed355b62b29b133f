/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meeting-lights.h"

#include <glib/gi18n.h>

#include "comark-wrap.h"

/* Two lights stand beside each other where there is room. */
#define CHARACTERS_A_LINE 38

typedef struct
{
  GtkWidget *box;
  GtkImage *shape;
  GtkLabel *word;
  GtkLabel *why;
} Light;

struct _ComarkMeetingLights
{
  AdwBin parent_instance;

  Light quorum; /* borrowed, as all below the box */
  Light parity;
};

G_DEFINE_FINAL_TYPE (ComarkMeetingLights, comark_meeting_lights, ADW_TYPE_BIN)

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
light_init (Light *self, GtkWidget *parent)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->shape = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "valign", GTK_ALIGN_START, NULL);
  self->word = new_label ("heading");
  self->why = new_label (NULL);
  g_object_set (self->why, "width-chars", CHARACTERS_A_LINE, "max-width-chars", CHARACTERS_A_LINE,
                NULL);
  gtk_widget_add_css_class (self->box, "comark-light");
  gtk_widget_add_css_class (GTK_WIDGET (self->shape), "comark-light-shape");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->shape));
  gtk_box_append (GTK_BOX (self->box), words);
  comark_wrap_append (COMARK_WRAP (parent), self->box);
}

/* A tick in a full circle, or a broken circle with a dash: never colour alone. */
static void
light_set (Light *self, gboolean is_on, const char *word, const char *why)
{
  gtk_image_set_from_icon_name (self->shape, is_on ? "object-select-symbolic"
                                                   : "content-loading-symbolic");
  if (is_on)
    gtk_widget_add_css_class (GTK_WIDGET (self->shape), "on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->shape), "on");
  gtk_label_set_label (self->word, word);
  gtk_label_set_label (self->why, why);
}

/* What is missing, or, if nothing is, who can vote. */
static char *
quorum_words (ComarkQuorumReport *quorum)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; !quorum->met && i < quorum->rules->len; i++)
    {
      ComarkQuorumRule *rule = g_ptr_array_index (quorum->rules, i);

      if (!rule->met)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", rule->sentence);
    }
  if (quorum->met)
    /* translators: numbers of members who can vote */
    g_string_append_printf (text, _("%u can vote: %u experts by experience, %u staff."),
                            quorum->n_voters, quorum->n_experts, quorum->n_staff);
  return g_string_free (text, FALSE);
}

static ComarkQuorumRule *
find_rule (ComarkQuorumReport *quorum, const char *id)
{
  for (guint i = 0; i < quorum->rules->len; i++)
    {
      ComarkQuorumRule *rule = g_ptr_array_index (quorum->rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }
  return NULL;
}

void
comark_meeting_lights_set (ComarkMeetingLights *self, ComarkQuorumReport *quorum)
{
  g_autofree char *why = quorum_words (quorum);
  ComarkQuorumRule *half = find_rule (quorum, "half");

  g_return_if_fail (COMARK_IS_MEETING_LIGHTS (self));

  light_set (&self->quorum, quorum->met, quorum->met ? _("Quorum: yes") : _("Quorum: not yet"),
             why);
  gtk_widget_set_visible (self->parity.box, half != NULL);
  if (half != NULL)
    light_set (&self->parity, half->met, half->met ? _("Parity: yes") : _("Parity: not yet"),
               half->sentence);
}

static void
comark_meeting_lights_class_init (ComarkMeetingLightsClass *klass)
{
}

static void
comark_meeting_lights_init (ComarkMeetingLights *self)
{
  GtkWidget *box = comark_wrap_new ();

  light_init (&self->quorum, box);
  light_init (&self->parity, box);
  adw_bin_set_child (ADW_BIN (self), box);
}
