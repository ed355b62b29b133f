/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-id.h"

#include <string.h>
#include <sys/random.h>

static GMutex last_lock;
static guint64 last_ticks;

/* Milliseconds and a 12-bit fraction in one number that never goes back (RFC 9562, 6.2,
 * method 3): two ids of one process always differ and increase, even when the clock jumps. */
static guint64
next_ticks (void)
{
  guint64 us = (guint64) g_get_real_time ();
  guint64 ticks = (us / 1000) << 12 | (us % 1000) * 4096 / 1000;

  g_mutex_lock (&last_lock);
  ticks = MAX (ticks, last_ticks + 1);
  last_ticks = ticks;
  g_mutex_unlock (&last_lock);
  return ticks;
}

static guint64
get_ticks (const ComarkId *id)
{
  guint64 ms = 0;

  for (int i = 0; i < 6; i++)
    ms = ms << 8 | id->bytes[i];
  return ms << 12 | (guint64) (id->bytes[6] & 0x0f) << 8 | id->bytes[7];
}

/* The time, and the bits that say what kind of id this is; the rest of @id stays. */
static void
put_ticks (ComarkId *id, guint64 ticks)
{
  for (int i = 0; i < 6; i++)
    id->bytes[i] = (guint8) (ticks >> (52 - 8 * i));
  id->bytes[6] = 0x70 | ((ticks >> 8) & 0x0f);
  id->bytes[7] = ticks & 0xff;
  id->bytes[8] = 0x80 | (id->bytes[8] & 0x3f);
}

static void
fill_randomly (ComarkId *id)
{
  if (getrandom (id->bytes, sizeof id->bytes, 0) != sizeof id->bytes)
    g_error ("the system gives no random numbers");
}

ComarkId
comark_id_new (void)
{
  ComarkId id;

  fill_randomly (&id);
  put_ticks (&id, next_ticks ());
  return id;
}

ComarkId
comark_id_new_timeless (void)
{
  ComarkId id;

  fill_randomly (&id);
  id.bytes[6] = 0x40 | (id.bytes[6] & 0x0f);
  id.bytes[8] = 0x80 | (id.bytes[8] & 0x3f);
  return id;
}

ComarkId
comark_id_after (const ComarkId *id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  ComarkId next;

  g_checksum_update (checksum, id->bytes, sizeof id->bytes);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (next.bytes, digest, sizeof next.bytes);
  put_ticks (&next, get_ticks (id) + 1);
  return next;
}

gboolean
comark_id_is_none (const ComarkId *id)
{
  return comark_id_equal (id, &COMARK_ID_NONE);
}

gboolean
comark_id_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, COMARK_ID_SIZE) == 0;
}

guint
comark_id_hash (gconstpointer id)
{
  guint hash;

  /* The last bytes are random; the first are the time and alike. */
  memcpy (&hash, ((const ComarkId *) id)->bytes + COMARK_ID_SIZE - sizeof hash, sizeof hash);
  return hash;
}

char *
comark_id_to_string (const ComarkId *id)
{
  GString *text = g_string_sized_new (COMARK_ID_TEXT_LENGTH);

  for (int i = 0; i < COMARK_ID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        g_string_append_c (text, '-');
      g_string_append_printf (text, "%02x", id->bytes[i]);
    }
  return g_string_free (text, FALSE);
}

gboolean
comark_id_from_string (const char *text, ComarkId *id)
{
  ComarkId read;
  int n = 0;

  if (text == NULL || strlen (text) != COMARK_ID_TEXT_LENGTH)
    return FALSE;
  for (const char *c = text; *c; c++)
    {
      if (n == 4 || n == 6 || n == 8 || n == 10)
        if (*c == '-' && (c == text || c[-1] != '-'))
          continue;
      if (n == COMARK_ID_SIZE || !g_ascii_isxdigit (c[0]) || !g_ascii_isxdigit (c[1]))
        return FALSE;
      read.bytes[n++] = (guint8) (g_ascii_xdigit_value (c[0]) << 4 | g_ascii_xdigit_value (c[1]));
      c++;
    }
  if (n != COMARK_ID_SIZE)
    return FALSE;
  *id = read;
  return TRUE;
}
