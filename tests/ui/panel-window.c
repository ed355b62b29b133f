/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-window.h"

#include "comark-act-host.h"

struct _PanelWindow
{
  AdwWindow parent_instance;

  Panel *panel; /* borrowed */
  ComarkRegister *reg;
  ComarkSubmissionTab *tab; /* borrowed */
  Who who;
  char *said;
  guint n_acted;
};

static ComarkRegister *
get_register (ComarkActHost *host)
{
  return PANEL_WINDOW (host)->reg;
}

static void
say (ComarkActHost *host, const char *sentence)
{
  g_free (PANEL_WINDOW (host)->said);
  PANEL_WINDOW (host)->said = g_strdup (sentence);
}

static void
tell (ComarkActHost *host, GtkWindow *over, const char *heading, const char *body)
{
  say (host, body);
}

static void
acted (ComarkActHost *host)
{
  PANEL_WINDOW (host)->n_acted++;
  panel_window_reload (PANEL_WINDOW (host));
}

static void
act_host_init (ComarkActHostInterface *iface)
{
  iface->get_register = get_register;
  iface->say = say;
  iface->tell = tell;
  iface->acted = acted;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PanelWindow, panel_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (COMARK_TYPE_ACT_HOST, act_host_init))

static void
panel_window_dispose (GObject *object)
{
  PanelWindow *self = PANEL_WINDOW (object);

  if (self->reg != NULL)
    comark_register_close (self->reg);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->said, g_free);
  G_OBJECT_CLASS (panel_window_parent_class)->dispose (object);
}

/* Destroyed: an act that is still on its way holds the window, but the panel goes with the test. */
static void
panel_window_unrealize (GtkWidget *widget)
{
  PANEL_WINDOW (widget)->panel = NULL;
  GTK_WIDGET_CLASS (panel_window_parent_class)->unrealize (widget);
}

static void
panel_window_class_init (PanelWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = panel_window_dispose;
  GTK_WIDGET_CLASS (klass)->unrealize = panel_window_unrealize;
}

static void
panel_window_init (PanelWindow *self)
{
}

void
panel_window_reload (PanelWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;

  if (self->panel == NULL)
    return;
  dossier = comark_desk_open_dossier (panel_as (self->panel, self->who), self->panel->ref, &error);
  g_assert_no_error (error);
  comark_submission_tab_set_dossier (self->tab, dossier);
}

void
panel_window_act_as (PanelWindow *self, Who who)
{
  self->who = who;
  comark_register_set_acting (self->reg, self->panel->people[who]);
  panel_window_reload (self);
}

PanelWindow *
panel_window_new (Panel *panel, Who who, GType type)
{
  PanelWindow *self = g_object_new (PANEL_TYPE_WINDOW, NULL);
  g_autoptr (GError) error = NULL;
  gint64 now_ms = comark_clock_now_ms (panel->desk.clock);

  self->panel = panel;
  self->reg = comark_register_open (panel->place, &error);
  g_assert_no_error (error);
  comark_register_move_clock (self->reg, now_ms, &error);
  g_assert_no_error (error);
  self->tab = g_object_new (type, NULL);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->tab));
  panel_window_act_as (self, who);
  return self;
}

ComarkSubmissionTab *
panel_window_get_tab (PanelWindow *self)
{
  return self->tab;
}

const char *
panel_window_get_said (PanelWindow *self)
{
  return self->said;
}

guint
panel_window_get_n_acted (PanelWindow *self)
{
  return self->n_acted;
}
