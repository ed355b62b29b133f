/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-act-host.h"

G_DEFINE_INTERFACE (ComarkActHost, comark_act_host, GTK_TYPE_WIDGET)

static void
comark_act_host_default_init (ComarkActHostInterface *iface)
{
}

ComarkActHost *
comark_act_host_of (GtkWidget *widget)
{
  while (widget != NULL)
    {
      GtkWidget *host = gtk_widget_get_ancestor (widget, COMARK_TYPE_ACT_HOST);
      GtkRoot *root = gtk_widget_get_root (widget);

      if (host != NULL)
        return COMARK_ACT_HOST (host);
      widget = GTK_IS_WINDOW (root) ? (GtkWidget *) gtk_window_get_transient_for (GTK_WINDOW (root))
                                    : NULL;
    }
  return NULL;
}

ComarkRegister *
comark_act_host_get_register (ComarkActHost *self)
{
  g_return_val_if_fail (COMARK_IS_ACT_HOST (self), NULL);

  return COMARK_ACT_HOST_GET_IFACE (self)->get_register (self);
}

void
comark_act_host_say (ComarkActHost *self, const char *sentence)
{
  g_return_if_fail (COMARK_IS_ACT_HOST (self));

  COMARK_ACT_HOST_GET_IFACE (self)->say (self, sentence);
}

void
comark_act_host_tell (ComarkActHost *self, GtkWindow *over, const char *heading, const char *body)
{
  g_return_if_fail (COMARK_IS_ACT_HOST (self));

  COMARK_ACT_HOST_GET_IFACE (self)->tell (self, over, heading, body);
}

void
comark_act_host_acted (ComarkActHost *self)
{
  g_return_if_fail (COMARK_IS_ACT_HOST (self));

  COMARK_ACT_HOST_GET_IFACE (self)->acted (self);
}
