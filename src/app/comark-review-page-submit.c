/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-panel.h"
#include "comark-send-back.h"

static void
on_submit_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReviewPage) self = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->submit_button),
                        comark_desk_submit_review,
                        comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                        _("Your review is handed in. Thank you."));
}

static void
on_submit_clicked_cb (ComarkReviewPage *self)
{
  comark_review_page_save (self);
  comark_confirm_async (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Hand in your review?"),
    _("Your first ratings stay as they are from then on. You can give final ratings after the "
      "panel has talked."),
    _("Hand in"), FALSE, on_submit_confirmed_cb, g_object_ref (self));
}

static void
on_send_clicked_cb (ComarkReviewPage *self)
{
  comark_review_page_save (self);
  comark_send_back_begin (COMARK_SUBMISSION_TAB (self));
}

/* ---- looking at the others' ---- */

static void
on_peers_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReviewPage) self = user_data;

  if (!comark_confirm_finish (result, NULL))
    return;
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->peers_button), comark_desk_open_peers,
                      comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-tab", "s", "decision");
}

static void
on_peers_clicked_cb (ComarkReviewPage *self)
{
  comark_confirm_async (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("See what the others gave?"),
    _("Once you have looked, your own review cannot be opened again to mend a slip."),
    _("Show them"), FALSE, on_peers_confirmed_cb, g_object_ref (self));
}

/* ---- class ---- */

void
comark_review_page_class_bind_submit (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_submit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_peers_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_send_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, comark_review_page_save);
}
