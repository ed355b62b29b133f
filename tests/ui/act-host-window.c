/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act-host-window.h"

static void host_init (ComarkActHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestActHost, test_act_host, GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (COMARK_TYPE_ACT_HOST, host_init))

static ComarkRegister *
test_act_host_get_register (ComarkActHost *host)
{
  return TEST_ACT_HOST (host)->reg;
}

static void
test_act_host_say (ComarkActHost *host, const char *sentence)
{
  TestActHost *self = TEST_ACT_HOST (host);

  g_free (self->said);
  self->said = g_strdup (sentence);
}

static void
test_act_host_tell (ComarkActHost *host, GtkWindow *over, const char *heading, const char *body)
{
  TestActHost *self = TEST_ACT_HOST (host);

  g_free (self->told);
  self->told = g_strdup_printf ("%s: %s", heading, body);
}

static void
test_act_host_acted (ComarkActHost *host)
{
  TEST_ACT_HOST (host)->n_acted++;
}

static void
host_init (ComarkActHostInterface *iface)
{
  iface->get_register = test_act_host_get_register;
  iface->say = test_act_host_say;
  iface->tell = test_act_host_tell;
  iface->acted = test_act_host_acted;
}

static void
test_act_host_finalize (GObject *object)
{
  TestActHost *self = TEST_ACT_HOST (object);

  g_clear_object (&self->reg);
  g_free (self->said);
  g_free (self->told);
  G_OBJECT_CLASS (test_act_host_parent_class)->finalize (object);
}

static void
test_act_host_class_init (TestActHostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_act_host_finalize;
}

static void
test_act_host_init (TestActHost *self)
{
}

TestActHost *
test_act_host_new (ComarkRegister *reg, GtkWidget *page)
{
  TestActHost *self = g_object_new (TEST_TYPE_ACT_HOST, NULL);

  self->reg = g_object_ref (reg);
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (self), page);
  gtk_window_present (GTK_WINDOW (self));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self));
  return self;
}
