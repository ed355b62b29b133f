/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-todo-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-desk-panel.h"
#include "comark-desk-submissions.h"
#include "comark-practice-window.h"
#include "comark-status-view.h"

/* Whoever has more to do begins with the oldest anyway. */
#define MOST_SHOWN 40
/* A row takes some milliseconds to make: so many at a time, a frame apart. */
#define PORTION 8

struct _ComarkTodoPage
{
  ComarkPlace parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkListBox *list;
  GtkLabel *more;

  GPtrArray *shown; /* ComarkTodo */
  guint n_made;     /* rows */
  guint making;     /* source: rows are still being made */
};

G_DEFINE_FINAL_TYPE (ComarkTodoPage, comark_todo_page, COMARK_TYPE_PLACE)

/* ---- rows ---- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The title stands out in the sentence: that is what a person looks for. */
static GtkWidget *
make_sentence (const ComarkTodo *todo)
{
  GtkWidget *label = make_label (todo->sentence, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *title = *todo->title != '\0' ? strstr (todo->sentence, todo->title) : NULL;
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = title != NULL ? (guint) (title - todo->sentence) : 0;
  bold->end_index = title != NULL ? bold->start_index + (guint) strlen (todo->title) : 0;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  return label;
}

/* Not an AdwActionRow: one of those takes four milliseconds to make. */
static GtkWidget *
make_row (const ComarkTodo *todo)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_sentence (todo));
  gtk_box_append (GTK_BOX (words), make_label (todo->ref, "comark-small"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (row, "comark-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  todo->sentence, -1);
  return row;
}

static gboolean
is_shown (ComarkTodoPage *self, GPtrArray *todos)
{
  gboolean same = self->shown != NULL && self->shown->len == todos->len;

  for (guint i = 0; same && i < todos->len; i++)
    {
      const ComarkTodo *a = g_ptr_array_index (self->shown, i);
      const ComarkTodo *b = g_ptr_array_index (todos, i);
      same = g_str_equal (a->ref, b->ref) && g_str_equal (a->sentence, b->sentence)
             && g_str_equal (a->place, b->place);
    }
  return same;
}

static void
clear_rows (ComarkTodoPage *self)
{
  g_clear_handle_id (&self->making, g_source_remove);
  comark_clear_list (self->list);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->n_made = 0;
}

/* TRUE if there are more to make. */
static gboolean
make_portion (ComarkTodoPage *self)
{
  guint n_rows = MIN (self->shown->len, MOST_SHOWN);
  guint end = MIN (self->n_made + PORTION, n_rows);

  while (self->n_made < end)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->shown, self->n_made++)));
  return self->n_made < n_rows;
}

static gboolean
on_portion_due_cb (gpointer user_data)
{
  ComarkTodoPage *self = user_data;

  if (make_portion (self))
    return G_SOURCE_CONTINUE;
  self->making = 0;
  return G_SOURCE_REMOVE;
}

static void
show_more (ComarkTodoPage *self, guint n_more)
{
  g_autofree char *text
    = g_strdup_printf (ngettext ("One more waits. The oldest come first.",
                                 "%u more wait. The oldest come first.", n_more),
                       n_more);

  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

/* Where the person was in the list; -1 outside it. */
static int
place_of_focus (ComarkTodoPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

static void
show_todos (ComarkTodoPage *self, GPtrArray *todos)
{
  int place = place_of_focus (self);
  GtkListBoxRow *row;

  clear_rows (self);
  self->shown = g_ptr_array_ref (todos);
  while (make_portion (self) && (int) self->n_made <= place)
    ;
  if (self->n_made < MIN (todos->len, MOST_SHOWN))
    self->making = g_idle_add_full (G_PRIORITY_LOW, on_portion_due_cb, self, NULL);
  show_more (self, todos->len > MOST_SHOWN ? todos->len - MOST_SHOWN : 0);
  row = place >= 0 ? gtk_list_box_get_row_at_index (self->list, place) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
on_todos_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkTodoPage *self = COMARK_TODO_PAGE (page);
  GPtrArray *todos = answer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error != NULL)
    comark_status_view_show_error (self->status, _("What is to do cannot be shown"), error);
  else if (todos->len == 0)
    comark_status_view_show_empty (self->status, "emblem-ok-symbolic", _("Nothing waits for you"),
                                   _("You are up to date. What needs you next will stand here."),
                                   _("Look at all submissions"), "win.show-submissions");
  else
    {
      if (!is_shown (self, todos))
        show_todos (self, todos);
      comark_status_view_show_content (self->status);
    }
  return TRUE;
}

static gpointer
todo_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_todo (desk, error);
}

static gpointer
come_back_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_reply (desk, data, TRUE, error) ? COMARK_REGISTER_DONE : NULL;
}

static void
come_back (ComarkTodoPage *self, const char *ref)
{
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = come_back_job, .data = g_strdup (ref), .data_destroy = g_free,
    .said = _("You are on the panel again. What you had written is there."),
  });
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ComarkTodoPage *self)
{
  ComarkTodo *todo = g_ptr_array_index (self->shown, gtk_list_box_row_get_index (row));
  g_autofree char *spot = g_strdup_printf ("%s/%s", todo->ref, todo->place);

  if (g_str_equal (todo->place, COMARK_TODO_PRACTICE))
    {
      comark_practice_window_present (GTK_WIDGET (self));
      return;
    }
  if (g_str_equal (todo->place, COMARK_TODO_COME_BACK))
    {
      come_back (self, todo->ref);
      return;
    }
  if (g_str_equal (todo->place, "meetings"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", todo->place);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-submission", "s", spot);
}

/* ---- the place ---- */

static void
comark_todo_page_reset (ComarkPlace *place)
{
  ComarkTodoPage *self = COMARK_TODO_PAGE (place);

  clear_rows (self);
  comark_status_view_show_loading (self->status);
}

static void
comark_todo_page_refresh (ComarkPlace *place)
{
  comark_act_read (GTK_WIDGET (place),
                   &(ComarkAct) { .job = todo_job,
                                  .answer_destroy = (GDestroyNotify) g_ptr_array_unref,
                                  .done = on_todos_read_cb,
                                  .cancellable = comark_place_begin_fetch (place) });
}

static void
comark_todo_page_dispose (GObject *object)
{
  ComarkTodoPage *self = COMARK_TODO_PAGE (object);

  g_clear_handle_id (&self->making, g_source_remove);
  /* GTK unparents children that are bound; a bin must have let go of its own before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_TODO_PAGE);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_todo_page_parent_class)->dispose (object);
}

static void
comark_todo_page_class_init (ComarkTodoPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_todo_page_dispose;
  COMARK_PLACE_CLASS (klass)->reset = comark_todo_page_reset;
  COMARK_PLACE_CLASS (klass)->refresh = comark_todo_page_refresh;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-todo-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkTodoPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkTodoPage, list);
  gtk_widget_class_bind_template_child (widget_class, ComarkTodoPage, more);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
comark_todo_page_init (ComarkTodoPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_todo_page_new (void)
{
  return g_object_new (COMARK_TYPE_TODO_PAGE, NULL);
}
