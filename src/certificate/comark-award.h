/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that stands on one certificate. An award is an immutable value: it is checked and
 * its strings are cleaned once, when it is made, so that no painter or writer needs to doubt it.
 * It may be shared between threads.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The errors of this whole room; the message is a sentence for a person. */
#define COMARK_CERTIFICATE_ERROR (comark_certificate_error_quark ())
GQuark comark_certificate_error_quark (void);

typedef enum
{
  COMARK_CERTIFICATE_ERROR_INVALID, /* a field is missing or not what it should be */
  COMARK_CERTIFICATE_ERROR_FONTS,   /* the certificate's typefaces are not installed */
  COMARK_CERTIFICATE_ERROR_DRAW,    /* cairo could not make the page (no memory) */
  COMARK_CERTIFICATE_ERROR_WRITE,   /* the file could not be written; nothing was left there */
} ComarkCertificateError;

/* The fields of domain.md 5.1. All text is UTF-8. "needed" fields must not be empty once cleaned
 * (comark_award_text_clean()); the others may be NULL and then have the default that is named, or
 * are left out. Days are ISO 8601 ("2026-11-22"). */
typedef struct
{
  const char *number;            /* needed: CP-2026-0042-7 with a right check digit */
  guint issue;                   /* 0 or 1 for the first; 2 is printed as "r2" */
  const char *replaces;          /* number of the award that this one replaces */

  const char *organisation;      /* needed */
  const char *panel_name;        /* default "Co-production approval panel" */
  const char *panel_makeup;      /* needed: "3 experts by experience, 3 staff" */

  const char *title;             /* needed: the document's */
  const char *type;              /* "Policy" */
  const char *version;           /* needed: "3.2" */
  const char *reference;         /* the organisation's own: "C-147" */
  const char *owner_team;        /* "Discharge Working Group" */
  const char *document_hash;     /* needed: SHA-256, 64 hexadecimal digits of either case */

  const char *outcome;           /* default "Awarded" */
  gboolean exemplar;
  const char *decided;           /* needed: day */
  const char *valid_from;        /* needed: day */
  const char *valid_until;       /* needed: day, not before valid_from */
  const char *framework;         /* needed: name */
  const char *framework_version; /* needed */

  const char *made_by;           /* default "people with lived experience, carers and staff" */
  const char *meaning;           /* default COMARK_AWARD_MEANING */
  const char *mark_credit;       /* default: who the triangle comes from */

  const char *chair_names[2];    /* needed: as the two co-chairs wish to be named */
  const char *chair_roles[2];    /* default "Panel co-chair" */

  const char *log_head;          /* needed: head of the register's log, 16 or more hex digits */
  const char *check_line;        /* how to check it: an address, a telephone number */
} ComarkAwardFields;

/* What the mark says and does not say (domain.md 5.1). */
#define COMARK_AWARD_MEANING                                                                  \
  "A panel of people with lived experience and staff looked at evidence of how this was "     \
  "made. The mark is about how it was made together. It does not check clinical accuracy."

typedef struct _ComarkAward ComarkAward;

#define COMARK_TYPE_AWARD (comark_award_get_type ())
GType comark_award_get_type (void);

/* Copies and cleans @fields. COMARK_CERTIFICATE_ERROR_INVALID names the field that is wrong.
 * Returns: (transfer full) (nullable) */
ComarkAward *comark_award_new (const ComarkAwardFields *fields, GError **error);

ComarkAward *comark_award_ref (ComarkAward *self);
void comark_award_unref (ComarkAward *self);

/* The cleaned fields, defaults filled in; optional text that is absent is "", never NULL, and
 * hexadecimal digits are lower case. Lives as long as @self. */
const ComarkAwardFields *comark_award_get_fields (ComarkAward *self);

/* The number as printed, with the issue where it is not the first: "CP-2026-0042-7 r2".
 * Lives as long as @self. */
const char *comark_award_get_printed_number (ComarkAward *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkAward, comark_award_unref)

G_END_DECLS
