/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-page.h"

#include <glib/gi18n.h>

#include "comark-document-page.h"
#include "comark-dossier.h"
#include "comark-review-page.h"
#include "comark-status-view.h"
#include "comark-submission-tabs.h"
#include "comark-tab-bar.h"
#include "comark-types.h"

struct _ComarkSubmissionPage
{
  AdwBin parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkLabel *title;
  GtkLabel *reference;
  GtkLabel *state;
  ComarkTabBar *tabs;
  AdwViewStack *stack;

  /* owned */
  ComarkRegister *reg;
  char *ref;
  ComarkDossier *dossier;
  GCancellable *cancellable;
  char *wanted_tab;

  gboolean is_loading;
  gboolean is_stale; /* changed while it was being read */
};

enum
{
  PROP_REGISTER = 1,
  PROP_REF,
  N_PROPS
};

enum
{
  SIGNAL_BACK,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkSubmissionPage, comark_submission_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- tabs ---- */

static AdwBin *
holder_of (ComarkSubmissionPage *self, const char *name)
{
  GtkWidget *holder = adw_view_stack_get_child_by_name (self->stack, name);

  return holder != NULL ? ADW_BIN (holder) : NULL;
}

static ComarkSubmissionTab *
tab_of (ComarkSubmissionPage *self, const char *name)
{
  AdwBin *holder = holder_of (self, name);
  GtkWidget *child = holder != NULL ? adw_bin_get_child (holder) : NULL;

  return child != NULL ? COMARK_SUBMISSION_TAB (child) : NULL;
}

/* A tab is made when it is first looked at: seven at once would be felt. */
static void
make_visible_tab (ComarkSubmissionPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);
  guint n_kinds;
  const ComarkSubmissionTabKind *kinds = comark_submission_tab_kinds (&n_kinds);

  if (name == NULL || self->dossier == NULL || tab_of (self, name) != NULL)
    return;
  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        GtkWidget *tab = g_object_new (kinds[i].get_type (), NULL);
        adw_bin_set_child (holder_of (self, name), tab);
        comark_submission_tab_set_dossier (COMARK_SUBMISSION_TAB (tab), self->dossier);
      }
}

static void
on_visible_tab_changed_cb (ComarkSubmissionPage *self)
{
  if (self->stack == NULL)
    return;
  comark_submission_page_flush (self);
  make_visible_tab (self);
}

static void
add_holders (ComarkSubmissionPage *self)
{
  guint n_kinds;
  const ComarkSubmissionTabKind *kinds = comark_submission_tab_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), kinds[i].name,
                                         _(kinds[i].title), kinds[i].icon_name);
}

static void
show_wanted_tab (ComarkSubmissionPage *self)
{
  g_autofree char *wanted = g_steal_pointer (&self->wanted_tab);
  AdwBin *holder = wanted != NULL ? holder_of (self, wanted) : NULL;

  if (holder != NULL
      && adw_view_stack_page_get_visible (
        adw_view_stack_get_page (self->stack, GTK_WIDGET (holder))))
    adw_view_stack_set_visible_child_name (self->stack, wanted);
}

/* In words that are heard as well: a dot beside the name would only be seen. */
static void
fill_tab_title (AdwViewStackPage *page, const ComarkSubmissionTabKind *kind,
                ComarkDossier *dossier)
{
  guint n = kind->count != NULL ? kind->count (dossier) : 0;
  /* translators: the name of a tab, and how much is new in it */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("%s (%u new)"), _(kind->title), n)
                                 : g_strdup (_(kind->title));

  if (g_strcmp0 (adw_view_stack_page_get_title (page), title) != 0)
    adw_view_stack_page_set_title (page, title);
}

/* What was written elsewhere in a copy at home would reach nobody. */
static gboolean
applies (const ComarkSubmissionTabKind *kind, ComarkDossier *dossier)
{
  return (kind->at_home || !dossier->standing.at_home) && kind->applies (dossier);
}

