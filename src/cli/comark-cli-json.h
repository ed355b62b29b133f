/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as JSON: every noun has a table of its fields, so one function writes them all.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "comark-record.h"

G_BEGIN_DECLS

/* Adds @record as an object: ids and days as text, times as ISO 8601 UTC (0 as null), enums as
 * nicks, values as "3", "?", "n/a" or "". NULL gives null. */
void comark_cli_json_record (JsonBuilder *builder, ComarkRecord *record);

/* Adds an array of records. */
void comark_cli_json_records (JsonBuilder *builder, GPtrArray *records);

/* Adds a member with a text, or null for NULL. */
void comark_cli_json_text (JsonBuilder *builder, const char *name, const char *text);

/* Prints what @builder holds to stdout, and a newline. */
void comark_cli_json_print (JsonBuilder *builder);

/* Prints one record, or an array of them, alone. */
void comark_cli_json_print_record (ComarkRecord *record);
void comark_cli_json_print_records (GPtrArray *records);

G_END_DECLS
