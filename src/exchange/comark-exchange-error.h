/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a file was refused. A message is a whole sentence for a person, with the file's name, the
 * line where there is one, and what to do.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_EXCHANGE_ERROR (comark_exchange_error_quark ())
GQuark comark_exchange_error_quark (void);

typedef enum
{
  COMARK_EXCHANGE_ERROR_FAILED,            /* could not be read or written at all */
  COMARK_EXCHANGE_ERROR_NOT_XML,           /* not well formed, NUL, or not UTF-8 */
  COMARK_EXCHANGE_ERROR_NOT_VALID,         /* breaks the schema or a rule beyond it */
  COMARK_EXCHANGE_ERROR_DTD,               /* carries a document type or entities */
  COMARK_EXCHANGE_ERROR_TOO_LARGE,         /* more bytes than the limit */
  COMARK_EXCHANGE_ERROR_TOO_DEEP,          /* elements nested deeper than the limit */
  COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK, /* names a framework that is not here */
  COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, /* names a criterion that the framework has not */
  COMARK_EXCHANGE_ERROR_NOT_ZIP,           /* a pack that is no zip */
  COMARK_EXCHANGE_ERROR_TRUNCATED,         /* ends early */
  COMARK_EXCHANGE_ERROR_BOMB,              /* unpacks to far more than it is */
  COMARK_EXCHANGE_ERROR_PATH,              /* a name that leads outside, or no name */
  COMARK_EXCHANGE_ERROR_DUPLICATE,         /* one name or id twice */
  COMARK_EXCHANGE_ERROR_MISSING_FILE,      /* a listed file is not there */
  COMARK_EXCHANGE_ERROR_HASH,              /* a file's SHA-256 is not the listed one */
} ComarkExchangeError;

G_END_DECLS
