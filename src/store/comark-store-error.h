/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong with a register. A code says what the caller can do next; the message is a
 * whole sentence for people. The engine's own words go to the debug log only, because they may
 * hold data. A cancelled request is G_IO_ERROR_CANCELLED.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_STORE_ERROR_BUSY,            /* somebody else is writing: try again */
  COMARK_STORE_ERROR_UNIQUE,          /* there is one already: use that, or choose another */
  COMARK_STORE_ERROR_CONSTRAINT,      /* the register refuses these values: correct them */
  COMARK_STORE_ERROR_DENIED,          /* this person may not: ask an administrator */
  COMARK_STORE_ERROR_CONFLICT,        /* changed by somebody else meanwhile: show both */
  COMARK_STORE_ERROR_READ_ONLY,       /* only reading is possible: save a copy elsewhere */
  COMARK_STORE_ERROR_FULL,            /* no room: keep the draft, make room, save again */
  COMARK_STORE_ERROR_CORRUPT,         /* damaged: restore a backup */
  COMARK_STORE_ERROR_NOT_A_REGISTER,  /* something else than a register: choose another file */
  COMARK_STORE_ERROR_TOO_NEW,         /* made by a newer program: update */
  COMARK_STORE_ERROR_CONNECTION_LOST, /* nothing was saved; keep the draft and retry */
  COMARK_STORE_ERROR_UNCONFIRMED,     /* lost while saving: retry with the same op id */
  COMARK_STORE_ERROR_IO,              /* the disk or system refused */
  COMARK_STORE_ERROR_NOT_FOUND,       /* there is no such row or file */
  COMARK_STORE_ERROR_SQL,             /* a fault of this program: report it */
} ComarkStoreError;
#define COMARK_N_STORE_ERRORS (COMARK_STORE_ERROR_SQL + 1)

#define COMARK_STORE_ERROR (comark_store_error_quark ())
GQuark comark_store_error_quark (void);

/* The general sentence of a code, for when nothing more is known. Static. */
const char *comark_store_error_sentence (ComarkStoreError code);

/* Sets @error to @code with its general sentence and logs @engine_text (nullable) for
 * developers. @engine_text never reaches the user. */
void comark_store_error_set (GError **error, ComarkStoreError code, const char *engine_text);

G_END_DECLS
