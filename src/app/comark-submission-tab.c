/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-tab.h"

typedef struct
{
  ComarkDossier *dossier;
} ComarkSubmissionTabPrivate;

enum
{
  PROP_DOSSIER = 1,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ComarkSubmissionTab, comark_submission_tab, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
comark_submission_tab_dispose (GObject *object)
{
  ComarkSubmissionTabPrivate *priv
    = comark_submission_tab_get_instance_private (COMARK_SUBMISSION_TAB (object));

  g_clear_object (&priv->dossier);
  G_OBJECT_CLASS (comark_submission_tab_parent_class)->dispose (object);
}

static void
comark_submission_tab_get_property (GObject *object, guint prop_id, GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_DOSSIER)
    g_value_set_object (value, comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_submission_tab_set_property (GObject *object, guint prop_id, const GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_DOSSIER)
    comark_submission_tab_set_dossier (COMARK_SUBMISSION_TAB (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_submission_tab_class_init (ComarkSubmissionTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_submission_tab_dispose;
  object_class->get_property = comark_submission_tab_get_property;
  object_class->set_property = comark_submission_tab_set_property;
  properties[PROP_DOSSIER]
    = g_param_spec_object ("dossier", NULL, NULL, COMARK_TYPE_DOSSIER,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comark_submission_tab_init (ComarkSubmissionTab *self)
{
}

ComarkDossier *
comark_submission_tab_get_dossier (ComarkSubmissionTab *self)
{
  ComarkSubmissionTabPrivate *priv = comark_submission_tab_get_instance_private (self);

  g_return_val_if_fail (COMARK_IS_SUBMISSION_TAB (self), NULL);

  return priv->dossier;
}

void
comark_submission_tab_set_dossier (ComarkSubmissionTab *self, ComarkDossier *dossier)
{
  ComarkSubmissionTabPrivate *priv = comark_submission_tab_get_instance_private (self);
  ComarkSubmissionTabClass *klass = COMARK_SUBMISSION_TAB_GET_CLASS (self);
  g_autoptr (ComarkDossier) older = NULL;

  g_return_if_fail (COMARK_IS_SUBMISSION_TAB (self));

  if (dossier == NULL || dossier == priv->dossier)
    return;
  older = g_steal_pointer (&priv->dossier);
  priv->dossier = g_object_ref (dossier);
  if (klass->fill != NULL)
    klass->fill (self, dossier, older);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
}

const char *
comark_submission_tab_get_ref (ComarkSubmissionTab *self)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (self);

  return dossier != NULL ? dossier->submission->ref : NULL;
}

void
comark_submission_tab_flush (ComarkSubmissionTab *self)
{
  ComarkSubmissionTabClass *klass = COMARK_SUBMISSION_TAB_GET_CLASS (self);

  if (klass->flush != NULL)
    klass->flush (self);
}

void
comark_submission_tab_show_quote (ComarkSubmissionTab *self, ComarkQuote *quote)
{
  ComarkSubmissionTabClass *klass = COMARK_SUBMISSION_TAB_GET_CLASS (self);

  if (klass->show_quote != NULL)
    klass->show_quote (self, quote);
}

void
comark_submission_tab_talk_about (ComarkSubmissionTab *self, ComarkQuote *quote)
{
  ComarkSubmissionTabClass *klass = COMARK_SUBMISSION_TAB_GET_CLASS (self);

  if (klass->talk_about != NULL)
    klass->talk_about (self, quote);
}
