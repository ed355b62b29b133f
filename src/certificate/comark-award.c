/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-award.h"

#include "comark-award-number.h"
#include "comark-award-text.h"
#include "comark-clock.h"

#include <stddef.h>
#include <string.h>

struct _ComarkAward
{
  ComarkAwardFields fields; /* its strings are owned, and none is NULL */
  char *printed_number;
};

G_DEFINE_QUARK (comark-certificate-error-quark, comark_certificate_error)
G_DEFINE_BOXED_TYPE (ComarkAward, comark_award, comark_award_ref, comark_award_unref)

/* One string of the fields struct: how long it may be (always more than the page has room for, so
 * that it is the layout that shortens, and says so), what stands in for it when it is empty,
 * and what a person calls it when it must not be. */
typedef struct
{
  gsize offset;
  gsize max_chars;
  const char *fallback; /* NULL: stays empty */
  const char *needed_as;
} TextRule;

#define AT(field) offsetof (ComarkAwardFields, field)

static const TextRule text_rules[] = {
  { AT (number), 20, NULL, "a number" },
  { AT (replaces), 20, NULL, NULL },
  { AT (organisation), 200, NULL, "the organisation's name" },
  { AT (panel_name), 120, "Co-production approval panel", NULL },
  { AT (panel_makeup), 120, NULL, "who was on the panel" },
  { AT (title), 400, NULL, "the document's title" },
  { AT (type), 60, NULL, NULL },
  { AT (version), 60, NULL, "the document's version" },
  { AT (reference), 60, NULL, NULL },
  { AT (owner_team), 120, NULL, NULL },
  { AT (document_hash), 64, NULL, "the document's fingerprint" },
  { AT (outcome), 100, "Awarded", NULL },
  { AT (decided), 10, NULL, "the day of the decision" },
  { AT (valid_from), 10, NULL, "the day from which it is valid" },
  { AT (valid_until), 10, NULL, "the day until which it is valid" },
  { AT (framework), 120, NULL, "the framework's name" },
  { AT (framework_version), 40, NULL, "the framework's version" },
  { AT (made_by), 200, "people with lived experience, carers and staff", NULL },
  { AT (meaning), 400, COMARK_AWARD_MEANING, NULL },
  { AT (mark_credit), 200,
    "The idea of the triangle came from a person who uses services.", NULL },
  { AT (chair_names[0]), 120, NULL, "the first co-chair's name" },
  { AT (chair_names[1]), 120, NULL, "the second co-chair's name" },
  { AT (chair_roles[0]), 120, "Panel co-chair", NULL },
  { AT (chair_roles[1]), 120, "Panel co-chair", NULL },
  { AT (log_head), 128, NULL, "the head of the register's log" },
  { AT (check_line), 200, NULL, NULL },
};

static const char **
field_at (ComarkAwardFields *fields, gsize offset)
{
  return (const char **) (gpointer) ((char *) fields + offset);
}

static void
copy_clean (ComarkAwardFields *to, const ComarkAwardFields *from)
{
  *to = *from;
  for (gsize i = 0; i < G_N_ELEMENTS (text_rules); i++)
    {
      const TextRule *rule = &text_rules[i];
      const char **text = field_at (to, rule->offset);
      char *clean = comark_award_text_clean (*text, rule->max_chars);

      if (*clean == '\0' && rule->fallback != NULL)
        {
          g_free (clean);
          clean = g_strdup (rule->fallback);
        }
      *text = clean;
    }
}

static void
lower_hex (const char **field)
{
  char *lower = g_ascii_strdown (*field, -1);

  g_free ((char *) *field);
  *field = lower;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_INVALID,
               "The certificate cannot be made: %s.", why);
  return FALSE;
}

static gboolean
check_needed (const ComarkAwardFields *fields, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (text_rules); i++)
    {
      const TextRule *rule = &text_rules[i];
      g_autofree char *why = NULL;

      if (rule->needed_as == NULL
          || **field_at ((ComarkAwardFields *) fields, rule->offset) != '\0')
        continue;
      why = g_strdup_printf ("%s is missing", rule->needed_as);
      return refuse (error, why);
    }
  return TRUE;
}

static gboolean
check_days (const ComarkAwardFields *fields, GError **error)
{
  const char *days[] = { fields->decided, fields->valid_from, fields->valid_until };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (!comark_day_is_valid (days[i]))
      {
        g_autofree char *why = g_strdup_printf ("“%s” is not a day", days[i]);
        return refuse (error, why);
      }
  if (strcmp (fields->valid_until, fields->valid_from) < 0)
    return refuse (error, "it would end before it begins");
  return TRUE;
}

static gboolean
check_codes (const ComarkAwardFields *fields, GError **error)
{
  if (!comark_award_number_parse (fields->number, NULL, NULL))
    return refuse (error, "its number is not a number of the form CP-2026-0042-7");
  if (*fields->replaces != '\0' && !comark_award_number_parse (fields->replaces, NULL, NULL))
    return refuse (error, "the number it replaces is not of the form CP-2026-0042-7");
  if (!comark_award_text_is_hex (fields->document_hash, 64))
    return refuse (error, "the document's fingerprint is not 64 hexadecimal digits");
  if (!comark_award_text_is_hex (fields->log_head, 16))
    return refuse (error, "the head of the log is not 16 or more hexadecimal digits");
  return TRUE;
}

ComarkAward *
comark_award_new (const ComarkAwardFields *fields, GError **error)
{
  g_autoptr (ComarkAward) self = g_atomic_rc_box_new0 (ComarkAward);

  copy_clean (&self->fields, fields);
  lower_hex (&self->fields.document_hash);
  lower_hex (&self->fields.log_head);
  if (!check_needed (&self->fields, error) || !check_codes (&self->fields, error)
      || !check_days (&self->fields, error))
    return NULL;
  self->printed_number = self->fields.issue > 1
                           ? g_strdup_printf ("%s r%u", self->fields.number, self->fields.issue)
                           : g_strdup (self->fields.number);
  return g_steal_pointer (&self);
}

ComarkAward *
comark_award_ref (ComarkAward *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ComarkAward *self = data;

  for (gsize i = 0; i < G_N_ELEMENTS (text_rules); i++)
    g_free ((char *) *field_at (&self->fields, text_rules[i].offset));
  g_free (self->printed_number);
}

void
comark_award_unref (ComarkAward *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const ComarkAwardFields *
comark_award_get_fields (ComarkAward *self)
{
  return &self->fields;
}

const char *
comark_award_get_printed_number (ComarkAward *self)
{
  return self->printed_number;
}
