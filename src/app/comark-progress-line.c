/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-progress-line.h"

#include <glib/gi18n.h>

#include "comark-workflow.h"

#define COLUMN_GAP 4
#define LINE_GAP 12

typedef struct
{
  GtkWidget *child;
  GtkImage *mark;
  GtkLabel *name;
  GtkLabel *word;
} Step;

struct _ComarkProgressLine
{
  GtkWidget parent_instance;

  Step steps[COMARK_N_STEPS];
};

G_DEFINE_FINAL_TYPE (ComarkProgressLine, comark_progress_line, GTK_TYPE_WIDGET)

/* In the order of ComarkStepStanding. The shapes differ without any colour. */
static const struct
{
  const char *word;
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [COMARK_STEP_DONE] = { N_("Done"), "object-select-symbolic", "done" },
  [COMARK_STEP_CURRENT] = { N_("Now"), "go-next-symbolic", "now" },
  [COMARK_STEP_AHEAD] = { N_("Later"), NULL, "ahead" },
  [COMARK_STEP_NOT_TAKEN] = { N_("Not taken"), "list-remove-symbolic", "not-taken" },
};

static void
show_step (Step *step, const char *name, ComarkStepStanding standing)
{
  /* translators: a step and where it stands, "Review: now" */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), _(name), _(looks[standing].word));

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (step->child, looks[i].css_class);
  gtk_widget_add_css_class (step->child, looks[standing].css_class);
  gtk_image_set_from_icon_name (step->mark, looks[standing].icon_name);
  gtk_label_set_label (step->name, _(name));
  gtk_label_set_label (step->word, _(looks[standing].word));
  gtk_accessible_update_property (GTK_ACCESSIBLE (step->child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
comark_progress_line_set_state (ComarkProgressLine *self, ComarkState state)
{
  ComarkStep steps[COMARK_N_STEPS];

  g_return_if_fail (COMARK_IS_PROGRESS_LINE (self));

  comark_workflow_steps (state, steps);
  for (guint i = 0; i < COMARK_N_STEPS; i++)
    show_step (&self->steps[i], steps[i].name, steps[i].standing);
}

/* ---- building ---- */

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build_step (ComarkProgressLine *self, Step *step)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  step->mark = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign",
                                        GTK_ALIGN_START, NULL));
  step->name = GTK_LABEL (new_label ("name"));
  step->word = GTK_LABEL (new_label ("word"));
  gtk_widget_add_css_class (GTK_WIDGET (step->mark), "mark");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (step->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (step->word));
  step->child = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                              "spacing", 8, NULL);
  gtk_box_append (GTK_BOX (step->child), GTK_WIDGET (step->mark));
  gtk_box_append (GTK_BOX (step->child), words);
  gtk_widget_add_css_class (step->child, "comark-step");
  gtk_widget_set_parent (step->child, GTK_WIDGET (self));
}

/* ---- laying out ---- */

static int
child_size (GtkWidget *widget, GtkOrientation orientation)
{
  ComarkProgressLine *self = COMARK_PROGRESS_LINE (widget);
  int largest = 0;

  for (guint i = 0; i < COMARK_N_STEPS; i++)
    {
      int size;
      gtk_widget_measure (self->steps[i].child, orientation, -1, &size, NULL, NULL, NULL);
      largest = MAX (largest, size);
    }
  return largest;
}

/* All in one line, else halves of it: no step is left alone in a line of its own. */
static int
count_columns (GtkWidget *widget, int width)
{
  int each = child_size (widget, GTK_ORIENTATION_HORIZONTAL) + COLUMN_GAP;
  int n = COMARK_N_STEPS;

  while (n > 1 && width >= 0 && n * each - COLUMN_GAP > width)
    n /= 2;
  return n;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  int each = child_size (widget, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = each;
      *natural = COMARK_N_STEPS * (each + COLUMN_GAP) - COLUMN_GAP;
    }
  else
    {
      int n_lines = COMARK_N_STEPS / count_columns (widget, for_size);
      *minimum = *natural = n_lines * (each + LINE_GAP) - LINE_GAP;
    }
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkProgressLine *self = COMARK_PROGRESS_LINE (widget);
  int n_columns = count_columns (widget, width);
  int each = (width + COLUMN_GAP) / n_columns - COLUMN_GAP;
  int line = child_size (widget, GTK_ORIENTATION_VERTICAL);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (int i = 0; i < COMARK_N_STEPS; i++)
    {
      int column = is_rtl ? n_columns - 1 - i % n_columns : i % n_columns;
      GtkAllocation place = { column * (each + COLUMN_GAP), i / n_columns * (line + LINE_GAP),
                              each, line };
      gtk_widget_size_allocate (self->steps[i].child, &place, -1);
    }
}

/* ---- class ---- */

static void
comark_progress_line_dispose (GObject *object)
{
  ComarkProgressLine *self = COMARK_PROGRESS_LINE (object);

  for (guint i = 0; i < COMARK_N_STEPS; i++)
    g_clear_pointer (&self->steps[i].child, gtk_widget_unparent);
  G_OBJECT_CLASS (comark_progress_line_parent_class)->dispose (object);
}

static void
comark_progress_line_class_init (ComarkProgressLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_progress_line_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
comark_progress_line_init (ComarkProgressLine *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Steps of this submission"), -1);
  for (guint i = 0; i < COMARK_N_STEPS; i++)
    build_step (self, &self->steps[i]);
}
