/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-layout-private.h"

#include <string.h>

#include "comark-clock.h"

#define LABEL_WIDTH 31.0
#define RULE_WIDTH 30.0

/* Gaps grow into a page with room, and close up on a full one. */
#define MAX_STRETCH 1.8
#define MIN_STRETCH 0.3

static const ComarkTextStyle organisation_style
  = { COMARK_BOX_P, COMARK_FACE_BOLD, COMARK_COLOUR_TEAL, 1.2, FALSE, { { 14, 1 }, { 12, 2 } } };
static const ComarkTextStyle heading_style
  = { COMARK_BOX_H1, COMARK_FACE_DISPLAY, COMARK_COLOUR_NAVY, 1.1, FALSE, { { 43, 1 } } };
static const ComarkTextStyle lead_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, 1.25, FALSE, { { 12.5, 1 } } };
static const ComarkTextStyle title_style
  = { COMARK_BOX_H2, COMARK_FACE_DISPLAY, COMARK_COLOUR_INK, 1.1, FALSE,
      { { 25, 2 }, { 20, 3 }, { 17, 3 } } };
static const ComarkTextStyle details_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, 1.25, FALSE, { { 12.5, 1 }, { 12, 2 } } };
static const ComarkTextStyle meaning_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_INK, 1.3, FALSE, { { 13, 3 }, { 12, 4 } } };
static const ComarkTextStyle label_style
  = { COMARK_BOX_P, COMARK_FACE_BOLD, COMARK_COLOUR_NAVY, 1.25, FALSE, { { 12, 1 } } };
static const ComarkTextStyle value_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_INK, 1.25, FALSE, { { 12, 2 } } };

/* One thing in a column: the box @index, or the pair of boxes @index and @index + 1 beside each
 * other, @gap mm (before stretching) under the one before. */
typedef struct
{
  guint index;
  double gap;
  gboolean is_row;
} Item;

typedef struct
{
  ComarkCertificateLayout *self;
  guint skip; /* how many sizes of the title are too large for this page */
  Item items[16];
  guint n_items;
} Column;

static void
column_take (Column *column, guint index, double gap, gboolean is_row)
{
  g_assert (column->n_items < G_N_ELEMENTS (column->items));
  column->items[column->n_items++] = (Item){ index, gap, is_row };
}

static void
column_text (Column *column, const char *name, const ComarkTextStyle *style, const char *text,
             double gap)
{
  guint skip = style == &title_style ? column->skip : 0;

  if (*text != '\0')
    column_take (column,
                 comark_layout_add_text (column->self, name, style, skip, text,
                                         LAYOUT_RIGHT_WIDTH),
                 gap, FALSE);
}

static void
column_rule (Column *column, const char *name, ComarkColour colour, double width, double gap)
{
  comark_layout_add_shape (column->self, name, COMARK_BOX_ORNAMENT, colour,
                           (ComarkRect){ 0, 0, width, 0.7 });
  column_take (column, column->self->boxes->len - 1, gap, FALSE);
}

static void
column_row (Column *column, const char *label_name, const char *label, const char *name,
            const char *value, double gap)
{
  guint index = comark_layout_add_text (column->self, label_name, &label_style, 0, label,
                                        LABEL_WIDTH - 1);

  comark_layout_add_text (column->self, name, &value_style, 0, value,
                          LAYOUT_RIGHT_WIDTH - LABEL_WIDTH);
  column_take (column, index, gap, TRUE);
}

static double
item_height (Column *column, const Item *item)
{
  double height = comark_layout_nth (column->self, item->index)->rect.height;

  return item->is_row
           ? MAX (height, comark_layout_nth (column->self, item->index + 1)->rect.height)
           : height;
}

static double
sum_heights (Column *column, double *gaps)
{
  double heights = 0;

  *gaps = 0;
  for (guint i = 0; i < column->n_items; i++)
    {
      heights += item_height (column, &column->items[i]);
      *gaps += column->items[i].gap;
    }
  return heights;
}

static void
place_row (ComarkCertificateLayout *self, guint index, double y)
{
  ComarkBox *label = comark_layout_nth (self, index), *value = comark_layout_nth (self, index + 1);
  double below = value->lines[0].baseline - label->lines[0].baseline;

  comark_text_fit_move (value, LAYOUT_RIGHT + LABEL_WIDTH, y);
  comark_text_fit_move (label, LAYOUT_RIGHT, y + MAX (below, 0));
}

