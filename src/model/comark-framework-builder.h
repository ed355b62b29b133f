/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a framework is made from; only its reader uses it. The builder owns every text, list and
 * part in one place, and the finished framework takes the builder over whole. One thread.
 */
#pragma once

#include "comark-framework.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id, *version, *name, *effective_from, *language, *credit;
  guint valid_months, confirm_months, renew_months;
  GBytes *source; /* owned */

  /* As the getters of ComarkFramework give them. */
  GPtrArray *levels, *rungs, *placements, *sections, *criteria, *routes, *document_types;
  GPtrArray *questions, *outcomes, *sealing, *references;

  GHashTable *words;   /* key → ComarkWord */
  GHashTable *strings; /* "language key" → text */

  GStringChunk *texts;
  GPtrArray *blocks;
  GPtrArray *lists;
} ComarkFrameworkBuilder;

typedef struct
{
  const char *one;
  const char *many;
} ComarkWord;

ComarkFrameworkBuilder *comark_framework_builder_new (void);
void comark_framework_builder_free (ComarkFrameworkBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkFrameworkBuilder, comark_framework_builder_free)

/* Keeps @text, which is freed, for as long as the builder or its framework lives.
 * @text: (transfer full) (nullable), NULL is kept as "" */
const char *comark_framework_builder_text (ComarkFrameworkBuilder *self, char *text);

/* The words of @text between white space, kept. @text: (transfer full) (nullable) */
const char *const *comark_framework_builder_split (ComarkFrameworkBuilder *self, char *text);

/* Room for one part, all zero, kept. */
gpointer comark_framework_builder_alloc (ComarkFrameworkBuilder *self, gsize size);

/* An empty list, kept. */
GPtrArray *comark_framework_builder_list (ComarkFrameworkBuilder *self);

/* @self: (transfer full). Returns: (transfer full) */
ComarkFramework *comark_framework_builder_finish (ComarkFrameworkBuilder *self);

G_END_DECLS
