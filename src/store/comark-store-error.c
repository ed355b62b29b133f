/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-store-error.h"

G_DEFINE_QUARK (comark-store-error-quark, comark_store_error)

static const char *const sentences[] = {
  [COMARK_STORE_ERROR_BUSY] = "Somebody else is saving to this register just now. Please try "
                              "again in a moment.",
  [COMARK_STORE_ERROR_UNIQUE] = "The register already has one of these, and there can be only one.",
  [COMARK_STORE_ERROR_CONSTRAINT] = "The register does not accept these values.",
  [COMARK_STORE_ERROR_DENIED] = "The server does not let you do this. An administrator of the "
                                "register can help.",
  [COMARK_STORE_ERROR_CONFLICT] = "Somebody else changed this while you were working on it. "
                                  "Nothing was overwritten.",
  [COMARK_STORE_ERROR_READ_ONLY] = "This register can only be read from where it is. Save a copy "
                                   "somewhere else to change it.",
  [COMARK_STORE_ERROR_FULL] = "There is no room left on the disk. Nothing was saved; make some "
                              "room and save again.",
  [COMARK_STORE_ERROR_CORRUPT] = "The register is damaged. Please restore a backup, and keep the "
                                 "damaged file.",
  [COMARK_STORE_ERROR_NOT_A_REGISTER] = "This is not a Comark register.",
  [COMARK_STORE_ERROR_TOO_NEW] = "This register was made by a newer Comark. Please update the "
                                 "program to open it.",
  [COMARK_STORE_ERROR_CONNECTION_LOST] = "The connection to the register's server was lost. "
                                         "Nothing was saved yet.",
  [COMARK_STORE_ERROR_UNCONFIRMED] = "The connection was lost while saving, so it is not known "
                                     "yet whether it was saved.",
  [COMARK_STORE_ERROR_IO] = "The register's file could not be read or written.",
  [COMARK_STORE_ERROR_NOT_FOUND] = "This is not in the register.",
  [COMARK_STORE_ERROR_SQL] = "Comark made a mistake in talking to the register. Nothing was "
                             "saved; please report this.",
};
G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == COMARK_N_STORE_ERRORS);

const char *
comark_store_error_sentence (ComarkStoreError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (sentences), sentences[0]);

  return sentences[code];
}

void
comark_store_error_set (GError **error, ComarkStoreError code, const char *engine_text)
{
  if (engine_text != NULL)
    g_debug ("register: %s", engine_text);
  g_set_error_literal (error, COMARK_STORE_ERROR, code, comark_store_error_sentence (code));
}