static void
fill_tabs (ComarkSubmissionPage *self)
{
  guint n_kinds;
  const ComarkSubmissionTabKind *kinds = comark_submission_tab_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      GtkWidget *holder = GTK_WIDGET (holder_of (self, kinds[i].name));
      ComarkSubmissionTab *tab = tab_of (self, kinds[i].name);

      AdwViewStackPage *page = adw_view_stack_get_page (self->stack, holder);

      adw_view_stack_page_set_visible (page, applies (&kinds[i], self->dossier));
      fill_tab_title (page, &kinds[i], self->dossier);
      if (tab != NULL)
        comark_submission_tab_set_dossier (tab, self->dossier);
    }
  show_wanted_tab (self);
  make_visible_tab (self);
}

/* ---- the dossier ---- */

static void
fill_title (ComarkSubmissionPage *self)
{
  ComarkSubmission *submission = self->dossier->submission;

  gtk_label_set_label (self->title, submission->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), submission->title);
  gtk_label_set_label (self->reference, submission->ref);
  gtk_label_set_label (self->state, _(comark_state_words (submission->state)));
}

static void
show_dossier (ComarkSubmissionPage *self, ComarkDossier *dossier)
{
  g_set_object (&self->dossier, dossier);
  fill_title (self);
  fill_tabs (self);
  comark_status_view_show_content (self->status);
}

static void
on_dossier_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSubmissionPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier
    = comark_register_run_finish (COMARK_REGISTER (source), result, &error);

  self->is_loading = FALSE;
  if (self->status == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (dossier != NULL)
    show_dossier (self, dossier);
  else
    comark_status_view_show_error (self->status, _("This submission cannot be shown"), error);
  if (self->is_stale)
    comark_submission_page_reload (self);
}

static gpointer
open_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_open_dossier (desk, data, error);
}

static void
on_back_clicked_cb (ComarkSubmissionPage *self)
{
  comark_submission_page_flush (self);
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

/* ---- actions ---- */

static void
show_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_submission_page_show_tab (COMARK_SUBMISSION_PAGE (widget),
                                   g_variant_get_string (parameter, NULL));
}

/* NULL for one that the person does not see: that is nobody's to show. */
static ComarkQuote *
quote_named (ComarkSubmissionPage *self, GVariant *parameter)
{
  ComarkId id;

  return self->dossier != NULL
             && comark_id_from_string (g_variant_get_string (parameter, NULL), &id)
           ? comark_dossier_quote (self->dossier, &id) : NULL;
}

static void
show_quote_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (widget);
  ComarkQuote *quote = quote_named (self, parameter);

  if (quote == NULL)
    return;
  comark_submission_page_show_tab (self, "document");
  if (tab_of (self, "document") != NULL)
    comark_submission_tab_show_quote (tab_of (self, "document"), quote);
}

static void
talk_about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (widget);
  ComarkQuote *quote = quote_named (self, parameter);

  if (quote == NULL)
    return;
  comark_submission_page_show_tab (self, "discussion");
  if (tab_of (self, "discussion") != NULL)
    comark_submission_tab_talk_about (tab_of (self, "discussion"), quote);
}

/* In Document and evidence. */
static void
show_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (widget);
  ComarkSubmissionTab *tab;

  comark_submission_page_show_tab (self, "document");
  tab = tab_of (self, "document");
  if (tab != NULL)
    comark_document_page_show_file (COMARK_DOCUMENT_PAGE (tab),
                                    g_variant_get_string (parameter, NULL));
}

/* In My review. */
static void
show_criterion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (widget);
  ComarkSubmissionTab *tab;

  comark_submission_page_show_tab (self, "review");
  tab = tab_of (self, "review");
  if (tab != NULL)
    comark_review_page_go_to (COMARK_REVIEW_PAGE (tab), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_back_clicked_cb (COMARK_SUBMISSION_PAGE (widget));
}

static void
reload_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_submission_page_reload (COMARK_SUBMISSION_PAGE (widget));
}

/* ---- class ---- */

static void
comark_submission_page_constructed (GObject *object)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (object);

  G_OBJECT_CLASS (comark_submission_page_parent_class)->constructed (object);
  g_signal_connect_object (self->reg, "changed", G_CALLBACK (comark_submission_page_reload), self,
                           G_CONNECT_SWAPPED);
  comark_submission_page_reload (self);
}

