/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-practice-card.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-part.h"

static const char *
view_words (ComarkPracticeView view)
{
  switch (view)
    {
    case COMARK_PRACTICE_ALIKE:
      return _("You see it as the model answer does.");
    case COMARK_PRACTICE_NEAR:
      return _("Yours is one of the answers that are fine here.");
    case COMARK_PRACTICE_OTHER:
    default:
      return _("You see it in another way. This is what the model answer looked at; on a panel, "
               "your reason would be worth hearing.");
    }
}

static void
add (GtkWidget *card, const char *text, const char *css_class)
{
  gtk_box_append (GTK_BOX (card), comark_label_new (text, css_class));
}

static void
add_answer (GtkWidget *card, ComarkFramework *framework, const char *format, ComarkValue value,
            const char *why)
{
  g_autofree char *words = comark_part_value_words (framework, value);
  GString *heading = g_string_new (format);

  g_string_replace (heading, "%s", words, 1);
  add (card, heading->str, "heading");
  if (why != NULL && *why != '\0')
    add (card, why, NULL);
  g_string_free (heading, TRUE);
}

static void
add_near (GtkWidget *card, const ComarkPracticeCriterion *criterion)
{
  if (criterion->near->len > 0)
    add (card, _("Fine as well"), "heading");
  for (guint i = 0; i < criterion->near->len; i++)
    add (card, ((ComarkPracticeAnswer *) criterion->near->pdata[i])->why, NULL);
}

GtkWidget *
comark_practice_card_new (ComarkFramework *framework, const ComarkPracticeCriterion *criterion,
                          ComarkRating *rating)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  const ComarkCriterion *one = comark_framework_criterion (framework, criterion->criterion);
  ComarkValue value = rating != NULL ? rating->value : COMARK_VALUE_NONE;
  g_autofree char *title = g_strdup_printf ("%s  %s", one->id, one->title);

  gtk_widget_add_css_class (card, "comark-part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add (card, title, "title-4");
  add (card, view_words (comark_practice_compare (criterion, value, NULL)), "comark-banner");
  /* translators: %s is a rating, as "3, Shaped together" */
  add_answer (card, framework, _("You: %s"), value, rating != NULL ? rating->reason : NULL);
  /* translators: %s is a rating, as "3, Shaped together" */
  add_answer (card, framework, _("The model answer: %s"), criterion->model->value,
              criterion->model->why);
  add_near (card, criterion);
  return card;
}
