/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-row.h"

struct _ComarkSubmissionRow
{
  GObject parent_instance;

  ComarkId id;
  ComarkSubmission *submission;
};

enum
{
  PROP_SUBMISSION = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ComarkSubmissionRow, comark_submission_row, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
comark_submission_row_get_property (GObject *object, guint prop_id, GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SUBMISSION)
    g_value_set_object (value, COMARK_SUBMISSION_ROW (object)->submission);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_submission_row_finalize (GObject *object)
{
  g_clear_object (&COMARK_SUBMISSION_ROW (object)->submission);
  G_OBJECT_CLASS (comark_submission_row_parent_class)->finalize (object);
}

static void
comark_submission_row_class_init (ComarkSubmissionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = comark_submission_row_finalize;
  object_class->get_property = comark_submission_row_get_property;
  properties[PROP_SUBMISSION]
    = g_param_spec_object ("submission", NULL, NULL, COMARK_TYPE_SUBMISSION,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comark_submission_row_init (ComarkSubmissionRow *self)
{
}

ComarkSubmissionRow *
comark_submission_row_new (const ComarkId *id)
{
  ComarkSubmissionRow *self = g_object_new (COMARK_TYPE_SUBMISSION_ROW, NULL);

  self->id = *id;
  return self;
}

const ComarkId *
comark_submission_row_get_id (ComarkSubmissionRow *self)
{
  return &self->id;
}

ComarkSubmission *
comark_submission_row_get_submission (ComarkSubmissionRow *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_ROW (self), NULL);

  return self->submission;
}

static gboolean
says_the_same (ComarkSubmission *a, ComarkSubmission *b)
{
  return a != NULL && b != NULL && a->rev == b->rev && a->state == b->state
         && a->updated_at == b->updated_at && a->n_invited == b->n_invited
         && a->n_reviews == b->n_reviews && a->spread == b->spread
         && g_strcmp0 (a->owner_name, b->owner_name) == 0
         && g_strcmp0 (a->due_day, b->due_day) == 0;
}

void
comark_submission_row_set_submission (ComarkSubmissionRow *self, ComarkSubmission *submission)
{
  gboolean is_new = !says_the_same (self->submission, submission);

  if (g_set_object (&self->submission, submission) && is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBMISSION]);
}

gboolean
comark_submission_row_is_watched (ComarkSubmissionRow *self)
{
  guint notify = g_signal_lookup ("notify", G_TYPE_OBJECT);

  return g_signal_has_handler_pending (self, notify, 0, FALSE)
         || g_signal_has_handler_pending (self, notify,
                                          g_quark_from_static_string ("submission"), FALSE);
}
