/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agreed.h"

struct _ComarkAgreed
{
  gatomicrefcount refs;
  GHashTable *values;  /* criterion id → Entry */
  GHashTable *answers; /* question id → Entry */
};

typedef struct
{
  ComarkValue value;
  ComarkStrength strength;
  gboolean yes;
  char *because;
} Entry;

G_DEFINE_BOXED_TYPE (ComarkAgreed, comark_agreed, comark_agreed_ref, comark_agreed_unref)

static Entry *
entry_new (const Entry *from, const char *because)
{
  Entry *entry = g_memdup2 (from, sizeof *from);

  entry->because = g_strdup (because ? because : "");
  return entry;
}

static void
entry_free (Entry *entry)
{
  g_free (entry->because);
  g_free (entry);
}

ComarkAgreed *
comark_agreed_new (void)
{
  ComarkAgreed *self = g_new0 (ComarkAgreed, 1);

  g_atomic_ref_count_init (&self->refs);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) entry_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) entry_free);
  return self;
}

ComarkAgreed *
comark_agreed_ref (ComarkAgreed *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
comark_agreed_unref (ComarkAgreed *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->answers);
  g_free (self);
}

static void
copy_entries (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer id, entry;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    g_hash_table_insert (to, g_strdup (id), entry_new (entry, ((Entry *) entry)->because));
}

ComarkAgreed *
comark_agreed_copy (ComarkAgreed *self)
{
  ComarkAgreed *copy = comark_agreed_new ();

  copy_entries (copy->values, self->values);
  copy_entries (copy->answers, self->answers);
  return copy;
}

void
comark_agreed_set (ComarkAgreed *self, const char *criterion, ComarkValue value,
                   ComarkStrength strength, const char *because)
{
  const Entry entry = { .value = value, .strength = strength };

  g_hash_table_insert (self->values, g_strdup (criterion), entry_new (&entry, because));
}

ComarkValue
comark_agreed_value (ComarkAgreed *self, const char *criterion)
{
  const Entry *entry = g_hash_table_lookup (self->values, criterion);

  return entry ? entry->value : COMARK_VALUE_NONE;
}

ComarkStrength
comark_agreed_strength (ComarkAgreed *self, const char *criterion)
{
  const Entry *entry = g_hash_table_lookup (self->values, criterion);

  return entry ? entry->strength : COMARK_STRENGTH_NONE;
}

const char *
comark_agreed_because (ComarkAgreed *self, const char *criterion)
{
  const Entry *entry = g_hash_table_lookup (self->values, criterion);

  return entry ? entry->because : "";
}

void
comark_agreed_answer (ComarkAgreed *self, const char *question, gboolean yes,
                      const char *because)
{
  const Entry entry = { .yes = yes };

  g_hash_table_insert (self->answers, g_strdup (question), entry_new (&entry, because));
}

gboolean
comark_agreed_get_answer (ComarkAgreed *self, const char *question, gboolean *yes,
                          const char **because)
{
  const Entry *entry = g_hash_table_lookup (self->answers, question);

  if (entry == NULL)
    return FALSE;
  if (yes != NULL)
    *yes = entry->yes;
  if (because != NULL)
    *because = entry->because;
  return TRUE;
}
