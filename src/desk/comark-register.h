/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open register, as the window or a verb of the command line holds it: a store with its
 * workers, a clock, and the person who is acting. Lives on the main thread.
 */
#pragma once

#include "comark-desk.h"
#include "comark-store.h"

G_BEGIN_DECLS

#define COMARK_TYPE_REGISTER (comark_register_get_type ())
G_DECLARE_FINAL_TYPE (ComarkRegister, comark_register, COMARK, REGISTER, GObject)

/* Makes a register at @path (a file that must not exist, or a postgresql:// address) with
 * @framework (NULL: the built-in "made-in-co-production" version 1; else the bytes of a framework
 * file) and its first administrator. @administrator_name may be NULL: then the register has
 * nobody yet and the first person added must be an administrator (comarkctl init).
 * Blocks. Returns: (transfer full) (nullable) */
ComarkRegister *comark_register_create (const char *path,
                                        const char *organisation,
                                        ComarkPurpose purpose,
                                        GBytes *framework,
                                        const char *administrator_name,
                                        GError **error);

/* Opens a register. Blocks for a few milliseconds on a file. Returns: (transfer full) (nullable) */
ComarkRegister *comark_register_open (const char *path, GError **error);

void comark_register_open_async (const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
ComarkRegister *comark_register_open_finish (GAsyncResult *result, GError **error);

/* Waits for running jobs, then closes. Idempotent. The object stays valid and refuses jobs. */
void comark_register_close (ComarkRegister *self);

const char *comark_register_get_organisation (ComarkRegister *self);
ComarkPurpose comark_register_get_purpose (ComarkRegister *self);
ComarkClock *comark_register_get_clock (ComarkRegister *self); /* another one once it was moved */
ComarkStore *comark_register_get_store (ComarkRegister *self); /* for backups */
/* A file, not a server: it hides nothing from its owner. */
gboolean comark_register_is_embedded (ComarkRegister *self);
/* A copy that a member took home (comark-desk-home.h). */
gboolean comark_register_is_home (ComarkRegister *self);
gboolean comark_register_is_read_only (ComarkRegister *self);

/* Moves the clock; refused (COMARK_DESK_ERROR_REFUSED) on a live register (decisions.md 1). */
gboolean comark_register_move_clock (ComarkRegister *self, gint64 now_ms, GError **error);

/* Who is acting; NULL until one is chosen. Property "acting" (ComarkPerson), notified. */
ComarkPerson *comark_register_get_acting (ComarkRegister *self);
void comark_register_set_acting (ComarkRegister *self, ComarkPerson *person);

/* What runs on a worker. Answers a new object or record handed over whole, or NULL with @error.
 * An act without an answer returns COMARK_REGISTER_DONE. */
typedef gpointer (*ComarkRegisterJob) (ComarkDesk *desk, gpointer data, GError **error);
#define COMARK_REGISTER_DONE ((gpointer) 1)

/* @mode: COMARK_STORE_READ jobs may run beside a write; acts that change anything need
 * COMARK_STORE_WRITE. The job sees the person who was acting when this was called.
 * @data_destroy frees @data after the job, on the main thread; @result_destroy an answer that
 * nobody fetched. A job that was lost with its connection is tried again by itself, with the
 * same op; @data must bear that. */
void comark_register_run_async (ComarkRegister *self,
                                ComarkStoreAccess mode,
                                ComarkRegisterJob job,
                                gpointer data,
                                GDestroyNotify data_destroy,
                                GDestroyNotify result_destroy,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gpointer comark_register_run_finish (ComarkRegister *self, GAsyncResult *result, GError **error);

/* The same, waiting: for the command line and tests. */
gpointer comark_register_run (ComarkRegister *self,
                              ComarkStoreAccess mode,
                              ComarkRegisterJob job,
                              gpointer data,
                              GError **error);

/* Signal "changed" (no arguments): something was committed, by us or by another process; lists
 * and pages fetch again. Emitted on the main thread, at most a few times a second. */

G_END_DECLS
