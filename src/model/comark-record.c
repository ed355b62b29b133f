/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-record.h"

G_DEFINE_ABSTRACT_TYPE (ComarkRecord, comark_record, G_TYPE_OBJECT)

static void
get_id (ComarkRecord *self, const ComarkField *field, GValue *value)
{
  const ComarkId *id = &COMARK_RECORD_FIELD (self, ComarkId, field);

  if (!comark_id_is_none (id))
    g_value_take_string (value, comark_id_to_string (id));
}

static void
comark_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ComarkRecord *self = COMARK_RECORD (object);
  const ComarkField *field = &COMARK_RECORD_GET_CLASS (self)->fields[prop_id - 1];

  switch (field->kind)
    {
    case COMARK_FIELD_ID:
      get_id (self, field, value);
      break;
    case COMARK_FIELD_TEXT:
      g_value_set_string (value, COMARK_RECORD_FIELD (self, char *, field));
      break;
    case COMARK_FIELD_TEXTS:
      g_value_set_boxed (value, COMARK_RECORD_FIELD (self, char **, field));
      break;
    case COMARK_FIELD_INT:
      g_value_set_int64 (value, COMARK_RECORD_FIELD (self, gint64, field));
      break;
    case COMARK_FIELD_FLAG:
      g_value_set_boolean (value, COMARK_RECORD_FIELD (self, gboolean, field));
      break;
    case COMARK_FIELD_WORD:
      g_value_set_static_string (value, field->word (COMARK_RECORD_FIELD (self, int, field)));
      break;
    case COMARK_FIELD_ROLES:
      g_value_set_int64 (value, COMARK_RECORD_FIELD (self, guint, field));
      break;
    case COMARK_FIELD_VALUE:
      g_value_take_string (value,
                           comark_value_to_text (COMARK_RECORD_FIELD (self, ComarkValue, field)));
      break;
    case COMARK_FIELD_RECORD:
      g_value_set_object (value, COMARK_RECORD_FIELD (self, GObject *, field));
      break;
    case COMARK_FIELD_RECORDS:
      g_value_set_boxed (value, COMARK_RECORD_FIELD (self, GPtrArray *, field));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
free_field (ComarkRecord *self, const ComarkField *field)
{
  switch (field->kind)
    {
    case COMARK_FIELD_TEXT:
      g_free (COMARK_RECORD_FIELD (self, char *, field));
      break;
    case COMARK_FIELD_TEXTS:
      g_strfreev (COMARK_RECORD_FIELD (self, char **, field));
      break;
    case COMARK_FIELD_RECORD:
      g_clear_object (&COMARK_RECORD_FIELD (self, GObject *, field));
      break;
    case COMARK_FIELD_RECORDS:
      g_ptr_array_unref (COMARK_RECORD_FIELD (self, GPtrArray *, field));
      break;
    case COMARK_FIELD_ID:
    case COMARK_FIELD_INT:
    case COMARK_FIELD_FLAG:
    case COMARK_FIELD_WORD:
    case COMARK_FIELD_ROLES:
    case COMARK_FIELD_VALUE:
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
comark_record_finalize (GObject *object)
{
  ComarkRecord *self = COMARK_RECORD (object);
  ComarkRecordClass *klass = COMARK_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    free_field (self, &klass->fields[i]);
  G_OBJECT_CLASS (comark_record_parent_class)->finalize (object);
}

static void
comark_record_constructed (GObject *object)
{
  ComarkRecord *self = COMARK_RECORD (object);
  ComarkRecordClass *klass = COMARK_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (comark_record_parent_class)->constructed (object);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ComarkField *field = &klass->fields[i];
      if (field->kind == COMARK_FIELD_RECORDS)
        COMARK_RECORD_FIELD (self, GPtrArray *, field)
          = g_ptr_array_new_with_free_func (g_object_unref);
      if (field->kind == COMARK_FIELD_VALUE)
        COMARK_RECORD_FIELD (self, ComarkValue, field) = COMARK_VALUE_NONE;
    }
}

static void
comark_record_class_init (ComarkRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = comark_record_constructed;
  object_class->finalize = comark_record_finalize;
}

static void
comark_record_init (ComarkRecord *self)
{
}

static GParamSpec *
make_pspec (const ComarkField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');

  switch (field->kind)
    {
    case COMARK_FIELD_TEXTS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case COMARK_FIELD_INT:
    case COMARK_FIELD_ROLES:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case COMARK_FIELD_FLAG:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case COMARK_FIELD_RECORD:
      return g_param_spec_object (name, NULL, NULL, G_TYPE_OBJECT, flags);
    case COMARK_FIELD_RECORDS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    case COMARK_FIELD_ID:
    case COMARK_FIELD_TEXT:
    case COMARK_FIELD_WORD:
    case COMARK_FIELD_VALUE:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

void
comark_record_class_set_fields (ComarkRecordClass *klass,
                                const ComarkField *fields,
                                guint n_fields)
{
  klass->fields = fields;
  klass->n_fields = n_fields;
  /* GObject does not let a class inherit this one. */
  G_OBJECT_CLASS (klass)->get_property = comark_record_get_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, make_pspec (&fields[i]));
}

const ComarkField *
comark_record_get_fields (ComarkRecord *self, guint *n_fields)
{
  ComarkRecordClass *klass = COMARK_RECORD_GET_CLASS (self);

  *n_fields = klass->n_fields;
  return klass->fields;
}
