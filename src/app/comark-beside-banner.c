/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-beside-banner.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-merge.h"
#include "comark-merge.h"
#include "comark-part.h"

struct _ComarkBesideBanner
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *words;
  GtkLabel *here;
  GtkLabel *other;

  /* owned */
  ComarkRatingBeside *beside;
  char *ref;
};

enum
{
  SIGNAL_CHOOSING,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkBesideBanner, comark_beside_banner, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- choosing ---- */

typedef struct
{
  char *ref;
  char *criterion;
  ComarkId source;
  gboolean theirs;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->ref);
  g_free (choice->criterion);
  g_free (choice);
}

static gpointer
choose_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Choice *choice = data;

  return comark_desk_choose_wording (desk, choice->ref, choice->criterion, &choice->source,
                                     choice->theirs, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static void
choose (ComarkBesideBanner *self, GtkWidget *button, gboolean theirs)
{
  Choice *choice;

  if (self->beside == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_CHOOSING], 0);
  choice = g_new0 (Choice, 1);
  choice->ref = g_strdup (self->ref);
  choice->criterion = g_strdup (self->beside->criterion);
  choice->source = self->beside->source;
  choice->theirs = theirs;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = choose_job, .data = choice, .data_destroy = choice_free, .trigger = button,
    .said = theirs ? _("The other wording stands now.") : _("What is here stays."),
  });
}

static void
on_keep_clicked_cb (ComarkBesideBanner *self, GtkWidget *button)
{
  choose (self, button, FALSE);
}

static void
on_take_clicked_cb (ComarkBesideBanner *self, GtkWidget *button)
{
  choose (self, button, TRUE);
}

/* ---- showing ---- */

static const char *
strength_words (ComarkStrength strength)
{
  switch (strength)
    {
    case COMARK_STRENGTH_SAID:
      return _("Said");
    case COMARK_STRENGTH_SHOWN:
      return _("Shown");
    case COMARK_STRENGTH_CONFIRMED:
      return _("Confirmed");
    case COMARK_STRENGTH_NONE:
    default:
      return "–";
    }
}

static void
add_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
}

/* Only the fields that there is something to choose of. */
static char *
describe (ComarkFramework *framework, guint fields, const ComarkMergeSide *answer)
{
  GString *text = g_string_new (NULL);
  g_autofree char *value = comark_part_value_words (framework, answer->value);

  if (fields & COMARK_MERGE_VALUE)
    {
      g_autofree char *part = g_strdup_printf (_("Rating: %s"), value);
      add_part (text, part);
    }
  if (fields & COMARK_MERGE_STRENGTH)
    {
      g_autofree char *part
        = g_strdup_printf (_("How well it is shown: %s"), strength_words (answer->strength));
      add_part (text, part);
    }
  if (fields & COMARK_MERGE_REASON)
    {
      g_autofree char *part = g_strdup_printf (_("In words: “%s”"), answer->reason);
      add_part (text, part);
    }
  return g_string_free (text, FALSE);
}

static ComarkRatingBeside *
find_beside (ComarkDossier *dossier, const char *criterion)
{
  for (guint i = 0; i < dossier->beside->len; i++)
    {
      ComarkRatingBeside *beside = g_ptr_array_index (dossier->beside, i);

      if (g_strcmp0 (beside->criterion, criterion) == 0)
        return beside;
    }
  return NULL;
}

static ComarkMergeSide
answer_here (ComarkDossier *dossier, const char *criterion)
{
  if (*criterion == '\0')
    return (ComarkMergeSide) { COMARK_VALUE_NONE, dossier->own_first->body, COMARK_STRENGTH_NONE };
  return comark_merge_side_of (comark_dossier_rating (dossier->own_first, criterion));
}

static void
fill (ComarkBesideBanner *self, ComarkDossier *dossier)
{
  ComarkRatingBeside *beside = self->beside;
  const ComarkMergeSide here = answer_here (dossier, beside->criterion);
  const ComarkMergeSide other = { beside->value, beside->reason, beside->strength };
  g_autofree char *what = *beside->criterion
                            /* translators: the id of a criterion */
                            ? g_strdup_printf (_("Your rating of %s"), beside->criterion)
                            : g_strdup (_("Your overall comment"));
  g_autofree char *words
    /* translators: what was changed, as in "Your rating of C1" */
    = g_strdup_printf (_("%s was changed in two places. Both wordings are kept until you choose "
                         "one."), what);
  g_autofree char *ours = describe (dossier->framework, (guint) beside->fields, &here);
  g_autofree char *theirs = describe (dossier->framework, (guint) beside->fields, &other);

  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->here, ours);
  gtk_label_set_label (self->other, theirs);
}

void
comark_beside_banner_show (ComarkBesideBanner *self, ComarkDossier *dossier,
                           const char *criterion)
{
  ComarkRatingBeside *beside;

  g_return_if_fail (COMARK_IS_BESIDE_BANNER (self));

  beside = find_beside (dossier, criterion);
  if (beside == NULL)
    beside = find_beside (dossier, "");
  g_set_object (&self->beside, beside);
  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  if (beside != NULL)
    fill (self, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self), beside != NULL);
}

char *
comark_beside_banner_sum_up (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < dossier->beside->len; i++)
    {
      ComarkRatingBeside *beside = g_ptr_array_index (dossier->beside, i);

      if (*beside->criterion != '\0'
          && (ids->len == 0
              || g_strcmp0 (g_ptr_array_index (ids, ids->len - 1), beside->criterion) != 0))
        g_ptr_array_add (ids, beside->criterion);
    }
  if (ids->len == 0)
    return NULL;
  joined = comark_part_join (ids);
  /* translators: ids of criteria, as "A1, B2 and C3" */
  return g_strdup_printf (_("Two wordings of yours wait for you to choose one: %s."), joined);
}

/* ---- class ---- */

static void
comark_beside_banner_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_BESIDE_BANNER);
  g_clear_object (&COMARK_BESIDE_BANNER (object)->beside);
  G_OBJECT_CLASS (comark_beside_banner_parent_class)->dispose (object);
}

static void
comark_beside_banner_finalize (GObject *object)
{
  g_free (COMARK_BESIDE_BANNER (object)->ref);
  G_OBJECT_CLASS (comark_beside_banner_parent_class)->finalize (object);
}

static void
comark_beside_banner_class_init (ComarkBesideBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_beside_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_beside_banner_finalize;
  signals[SIGNAL_CHOOSING] = g_signal_new ("choosing", COMARK_TYPE_BESIDE_BANNER,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-beside-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkBesideBanner, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkBesideBanner, here);
  gtk_widget_class_bind_template_child (widget_class, ComarkBesideBanner, other);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked_cb);
}

static void
comark_beside_banner_init (ComarkBesideBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
