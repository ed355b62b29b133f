/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-window.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-compat.h"
#include "comark-desk-home.h"
#include "comark-heartbeat.h"
#include "comark-marks-page.h"
#include "comark-meetings-page.h"
#include "comark-people-page.h"
#include "comark-recent.h"
#include "comark-reports-page.h"
#include "comark-submissions-page.h"
#include "comark-todo-page.h"
#include "comark-window-private.h"

/* Below this width, at ordinary text size, the places stand above the page instead of beside. */
#define NARROW_BELOW 1060

/* Not everybody reads fast. */
#define TOAST_SECONDS 8

enum
{
  PROP_PLACE = 1,
  N_PROPS
};

enum
{
  SIGNAL_SETTLED,
  N_SIGNALS
};

static void comark_window_act_host_init (ComarkActHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComarkWindow, comark_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (COMARK_TYPE_ACT_HOST,
                                                      comark_window_act_host_init))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- places ---- */

typedef struct
{
  const char *name;
  GType (*get_type) (void);
  gboolean for_administrators;
} Place;

static const Place places[] = {
  { "todo", comark_todo_page_get_type },
  { "submissions", comark_submissions_page_get_type },
  { "meetings", comark_meetings_page_get_type },
  { "marks", comark_marks_page_get_type },
  { "people", comark_people_page_get_type, TRUE },
  { "reports", comark_reports_page_get_type, TRUE },
};

static const Place *
find_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].name, name) == 0)
      return &places[i];
  return NULL;
}

/* Made when it is first looked at: the first frame waits for one page only. */
static void
ensure_place (ComarkWindow *self, const Place *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, place->name);

  if (page == NULL)
    {
      page = g_object_new (place->get_type (), NULL);
      gtk_stack_add_named (self->stack, page, place->name);
    }
  comark_place_set_register (COMARK_PLACE (page), self->reg);
}

static void
forget_places (ComarkWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, places[i].name);
      if (page != NULL)
        comark_place_set_register (COMARK_PLACE (page), NULL);
    }
}

/* In a narrow window a submission has all the room: Back leads to the places again. */
static void
update_places (ComarkWindow *self)
{
  gboolean is_embedded = self->reg != NULL && comark_register_is_embedded (self->reg);
  gboolean is_home = self->reg != NULL && comark_register_is_home (self->reg);

  /* At home there is one thing to do, and nowhere else to go. */
  gtk_widget_set_visible (self->sidebar,
                          self->has_places && !is_home
                            && !(self->is_narrow && self->submission != NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->file_note), is_embedded && !self->is_narrow);
}

static void
close_submission (ComarkWindow *self)
{
  ComarkSubmissionPage *page = self->submission;

  if (page == NULL)
    return;
  comark_submission_page_flush (page);
  self->submission = NULL;
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
  update_places (self);
  comark_window_update_actions (self);
}

static void
show_place (ComarkWindow *self)
{
  const Place *place = find_place (self->place);

  if (self->reg == NULL || place == NULL)
    return;
  ensure_place (self, place);
  gtk_stack_set_visible_child_name (self->stack, place->name);
  close_submission (self);
}

