/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong with reading a document. A code says what the caller can do next; the
 * message is a whole sentence for the person.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_READER_ERROR_KIND,    /* not a kind that can be shown: save it and open it elsewhere */
  COMARK_READER_ERROR_LOCKED,  /* needs a password: ask the owner for a copy without one */
  COMARK_READER_ERROR_DAMAGED, /* broken, empty or too large: save it or ask for a new copy */
  COMARK_READER_ERROR_TOO_SLOW, /* this request took too long: another page may still work */
  COMARK_READER_ERROR_CRASHED, /* the reader process ended: another page may still work */
  COMARK_READER_ERROR_NO_PAGE, /* there is no such page */
  COMARK_READER_ERROR_FAILED,  /* the reader process could not be run at all */
} ComarkReaderError;

#define COMARK_READER_ERROR (comark_reader_error_quark ())
GQuark comark_reader_error_quark (void);

G_END_DECLS
