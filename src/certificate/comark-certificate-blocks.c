/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-layout-private.h"

#include "comark-award-text.h"
#include "comark-mark-drawing.h"

#define MARK_WIDTH 78.0
#define MARK_TOP 30.0
#define CREDIT_TOP 114.0
#define CREDIT_WIDTH 76.0
#define QR_SIZE 36.0 /* with its quiet zone, which may lie outside the grid */
#define QR_QUIET (QR_SIZE * 4 / 41)
#define CHECK_LEFT (LAYOUT_LEFT + QR_SIZE - 2 * QR_QUIET + 5)
#define CHECK_GAP 1.7 /* between the lines beside the code and the address under it */
#define SIGNATURE_GAP 9.0
#define SIGNATURE_WIDTH ((LAYOUT_RIGHT_WIDTH - SIGNATURE_GAP) / 2)
#define SIGNATURE_ABOVE 0.6 /* between a name and its line */
#define SIGNATURE_BELOW 1.4 /* between a line and the role */

static const ComarkTextStyle signature_style
  = { COMARK_BOX_P, COMARK_FACE_SIGNATURE, COMARK_COLOUR_NAVY, 1.1, FALSE,
      { { 21, 1 }, { 18, 1 }, { 14, 1 } } };
static const ComarkTextStyle role_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, 1.2, FALSE, { { 12, 2 } } };
static const ComarkTextStyle number_style
  = { COMARK_BOX_P, COMARK_FACE_BOLD, COMARK_COLOUR_NAVY, 1.2, FALSE, { { 14, 1 } } };
static const ComarkTextStyle small_label_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, 1.2, FALSE, { { 12, 1 } } };
static const ComarkTextStyle code_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_INK, 1.2, FALSE, { { 12, 2 } } };
static const ComarkTextStyle check_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_INK, 1.2, FALSE, { { 12, 2 } } };
static const ComarkTextStyle credit_style
  = { COMARK_BOX_P, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, 1.25, TRUE, { { 12, 3 } } };

/* How much the two want, at the size that both can have: neither co-chair is the larger. */
typedef struct
{
  double height;
  double size_pt;
} Pair;

static Pair
measure_pair (ComarkCertificateLayout *self, const ComarkTextStyle *style, guint skip,
              const char *const texts[2])
{
  Pair pair = { 0, G_MAXDOUBLE };

  for (guint i = 0; i < 2; i++)
    {
      ComarkBox probe = { 0 };

      comark_text_fit (self->context, style, skip, texts[i], SIGNATURE_WIDTH, &probe);
      pair.height = MAX (pair.height, probe.rect.height);
      pair.size_pt = MIN (pair.size_pt, probe.size_pt);
      comark_text_fit_clear (&probe);
    }
  return pair;
}

static guint
common_skip (ComarkCertificateLayout *self)
{
  double size_pt
    = measure_pair (self, &signature_style, 0, self->fields->chair_names).size_pt;
  guint skip = 0;

  while (signature_style.sizes[skip].size_pt > size_pt)
    skip++;
  return skip;
}

/* Both lines are level, whichever name or role is the taller; the roles stand on the foot. */
ComarkSignatures
comark_layout_measure_signatures (ComarkCertificateLayout *self)
{
  const ComarkAwardFields *fields = self->fields;
  ComarkSignatures out = { .skip = common_skip (self) };

  out.rule = LAYOUT_FOOT - SIGNATURE_BELOW
             - measure_pair (self, &role_style, 0, fields->chair_roles).height;
  out.top = out.rule - SIGNATURE_ABOVE
            - measure_pair (self, &signature_style, out.skip, fields->chair_names).height;
  return out;
}

static void
add_signature (ComarkCertificateLayout *self, guint i, const ComarkSignatures *where)
{
  static const char *const names[2][3] = {
    { "signature-1", "signature-1-rule", "role-1" },
    { "signature-2", "signature-2-rule", "role-2" },
  };
  const double x = LAYOUT_RIGHT + i * (SIGNATURE_WIDTH + SIGNATURE_GAP);
  ComarkBox *name, *role;

  name = comark_layout_nth (
    self, comark_layout_add_text (self, names[i][0], &signature_style, where->skip,
                                  self->fields->chair_names[i], SIGNATURE_WIDTH));
  comark_text_fit_move (name, x, where->rule - SIGNATURE_ABOVE - name->rect.height);
  comark_layout_add_shape (self, names[i][1], COMARK_BOX_ORNAMENT, COMARK_COLOUR_NAVY,
                           (ComarkRect){ x, where->rule, SIGNATURE_WIDTH, 0.25 });
  role = comark_layout_nth (
    self, comark_layout_add_text (self, names[i][2], &role_style, 0,
                                  self->fields->chair_roles[i], SIGNATURE_WIDTH));
  comark_text_fit_move (role, x, where->rule + SIGNATURE_BELOW);
}