static void
set_place (ComarkWindow *self, const char *name)
{
  if (find_place (name) == NULL)
    return;
  g_free (self->place);
  self->place = g_strdup (name);
  show_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/* ---- a submission ---- */

static void
on_submission_back_cb (ComarkWindow *self)
{
  show_place (self);
}

void
comark_window_open_submission (ComarkWindow *self, const char *spot)
{
  g_auto (GStrv) parts = g_strsplit (spot, "/", 2);
  GtkWidget *page;

  g_return_if_fail (COMARK_IS_WINDOW (self));

  if (self->reg == NULL || parts[0] == NULL)
    return;
  close_submission (self);
  page = comark_submission_page_new (self->reg, parts[0]);
  self->submission = COMARK_SUBMISSION_PAGE (page);
  if (parts[1] != NULL)
    comark_submission_page_show_tab (self->submission, parts[1]);
  g_signal_connect_object (page, "back", G_CALLBACK (on_submission_back_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, page, "submission");
  gtk_stack_set_visible_child (self->stack, page);
  update_places (self);
  comark_window_update_actions (self);
}

void
comark_window_flush (ComarkWindow *self)
{
  if (self->submission != NULL)
    comark_submission_page_flush (self->submission);
}

/* ---- the register ---- */

static const char *
purpose_in_words (ComarkPurpose purpose)
{
  switch (purpose)
    {
    case COMARK_PURPOSE_PRACTICE:
      return _("Practice register: nothing in it counts");
    case COMARK_PURPOSE_DEMO:
      return _("Demo register: everything in it is invented");
    case COMARK_PURPOSE_LIVE:
    default:
      return "";
    }
}

static void
update_title (ComarkWindow *self)
{
  const char *organisation
    = self->reg != NULL ? comark_register_get_organisation (self->reg) : _("Comark");
  const char *words
    = self->reg != NULL ? purpose_in_words (comark_register_get_purpose (self->reg)) : "";

  if (self->reg != NULL && comark_register_is_home (self->reg))
    words = _("Your copy at home: send your review back when you have rated");
  if (self->reg != NULL && comark_register_is_read_only (self->reg))
    words = _("Can be read only: nothing can be saved in it");
  adw_window_title_set_title (self->title, organisation);
  adw_window_title_set_subtitle (self->title, words);
  gtk_window_set_title (GTK_WINDOW (self), organisation);
}

static void
update_recent (ComarkWindow *self)
{
  g_auto (GStrv) paths = comark_recent_list (self->settings);

  g_menu_remove_all (self->recent_section);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *words = comark_recent_in_words (paths[i]);
      g_auto (GStrv) parts = g_strsplit (words, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts); /* no mnemonic */
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-path", "s", paths[i]);
      g_menu_append_item (self->recent_section, item);
    }
  comark_welcome_page_set_recent (self->welcome, (const char *const *) paths);
}

/* A register that has nobody yet waits for its first administrator. */
static gboolean
acts_as_administrator (ComarkWindow *self)
{
  ComarkPerson *acting = self->reg != NULL ? comark_register_get_acting (self->reg) : NULL;

  return acting == NULL || (acting->roles & COMARK_ROLE_ADMINISTRATOR) != 0;
}

static gboolean
may_see_place (ComarkWindow *self, const char *name)
{
  const Place *place = find_place (name);

  return place == NULL || !place->for_administrators || acts_as_administrator (self);
}

static void
show_administrators_places (ComarkWindow *self)
{
  gtk_widget_set_visible (self->people_button, may_see_place (self, "people"));
  gtk_widget_set_visible (self->reports_button, may_see_place (self, "reports"));
}

static void
remember_acting (ComarkWindow *self)
{
  ComarkPerson *acting = comark_register_get_acting (self->reg);
  g_autofree char *id = acting != NULL ? comark_id_to_string (&acting->id) : NULL;

  if (id != NULL)
    comark_recent_set_acting (self->settings, self->path, id);
}

/* A submission is shown as the one person sees it: another gets a page of their own. */
static void
on_acting_changed_cb (ComarkWindow *self)
{
  g_autofree char *spot = NULL;

  show_administrators_places (self);
  remember_acting (self);
  if (!may_see_place (self, self->place))
    set_place (self, "todo");
  else if (self->submission != NULL)
    {
      const char *tab = comark_submission_page_get_tab (self->submission);
      spot = g_strdup_printf ("%s/%s", comark_submission_page_get_ref (self->submission),
                              tab != NULL ? tab : "");
      comark_window_open_submission (self, spot);
    }
  comark_window_update_actions (self);
}

static void
close_register (ComarkWindow *self)
{
  if (self->reg == NULL)
    return;
  g_clear_handle_id (&self->tending, g_source_remove);
  close_submission (self);
  forget_places (self);
  comark_acting_chooser_set_register (self->chooser, NULL, NULL);
  g_signal_handlers_disconnect_by_data (self->reg, self);
  comark_register_close (self->reg);
  g_clear_object (&self->reg);
  self->has_places = FALSE;
  update_places (self);
}

static void
move_clock (ComarkWindow *self)
{
  g_autofree char *now = g_steal_pointer (&self->wanted_now);
  g_autoptr (GError) error = NULL;
  gint64 now_ms;

  if (now == NULL)
    return;
  if (!comark_ms_from_iso (now, &now_ms))
    comark_act_host_tell (COMARK_ACT_HOST (self), NULL, _("The time was not understood"),
                          _("Write it like 2026-11-22 or 2026-11-22T10:42:00Z."));
  else if (!comark_register_move_clock (self->reg, now_ms, &error))
    comark_act_host_tell (COMARK_ACT_HOST (self), NULL, _("The clock was not moved"),
                          error->message);
}

/* Somebody acts: now pages can be shown. */
static void
on_chooser_ready_cb (ComarkWindow *self)
{
  g_autofree char *spot = g_steal_pointer (&self->wanted_submission);

  self->has_places = TRUE;
  update_places (self);
  show_administrators_places (self);
  if (!may_see_place (self, self->place))
    set_place (self, "todo");
  show_place (self);
  if (spot != NULL)
    comark_window_open_submission (self, spot);
  comark_window_update_actions (self);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
show_failure (ComarkWindow *self, const char *heading, const GError *error)
{
  gtk_stack_set_visible_child_name (self->stack, "opening");
  comark_status_view_show_error (self->opening, heading, error);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
on_chooser_failed_cb (ComarkWindow *self, GError *error)
{
  show_failure (self, _("This register cannot be opened"), error);
}

static void
take_register (ComarkWindow *self, ComarkRegister *reg)
{
  g_autofree char *acting = g_steal_pointer (&self->wanted_acting);

  self->reg = g_object_ref (reg);
  comark_recent_add (self->settings, self->path);
  update_recent (self);
  update_title (self);
  move_clock (self);
  if (acting == NULL)
    acting = comark_recent_get_acting (self->settings, self->path);
  g_signal_connect_object (reg, "notify::acting", G_CALLBACK (on_acting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  comark_acting_chooser_set_register (self->chooser, reg, acting);
  comark_window_tend (self);
}

static void
on_register_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRegister) reg = comark_register_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (reg != NULL)
    take_register (self, reg);
  else
    show_failure (self, _("This register cannot be opened"), error);
}

/* ---- a reading pack ---- */

static void
open_pack_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *error = NULL;
  ComarkHomePlace *place = comark_home_open_pack (file, NULL, cancellable, &error);

  if (place != NULL)
    g_task_return_pointer (task, place, (GDestroyNotify) comark_home_place_free);
  else
    g_task_return_error (task, error);
}

static void
on_pack_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComarkWindow *self = COMARK_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkHomePlace) place = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *spot = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  if (place == NULL)
    {
      show_failure (self, _("This pack cannot be opened"), error);
      return;
    }
  spot = g_strdup_printf ("%s/review", place->ref);
  comark_window_open_register (self, place->path,
                               &(ComarkWindowBeginning) { .acting = place->member,
                                                          .submission = spot });
}