static gboolean
column_fits (Column *column, double height)
{
  double gaps, heights = sum_heights (column, &gaps);

  return heights + gaps * MIN_STRETCH <= height;
}

static void
place_column (Column *column, double height)
{
  double gaps, heights = sum_heights (column, &gaps);
  double stretch = CLAMP ((height - heights) / gaps, MIN_STRETCH, MAX_STRETCH);
  double y = LAYOUT_TOP;

  for (guint i = 0; i < column->n_items; i++)
    {
      Item *item = &column->items[i];

      y += item->gap * stretch;
      if (item->is_row)
        place_row (column->self, item->index, y);
      else
        comark_text_fit_move (comark_layout_nth (column->self, item->index), LAYOUT_RIGHT, y);
      y += item_height (column, item);
    }
}

static void
append_part (GString *out, const char *before, const char *part)
{
  if (*part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append (out, before);
  g_string_append (out, part);
}

/* "Policy, version 3.2, reference C-147, from Discharge Working Group" */
static char *
details_text (const ComarkAwardFields *fields)
{
  GString *out = g_string_new (fields->type);

  append_part (out, out->len > 0 ? "version " : "Version ", fields->version);
  append_part (out, "reference ", fields->reference);
  append_part (out, "from ", fields->owner_team);
  return g_string_free (out, FALSE);
}

static char *
decision_text (const ComarkAwardFields *fields)
{
  g_autofree char *day = comark_day_to_words (fields->decided);
  /* "Awarded on 3 May 2026", but "Awarded, exemplar, on 3 May 2026": the framework's own words say
     what was decided, and a comma that was opened is closed. */
  const char *comma = strchr (fields->outcome, ',') != NULL ? "," : "";

  return g_strdup_printf ("%s%s on %s", fields->outcome, comma, day);
}

static char *
validity_text (const ComarkAwardFields *fields)
{
  g_autofree char *from = comark_day_to_words (fields->valid_from);
  g_autofree char *until = comark_day_to_words (fields->valid_until);

  return g_strdup_printf ("from %s until %s", from, until);
}

static void
build_award (Column *column, const ComarkAwardFields *fields)
{
  g_autofree char *details = details_text (fields);

  column_text (column, "organisation", &organisation_style, fields->organisation, 0);
  column_text (column, "heading", &heading_style, "Made in co-production", 0.6);
  column_rule (column, "rule", COMARK_COLOUR_GOLD, RULE_WIDTH, 2.4);
  column_text (column, "lead", &lead_style, "This mark is awarded to", 3.2);
  column_text (column, "title", &title_style, fields->title, 1.2);
  column_text (column, "details", &details_style, details, 1.2);
  column_text (column, "meaning", &meaning_style, fields->meaning, 3.6);
}

static void
build_facts (Column *column, const ComarkAwardFields *fields)
{
  g_autofree char *panel = g_strdup_printf ("%s: %s", fields->panel_name, fields->panel_makeup);
  g_autofree char *framework
    = g_strdup_printf ("%s, version %s", fields->framework, fields->framework_version);
  g_autofree char *decision = decision_text (fields);
  g_autofree char *validity = validity_text (fields);

  column_rule (column, "stripe", COMARK_COLOUR_TEAL, LAYOUT_RIGHT_WIDTH, 4.2);
  column_row (column, "made-by-label", "Made by", "made-by", fields->made_by, 2.4);
  column_row (column, "panel-label", "The panel", "panel", panel, 1.3);
  column_row (column, "framework-label", "Judged against", "framework", framework, 1.3);
  column_row (column, "decision-label", "Decision", "decision", decision, 1.3);
  column_row (column, "validity-label", "Valid", "validity", validity, 1.3);
}

/* The title gives way when a page is too full at its tightest. */
void
comark_layout_add_column (ComarkCertificateLayout *self, double foot)
{
  const double height = foot - LAYOUT_TOP;
  guint n_boxes = self->boxes->len, n_shortened = self->shortened->len;
  Column column = { .self = self };

  for (;; column.skip++)
    {
      column.n_items = 0;
      build_award (&column, self->fields);
      build_facts (&column, self->fields);
      if (column.skip == G_N_ELEMENTS (title_style.sizes) - 1 || column_fits (&column, height))
        break;
      g_array_set_size (self->boxes, n_boxes);
      g_ptr_array_set_size (self->shortened, (int) n_shortened);
    }
  place_column (&column, height);
}
