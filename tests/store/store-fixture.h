/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An empty register on the engine under test: PostgreSQL if COMARK_TEST_POSTGRES_URI is set
 * (tests/store/with-postgres does), else a SQLite file in a folder of its own.
 */
#pragma once

#include "comark-sql.h"
#include "comark-store.h"

G_BEGIN_DECLS

gboolean comark_fixture_is_postgres (void);

/* A place where no register is: a path in a new folder, or the URI of the emptied database.
 * Only the last one made may be in use on PostgreSQL. Returns: (transfer full) */
char *comark_fixture_place (void);

/* Removes a place, with the folder and what is in it. Frees @place. */
void comark_fixture_remove (char *place);

/* A connection to a new, empty register. Returns: (transfer full) */
ComarkSql *comark_fixture_open (void);

/* Closes it and removes the register. */
void comark_fixture_close (ComarkSql *sql);

/* The place of the register opened last. */
const char *comark_fixture_get_place (void);

/* Fails the test unless @error is @code of the store; frees it. */
void comark_fixture_assert_error (GError **error, ComarkStoreError code);

G_END_DECLS