static void
start_opening_pack (ComarkWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, on_pack_opened_cb, NULL);

  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, open_pack_in_thread);
}

static void
start_opening (ComarkWindow *self)
{
  close_register (self);
  update_title (self);
  comark_window_update_actions (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "opening");
  comark_status_view_show_loading (self->opening);
  if (g_str_has_suffix (self->path, ".copack"))
    start_opening_pack (self);
  else
    comark_register_open_async (self->path, self->cancellable, on_register_opened_cb,
                                g_object_ref (self));
}

void
comark_window_open_register (ComarkWindow *self, const char *path,
                             const ComarkWindowBeginning *beginning)
{
  static const ComarkWindowBeginning nothing = { NULL };

  g_return_if_fail (COMARK_IS_WINDOW (self));

  if (beginning == NULL)
    beginning = &nothing;
  g_free (self->path);
  g_free (self->wanted_now);
  g_free (self->wanted_acting);
  g_free (self->wanted_submission);
  self->path = g_strdup (path);
  self->wanted_now = g_strdup (beginning->now);
  self->wanted_acting = g_strdup (beginning->acting);
  self->wanted_submission = g_strdup (beginning->submission);
  start_opening (self);
  set_place (self, find_place (beginning->place) != NULL ? beginning->place : "todo");
}

/* ---- host of acts ---- */

static ComarkRegister *
host_get_register (ComarkActHost *host)
{
  return COMARK_WINDOW (host)->reg;
}

