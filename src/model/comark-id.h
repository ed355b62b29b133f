/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys of every row: 16-byte UUIDv7 (RFC 9562, 5.7). Clients make them, so that a retry is the
 * same row and a file can move into a server without renumbering. They carry the time at which
 * they were made: never a secret, and never an order to rely on.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_ID_SIZE 16
#define COMARK_ID_TEXT_LENGTH 36

typedef struct
{
  guint8 bytes[COMARK_ID_SIZE];
} ComarkId;

/* A new id. Ids made by one process increase; thread safe. Cannot fail. */
ComarkId comark_id_new (void);

/* A new id that is random throughout: it does not tell when it was made. */
ComarkId comark_id_new_timeless (void);

/* The id that follows @id: always the same one for the same @id, one tick later, its random part
 * made from all of @id. */
ComarkId comark_id_after (const ComarkId *id);

/* The id of all zero bytes, which names nothing. */
#define COMARK_ID_NONE ((ComarkId){ { 0 } })

gboolean comark_id_is_none (const ComarkId *id);
gboolean comark_id_equal (gconstpointer a, gconstpointer b);
guint comark_id_hash (gconstpointer id);

/* Lower-case canonical text of 36 characters. Returns: (transfer full) */
char *comark_id_to_string (const ComarkId *id);

/* Reads canonical text. @text may come from outside: anything else than 36 characters of
 * 8-4-4-4-12 hexadecimal digits answers FALSE and leaves *id alone. */
gboolean comark_id_from_string (const char *text, ComarkId *id);

G_END_DECLS