void
comark_layout_add_signatures (ComarkCertificateLayout *self, const ComarkSignatures *where)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->fields->chair_names); i++)
    add_signature (self, i, where);
}

/* Adds a line @gap under *y, and moves *y to its foot. */
static void
add_check_line (ComarkCertificateLayout *self, const char *name, const ComarkTextStyle *style,
                const char *text, double gap, double *y)
{
  ComarkBox *box = comark_layout_nth (
    self, comark_layout_add_text (self, name, style, 0, text,
                                  LAYOUT_LEFT + LAYOUT_LEFT_WIDTH - CHECK_LEFT));

  comark_text_fit_move (box, CHECK_LEFT, *y + gap);
  *y += gap + box->rect.height;
}

static char *
fingerprint_text (const ComarkAwardFields *fields)
{
  g_autofree char *first = comark_award_text_group_hex (fields->document_hash, 4);
  g_autofree char *second = comark_award_text_group_hex (fields->document_hash + 16, 4);

  return g_strdup_printf ("%s\n%s", first, second);
}

/* Returns their height. */
static double
add_check_lines (ComarkCertificateLayout *self, const ComarkAwardFields *fields)
{
  g_autofree char *fingerprint = fingerprint_text (fields);
  g_autofree char *head = comark_award_text_group_hex (fields->log_head, 4);
  g_autofree char *log = g_strdup_printf ("Log %s", head);
  g_autofree char *replaces = g_strdup_printf ("Replaces %s", fields->replaces);
  double y = 0;

  add_check_line (self, "number", &number_style, comark_award_get_printed_number (self->award),
                  0, &y);
  if (*fields->replaces != '\0')
    add_check_line (self, "replaces", &small_label_style, replaces, 0.8, &y);
  add_check_line (self, "fingerprint-label", &small_label_style, "Fingerprint of this version",
                  1.7, &y);
  add_check_line (self, "fingerprint", &code_style, fingerprint, 0.6, &y);
  add_check_line (self, "log", &code_style, log, 1.7, &y);
  return y;
}

/* How to check, at the foot. Returns its top. */
static double
add_check_address (ComarkCertificateLayout *self)
{
  ComarkBox *box;

  if (*self->fields->check_line == '\0')
    return LAYOUT_FOOT;
  box = comark_layout_nth (self, comark_layout_add_text (self, "check", &check_style, 0,
                                                         self->fields->check_line,
                                                         LAYOUT_LEFT_WIDTH));
  comark_text_fit_move (box, LAYOUT_LEFT, LAYOUT_FOOT - box->rect.height);
  return box->rect.y;
}

/* Code and lines begin level; under both, and on the foot, stands how to check them. */
void
comark_layout_add_check (ComarkCertificateLayout *self)
{
  guint first = self->boxes->len, end;
  double height = add_check_lines (self, self->fields), top;

  end = self->boxes->len;
  comark_layout_add_shape (self, "qr", COMARK_BOX_FIGURE, COMARK_COLOUR_INK,
                           (ComarkRect){ LAYOUT_LEFT - QR_QUIET, 0, QR_SIZE, QR_SIZE });
  top = add_check_address (self) - MAX (height + CHECK_GAP, QR_SIZE - QR_QUIET);
  comark_layout_nth (self, end)->rect.y = top - QR_QUIET;
  for (guint i = first; i < end; i++)
    {
      ComarkBox *box = comark_layout_nth (self, i);

      comark_text_fit_move (box, box->rect.x, box->rect.y + top);
    }
}

void
comark_layout_add_mark (ComarkCertificateLayout *self)
{
  comark_layout_add_shape (self, "mark", COMARK_BOX_FIGURE, COMARK_COLOUR_INK,
                           (ComarkRect){ LAYOUT_LEFT + (LAYOUT_LEFT_WIDTH - MARK_WIDTH) / 2,
                                         MARK_TOP, MARK_WIDTH,
                                         MARK_WIDTH * COMARK_MARK_ASPECT });
}

void
comark_layout_add_credit (ComarkCertificateLayout *self)
{
  guint index = comark_layout_add_text (self, "credit", &credit_style, 0,
                                        self->fields->mark_credit, CREDIT_WIDTH);

  comark_text_fit_move (comark_layout_nth (self, index),
                        LAYOUT_LEFT + (LAYOUT_LEFT_WIDTH - CREDIT_WIDTH) / 2, CREDIT_TOP);
}