static void
host_say (ComarkActHost *host, const char *sentence)
{
  ComarkWindow *self = COMARK_WINDOW (host);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast;

  if (self->toasts == NULL)
    return;
  /* Toasts wait for one another: what has just been done must not be told five seconds late. */
  if (self->saying != NULL)
    adw_toast_dismiss (self->saying);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_set_weak_pointer (&self->saying, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
host_tell (ComarkActHost *host, GtkWindow *over, const char *heading, const char *body)
{
  ComarkWindow *self = COMARK_WINDOW (host);

  if (self->toasts == NULL)
    g_warning ("%s: %s", heading, body);
  else if (self->telling == NULL)
    g_set_weak_pointer (&self->telling,
                        comark_tell (over != NULL ? over : GTK_WINDOW (self), heading, body));
}

static void
host_acted (ComarkActHost *host)
{
  ComarkWindow *self = COMARK_WINDOW (host);

  if (self->submission != NULL)
    comark_submission_page_reload (self->submission);
}

static void
comark_window_act_host_init (ComarkActHostInterface *iface)
{
  iface->get_register = host_get_register;
  iface->say = host_say;
  iface->tell = host_tell;
  iface->acted = host_acted;
}

/* ---- width ---- */

static int
narrow_below (ComarkWindow *self)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) ((gint64) NARROW_BELOW * dpi / (96 * 1024)) : NARROW_BELOW;
}

static void
apply_width (ComarkWindow *self)
{
  GtkOrientation across = self->is_narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
  GtkOrientation along = self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), along);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->places), across);
  gtk_widget_set_vexpand (self->places_scroller, !self->is_narrow);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->places_scroller),
                                  self->is_narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  self->is_narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  comark_acting_chooser_set_compact (self->chooser, self->is_narrow);
  if (self->is_narrow)
    gtk_widget_add_css_class (self->sidebar, "narrow");
  else
    gtk_widget_remove_css_class (self->sidebar, "narrow");
  update_places (self);
}

static gboolean
on_narrow_idle_cb (gpointer user_data)
{
  ComarkWindow *self = user_data;

  self->narrow_idle = 0;
  apply_width (self);
  return G_SOURCE_REMOVE;
}

static void
comark_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkWindow *self = COMARK_WINDOW (widget);
  gboolean is_narrow = width < narrow_below (self);

  GTK_WIDGET_CLASS (comark_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  /* Not now: a widget must not change its children while it places them. */
  if (self->narrow_idle == 0)
    self->narrow_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_narrow_idle_cb, self, NULL);
}

/* ---- class ---- */

static void
on_retry_cb (ComarkWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  comark_window_open_register (self, path, NULL);
}

static gboolean
comark_window_close_request (GtkWindow *window)
{
  ComarkWindow *self = COMARK_WINDOW (window);

  /* What is being written is waited for in close_register(). */
  comark_window_flush (self);
  close_register (self);
  return GTK_WINDOW_CLASS (comark_window_parent_class)->close_request (window);
}

static void
comark_window_dispose (GObject *object)
{
  ComarkWindow *self = COMARK_WINDOW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->stack != NULL)
    close_register (self);
  g_clear_weak_pointer (&self->telling);
  g_clear_weak_pointer (&self->saying);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_WINDOW);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (comark_window_parent_class)->dispose (object);
}

static void
comark_window_finalize (GObject *object)
{
  ComarkWindow *self = COMARK_WINDOW (object);

  g_free (self->place);
  g_free (self->path);
  g_free (self->wanted_now);
  g_free (self->wanted_acting);
  g_free (self->wanted_submission);
  G_OBJECT_CLASS (comark_window_parent_class)->finalize (object);
}

static void
comark_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PLACE)
    g_value_set_string (value, COMARK_WINDOW (object)->place);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PLACE)
    set_place (COMARK_WINDOW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, body);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, places);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, places_scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, people_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, reports_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, file_note);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, ComarkWindow, recent_section);
  gtk_widget_class_bind_template_callback (widget_class, comark_window_flush);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_ready_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
}

static void
comark_window_class_init (ComarkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_window_dispose;
  object_class->finalize = comark_window_finalize;
  object_class->get_property = comark_window_get_property;
  object_class->set_property = comark_window_set_property;
  widget_class->size_allocate = comark_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = comark_window_close_request;

  properties[PROP_PLACE]
    = g_param_spec_string ("place", NULL, NULL, "todo",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", COMARK_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_ACTING_CHOOSER);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WELCOME_PAGE);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.place", "place");
  comark_window_class_install_menu_actions (widget_class);
}

static void
comark_window_init (ComarkWindow *self)
{
  self->settings = g_settings_new (COMARK_APP_ID);
  self->place = g_strdup ("todo");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "window-width", self, "default-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized",
                   G_SETTINGS_BIND_DEFAULT);
  update_title (self);
  update_recent (self);
  comark_window_update_actions (self);
  comark_heartbeat_watch (GTK_WINDOW (self));
}

ComarkWindow *
comark_window_new (GtkApplication *application)
{
  return g_object_new (COMARK_TYPE_WINDOW, "application", application, NULL);
}
