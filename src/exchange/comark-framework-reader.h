/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Framework file (data/schemas/framework.rng) → ComarkFramework. Beyond the schema it refuses
 * ids given twice, rules and routes that name what is not there, anchors for levels that the
 * scale has not, a ladder that a "does not apply" could upset, and a framework without an outcome
 * to fall back on; each with its line. Any thread.
 */
#pragma once

#include "comark-exchange-error.h"
#include "comark-framework.h"

G_BEGIN_DECLS

/* The framework a new register takes when none is named. */
#define COMARK_FRAMEWORK_DEFAULT "made-in-co-production-1"

/* Each returns: (transfer full): NULL with an error of COMARK_EXCHANGE_ERROR.
 * @name stands in messages. @id of a built-in: COMARK_FRAMEWORK_DEFAULT. */
ComarkFramework *comark_framework_load_bytes (GBytes *bytes, const char *name, GError **error);
ComarkFramework *comark_framework_load_file (const char *path, GError **error);
ComarkFramework *comark_framework_load_builtin (const char *id, GError **error);

/* Ids of the frameworks that the program carries, sorted. Returns: (transfer full) */
char **comark_framework_list_builtin (void);

G_END_DECLS
