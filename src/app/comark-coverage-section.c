/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-coverage-section.h"

#include <glib/gi18n.h>

#include "comark-coverage-view.h"
#include "comark-coverage-words.h"
#include "comark-desk-cover.h"
#include "comark-label.h"
#include "comark-part.h"

/* Room for the matrix, in letters: the criteria, and each item. */
#define CRITERIA_EM 14
#define ITEM_EM 7

struct _ComarkCoverageSection
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkLabel *sentence;
  GtkExpander *expander;
  GtkToggleButton *list_button;
  ComarkCoverageView *view;

  /* owned */
  ComarkDossier *dossier;

  /* borrowed */
  GdkSurface *surface;

  guint room_id; /* source: is there room for the matrix? */
  gboolean is_own;
};

enum
{
  SIGNAL_CRITERION_CHOSEN,
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkCoverageSection, comark_coverage_section, ADW_TYPE_BIN)

static ComarkCoverage *
coverage_of (ComarkCoverageSection *self)
{
  return self->is_own ? comark_dossier_own_coverage (self->dossier)
                      : comark_dossier_coverage (self->dossier);
}

/* ---- matrix or list ---- */

static int
em_pixels (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int em = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return em;
}

static gboolean
has_room (ComarkCoverageSection *self)
{
  int n_items = (int) self->dossier->evidence->len;

  return gtk_widget_get_width (GTK_WIDGET (self))
         >= (CRITERIA_EM + ITEM_EM * n_items) * em_pixels (GTK_WIDGET (self));
}

static void
choose_shape (ComarkCoverageSection *self)
{
  gboolean room = self->dossier != NULL && has_room (self);

  gtk_widget_set_visible (GTK_WIDGET (self->list_button), room);
  comark_coverage_view_set_as_list (self->view,
                                    !room || gtk_toggle_button_get_active (self->list_button));
}

static void
fill_view (ComarkCoverageSection *self)
{
  if (self->dossier == NULL || !gtk_expander_get_expanded (self->expander))
    return;
  choose_shape (self);
  comark_coverage_view_set (self->view, coverage_of (self), self->is_own);
}

static gboolean
on_room_cb (gpointer user_data)
{
  ComarkCoverageSection *self = user_data;

  self->room_id = 0;
  if (gtk_expander_get_expanded (self->expander))
    choose_shape (self);
  return G_SOURCE_REMOVE;
}

/* Widths are known once the window is laid out. */
static void
on_layout_cb (ComarkCoverageSection *self)
{
  if (self->room_id == 0)
    self->room_id = g_idle_add (on_room_cb, self);
}

void
comark_coverage_section_set_dossier (ComarkCoverageSection *self, ComarkDossier *dossier,
                                     gboolean own)
{
  g_autoptr (ComarkCoverage) coverage = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (COMARK_IS_COVERAGE_SECTION (self));

  g_set_object (&self->dossier, dossier);
  self->is_own = own;
  coverage = coverage_of (self);
  gtk_widget_set_visible (GTK_WIDGET (self), coverage != NULL);
  if (coverage == NULL)
    return;
  sentence = comark_coverage_sentence (coverage);
  gtk_label_set_label (self->heading, own ? _("The evidence, as you see it")
                                          : _("The evidence, as the panel sees it"));
  gtk_label_set_label (self->sentence, sentence);
  fill_view (self);
}

/* ---- passing on ---- */

static void
on_criterion_chosen_cb (ComarkCoverageSection *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_CRITERION_CHOSEN], 0, id);
}

static void
on_file_chosen_cb (ComarkCoverageSection *self, const char *hash)
{
  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, hash);
}

/* ---- class ---- */

static void
comark_coverage_section_realize (GtkWidget *widget)
{
  ComarkCoverageSection *self = COMARK_COVERAGE_SECTION (widget);

  GTK_WIDGET_CLASS (comark_coverage_section_parent_class)->realize (widget);
  self->surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_swapped (self->surface, "layout", G_CALLBACK (on_layout_cb), self);
}

static void
comark_coverage_section_unrealize (GtkWidget *widget)
{
  ComarkCoverageSection *self = COMARK_COVERAGE_SECTION (widget);

  g_signal_handlers_disconnect_by_func (self->surface, on_layout_cb, self);
  self->surface = NULL;
  g_clear_handle_id (&self->room_id, g_source_remove);
  GTK_WIDGET_CLASS (comark_coverage_section_parent_class)->unrealize (widget);
}

static void
comark_coverage_section_dispose (GObject *object)
{
  ComarkCoverageSection *self = COMARK_COVERAGE_SECTION (object);

  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_coverage_section_parent_class)->dispose (object);
}

static void
comark_coverage_section_class_init (ComarkCoverageSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_coverage_section_dispose;
  widget_class->realize = comark_coverage_section_realize;
  widget_class->unrealize = comark_coverage_section_unrealize;
  signals[SIGNAL_CRITERION_CHOSEN]
    = g_signal_new ("criterion-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_STRING);
  signals[SIGNAL_FILE_CHOSEN] = g_signal_new ("file-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (COMARK_TYPE_COVERAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/comark/Comark/comark-coverage-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkCoverageSection, heading);
  gtk_widget_class_bind_template_child (widget_class, ComarkCoverageSection, sentence);
  gtk_widget_class_bind_template_child (widget_class, ComarkCoverageSection, expander);
  gtk_widget_class_bind_template_child (widget_class, ComarkCoverageSection, list_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCoverageSection, view);
  gtk_widget_class_bind_template_callback (widget_class, fill_view);
  gtk_widget_class_bind_template_callback (widget_class, choose_shape);
  gtk_widget_class_bind_template_callback (widget_class, on_criterion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_chosen_cb);
}

static void
comark_coverage_section_init (ComarkCoverageSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
