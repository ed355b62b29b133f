/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A speech service for tests, at SPEECHD_ADDRESS: the real Speech Dispatcher without sound, or one
 * that behaves as badly as it is told to.
 */
#pragma once

#include <gio/gio.h>

typedef enum
{
  SERVICE_SPEAKS,
  SERVICE_WITHOUT_MARKS, /* cannot tell words apart */
  SERVICE_WITHOUT_VOICE,
  SERVICE_DIES,       /* in the middle of a text */
  SERVICE_IS_MUTE,    /* takes the connection and never says a word */
  SERVICE_NEVER_ENDS, /* begins a text, and nothing more is heard */
  SERVICE_TALKS_ROT,
  SERVICE_INTERRUPTS, /* somebody else takes the voice */
} ServiceManner;

typedef struct _Service Service;

Service *service_new (ServiceManner manner);
void service_free (Service *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Service, service_free)

/* The commands that came so far, a line each. Returns: (transfer full) */
char *service_dup_heard (Service *self);

/* The real one with eSpeak NG and no sound. Returns: (transfer full) (nullable): NULL where it is
 * not installed */
GSubprocess *service_start_real (char **folder);
void service_stop_real (GSubprocess *process, char *folder);
