/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The base of every noun: an immutable record. A noun is a struct of public fields and a table
 * that names them; from the table the base makes the read-only properties that .ui files bind to,
 * frees what the fields own, and lets JSON be written without a line per noun.
 *
 * Life: whoever reads it from the register (or from a file) makes it with its _new(), fills the
 * fields and hands it over; from then on nobody writes to it, so any thread may read it.
 */
#pragma once

#include <glib-object.h>

#include "comark-id.h"
#include "comark-types.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_FIELD_ID,      /* ComarkId; the property is its text, NULL for none */
  COMARK_FIELD_TEXT,    /* char *, owned, nullable */
  COMARK_FIELD_TEXTS,   /* char **, owned, nullable */
  COMARK_FIELD_INT,     /* gint64 */
  COMARK_FIELD_FLAG,    /* gboolean */
  COMARK_FIELD_WORD,    /* an enum of comark-types.h; the property is its nick */
  COMARK_FIELD_ROLES,   /* guint of ComarkRole bits; the property is an int64 */
  COMARK_FIELD_VALUE,   /* ComarkValue; the property is its text */
  COMARK_FIELD_RECORD,  /* ComarkRecord *, owned, nullable */
  COMARK_FIELD_RECORDS, /* GPtrArray of records, owned, never NULL */
} ComarkFieldKind;

typedef const char *(*ComarkWordFunc) (int value);

typedef struct
{
  const char *name; /* with underscores, as in C; the property has hyphens */
  ComarkFieldKind kind;
  gsize offset;
  ComarkWordFunc word; /* for COMARK_FIELD_WORD */
} ComarkField;

#define COMARK_TYPE_RECORD (comark_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (ComarkRecord, comark_record, COMARK, RECORD, GObject)

struct _ComarkRecordClass
{
  GObjectClass parent_class;

  const ComarkField *fields;
  guint n_fields;
};

/* Called in a noun's class_init: @fields must live as long as the program. */
void comark_record_class_set_fields (ComarkRecordClass *klass,
                                     const ComarkField *fields,
                                     guint n_fields);

/* The table of @self's noun. Returns: (transfer none) */
const ComarkField *comark_record_get_fields (ComarkRecord *self, guint *n_fields);

/* Where @field of @self is stored. */
#define COMARK_RECORD_FIELD(self, Type, field) (*(Type *) ((char *) (self) + (field)->offset))

#define COMARK_FIELD(Noun, name, KIND) \
  { #name, COMARK_FIELD_##KIND, G_STRUCT_OFFSET (Noun, name), NULL }
#define COMARK_FIELD_NICK(Noun, name, nick) \
  { #name, COMARK_FIELD_WORD, G_STRUCT_OFFSET (Noun, name), \
    (ComarkWordFunc) (void (*) (void)) nick }

/* The two declarations and the definitions that all nouns share. */
#define COMARK_DECLARE_NOUN(Noun, noun, NOUN)                       \
  G_DECLARE_FINAL_TYPE (Noun, noun, COMARK, NOUN, ComarkRecord)     \
  /* An empty record for its maker to fill. Returns: (transfer full) */ \
  Noun *noun##_new (void);

#define COMARK_DEFINE_NOUN(Noun, noun, fields)                                          \
  G_DEFINE_FINAL_TYPE (Noun, noun, COMARK_TYPE_RECORD)                                  \
  static void noun##_class_init (Noun##Class *klass)                                    \
  {                                                                                     \
    comark_record_class_set_fields (COMARK_RECORD_CLASS (klass), fields,                \
                                    G_N_ELEMENTS (fields));                             \
  }                                                                                     \
  static void noun##_init (Noun *self) {}                                               \
  Noun *noun##_new (void) { return g_object_new (noun##_get_type (), NULL); }

G_END_DECLS
