/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-cli-json.h"

#include <string.h>

static void
add_text (JsonBuilder *builder, const char *text)
{
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
comark_cli_json_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  add_text (builder, text);
}

static void
add_texts (JsonBuilder *builder, char **texts)
{
  json_builder_begin_array (builder);
  for (char **text = texts; text && *text; text++)
    json_builder_add_string_value (builder, *text);
  json_builder_end_array (builder);
}

/* Fields named for an instant hold milliseconds; a script wants a time. */
static gboolean
is_instant (const ComarkField *field)
{
  return g_str_equal (field->name, "at") || g_str_has_suffix (field->name, "_at");
}

static void
add_int (JsonBuilder *builder, const ComarkField *field, gint64 value)
{
  if (!is_instant (field))
    json_builder_add_int_value (builder, value);
  else if (value == 0)
    json_builder_add_null_value (builder);
  else
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (value / 1000);
      g_autofree char *text = time ? g_date_time_format_iso8601 (time) : NULL;
      add_text (builder, text);
    }
}

static void
add_id (JsonBuilder *builder, const ComarkId *id)
{
  g_autofree char *text = comark_id_is_none (id) ? NULL : comark_id_to_string (id);

  add_text (builder, text);
}

static void
add_roles (JsonBuilder *builder, guint roles)
{
  json_builder_begin_array (builder);
  for (guint role = COMARK_ROLE_OWNER; role <= COMARK_ROLE_ADMINISTRATOR; role <<= 1)
    if (roles & role)
      json_builder_add_string_value (builder, comark_role_nick (role));
  json_builder_end_array (builder);
}

static void
add_value (JsonBuilder *builder, ComarkValue value)
{
  g_autofree char *text = comark_value_to_text (value);

  add_text (builder, text);
}

static void
add_field (JsonBuilder *builder, ComarkRecord *record, const ComarkField *field)
{
  switch (field->kind)
    {
    case COMARK_FIELD_ID:
      add_id (builder, &COMARK_RECORD_FIELD (record, ComarkId, field));
      break;
    case COMARK_FIELD_TEXT:
      add_text (builder, COMARK_RECORD_FIELD (record, char *, field));
      break;
    case COMARK_FIELD_TEXTS:
      add_texts (builder, COMARK_RECORD_FIELD (record, char **, field));
      break;
    case COMARK_FIELD_INT:
      add_int (builder, field, COMARK_RECORD_FIELD (record, gint64, field));
      break;
    case COMARK_FIELD_FLAG:
      json_builder_add_boolean_value (builder, COMARK_RECORD_FIELD (record, gboolean, field));
      break;
    case COMARK_FIELD_WORD:
      add_text (builder, field->word (COMARK_RECORD_FIELD (record, int, field)));
      break;
    case COMARK_FIELD_ROLES:
      add_roles (builder, COMARK_RECORD_FIELD (record, guint, field));
      break;
    case COMARK_FIELD_VALUE:
      add_value (builder, COMARK_RECORD_FIELD (record, ComarkValue, field));
      break;
    case COMARK_FIELD_RECORD:
      comark_cli_json_record (builder, COMARK_RECORD_FIELD (record, ComarkRecord *, field));
      break;
    case COMARK_FIELD_RECORDS:
      comark_cli_json_records (builder, COMARK_RECORD_FIELD (record, GPtrArray *, field));
      break;
    default:
      g_assert_not_reached ();
    }
}

void
comark_cli_json_record (JsonBuilder *builder, ComarkRecord *record)
{
  const ComarkField *fields;
  guint n;

  if (record == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  fields = comark_record_get_fields (record, &n);
  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_set_member_name (builder, fields[i].name);
      add_field (builder, record, &fields[i]);
    }
  json_builder_end_object (builder);
}

void
comark_cli_json_records (JsonBuilder *builder, GPtrArray *records)
{
  json_builder_begin_array (builder);
  for (guint i = 0; records && i < records->len; i++)
    comark_cli_json_record (builder, g_ptr_array_index (records, i));
  json_builder_end_array (builder);
}

void
comark_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

void
comark_cli_json_print_record (ComarkRecord *record)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  comark_cli_json_record (builder, record);
  comark_cli_json_print (builder);
}

void
comark_cli_json_print_records (GPtrArray *records)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  comark_cli_json_records (builder, records);
  comark_cli_json_print (builder);
}
