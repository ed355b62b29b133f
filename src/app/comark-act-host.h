/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page stands in: it has the open register, and says to the person what came of an act.
 * The window is one; tests bring their own. Pages reach it through comark-act.h.
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ACT_HOST (comark_act_host_get_type ())
G_DECLARE_INTERFACE (ComarkActHost, comark_act_host, COMARK, ACT_HOST, GtkWidget)

struct _ComarkActHostInterface
{
  GTypeInterface parent_iface;

  ComarkRegister *(*get_register) (ComarkActHost *self);
  void (*say) (ComarkActHost *self, const char *sentence);
  void (*tell) (ComarkActHost *self, GtkWindow *over, const char *heading, const char *body);
  void (*acted) (ComarkActHost *self);
};

/* The host of @widget: its nearest ancestor that is one, or else that of the window which its
 * window belongs to. Returns: (transfer none) (nullable) */
ComarkActHost *comark_act_host_of (GtkWidget *widget);

/* The open register. Returns: (transfer none) (nullable) */
ComarkRegister *comark_act_host_get_register (ComarkActHost *self);

/* Says one short sentence in passing (a toast). */
void comark_act_host_say (ComarkActHost *self, const char *sentence);

/* Says what must not be missed, in a dialog over @over (nullable: the host's own window). Does
 * nothing while the same words are still on the screen. */
void comark_act_host_tell (ComarkActHost *self, GtkWindow *over, const char *heading,
                           const char *body);

/* Something was written through this host: what it shows is fetched again. */
void comark_act_host_acted (ComarkActHost *self);

G_END_DECLS