static void
comark_submission_page_dispose (GObject *object)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The stack announces a new page for each one that it loses. */
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  /* GTK unparents children that are bound; a bin must have let go of its own before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_SUBMISSION_PAGE);
  g_clear_object (&self->reg);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_submission_page_parent_class)->dispose (object);
}

static void
comark_submission_page_finalize (GObject *object)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (object);

  g_free (self->ref);
  g_free (self->wanted_tab);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (comark_submission_page_parent_class)->finalize (object);
}

static void
comark_submission_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                     GParamSpec *pspec)
{
  ComarkSubmissionPage *self = COMARK_SUBMISSION_PAGE (object);

  switch (prop_id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;
    case PROP_REF:
      self->ref = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-submission-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, title);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, reference);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, comark_submission_page_reload);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_tab_changed_cb);
  gtk_widget_class_install_action (widget_class, "submission.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "submission.show-quote", "s", show_quote_action);
  gtk_widget_class_install_action (widget_class, "submission.talk-about", "s", talk_about_action);
  gtk_widget_class_install_action (widget_class, "submission.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "submission.show-criterion", "s",
                                   show_criterion_action);
  gtk_widget_class_install_action (widget_class, "submission.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "submission.reload", NULL, reload_action);
}

static void
comark_submission_page_class_init (ComarkSubmissionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = comark_submission_page_constructed;
  object_class->dispose = comark_submission_page_dispose;
  object_class->finalize = comark_submission_page_finalize;
  object_class->set_property = comark_submission_page_set_property;
  properties[PROP_REGISTER]
    = g_param_spec_object ("register", NULL, NULL, COMARK_TYPE_REGISTER,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REF]
    = g_param_spec_string ("ref", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_BACK] = g_signal_new ("back", COMARK_TYPE_SUBMISSION_PAGE, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_TAB_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
comark_submission_page_init (ComarkSubmissionPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_holders (self);
  comark_tab_bar_set_stack (self->tabs, self->stack);
  comark_status_view_offer_way_out (self->status, _("Back"), "submission.back");
}

/* ---- public ---- */

GtkWidget *
comark_submission_page_new (ComarkRegister *reg, const char *ref)
{
  return g_object_new (COMARK_TYPE_SUBMISSION_PAGE, "register", reg, "ref", ref, NULL);
}

const char *
comark_submission_page_get_ref (ComarkSubmissionPage *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_PAGE (self), NULL);

  return self->ref;
}

void
comark_submission_page_show_tab (ComarkSubmissionPage *self, const char *name)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_PAGE (self));

  g_free (self->wanted_tab);
  self->wanted_tab = g_strdup (name);
  if (self->dossier != NULL)
    show_wanted_tab (self);
}

const char *
comark_submission_page_get_tab (ComarkSubmissionPage *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

void
comark_submission_page_step (ComarkSubmissionPage *self, int by)
{
  g_autoptr (GListModel) pages = NULL;
  int n_pages, at = 0;

  g_return_if_fail (COMARK_IS_SUBMISSION_PAGE (self));

  pages = G_LIST_MODEL (adw_view_stack_get_pages (self->stack));
  n_pages = (int) g_list_model_get_n_items (pages);
  while (at < n_pages && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (pages), at))
    at++;
  for (at += by; at >= 0 && at < n_pages; at += by)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, at);

      if (adw_view_stack_page_get_visible (page))
        {
          adw_view_stack_set_visible_child (self->stack, adw_view_stack_page_get_child (page));
          return;
        }
    }
}

void
comark_submission_page_reload (ComarkSubmissionPage *self)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_PAGE (self));

  self->is_stale = self->is_loading;
  if (self->is_loading || self->reg == NULL)
    return;
  self->is_loading = TRUE;
  comark_status_view_show_loading (self->status);
  comark_register_run_async (self->reg, COMARK_STORE_READ, open_job, g_strdup (self->ref), g_free,
                             g_object_unref, self->cancellable, on_dossier_read_cb,
                             g_object_ref (self));
}

void
comark_submission_page_flush (ComarkSubmissionPage *self)
{
  guint n_kinds;
  const ComarkSubmissionTabKind *kinds = comark_submission_tab_kinds (&n_kinds);

  g_return_if_fail (COMARK_IS_SUBMISSION_PAGE (self));

  for (guint i = 0; i < n_kinds; i++)
    {
      ComarkSubmissionTab *tab = tab_of (self, kinds[i].name);
      if (tab != NULL)
        comark_submission_tab_flush (tab);
    }
}
