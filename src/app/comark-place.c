/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-place.h"

typedef struct
{
  ComarkRegister *reg;
  GCancellable *fetch;
  gboolean is_stale;
} ComarkPlacePrivate;

enum
{
  PROP_REGISTER = 1,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ComarkPlace, comark_place, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
forget (ComarkPlace *self)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (self);

  g_cancellable_cancel (priv->fetch);
  g_clear_object (&priv->fetch);
  COMARK_PLACE_GET_CLASS (self)->reset (self);
}

static void
on_acting_changed_cb (ComarkPlace *self)
{
  forget (self);
  comark_place_refresh (self);
}

static void
comark_place_map (GtkWidget *widget)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (COMARK_PLACE (widget));

  GTK_WIDGET_CLASS (comark_place_parent_class)->map (widget);
  if (priv->is_stale)
    comark_place_refresh (COMARK_PLACE (widget));
}

static void
comark_place_dispose (GObject *object)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (COMARK_PLACE (object));

  if (priv->reg != NULL)
    g_signal_handlers_disconnect_by_data (priv->reg, object);
  g_cancellable_cancel (priv->fetch);
  g_clear_object (&priv->fetch);
  g_clear_object (&priv->reg);
  G_OBJECT_CLASS (comark_place_parent_class)->dispose (object);
}

static void
comark_place_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_REGISTER)
    g_value_set_object (value, comark_place_get_register (COMARK_PLACE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_place_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_REGISTER)
    comark_place_set_register (COMARK_PLACE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_place_class_init (ComarkPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_place_dispose;
  object_class->get_property = comark_place_get_property;
  object_class->set_property = comark_place_set_property;
  GTK_WIDGET_CLASS (klass)->map = comark_place_map;
  properties[PROP_REGISTER]
    = g_param_spec_object ("register", NULL, NULL, COMARK_TYPE_REGISTER,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
comark_place_init (ComarkPlace *self)
{
}

ComarkRegister *
comark_place_get_register (ComarkPlace *self)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (self);

  g_return_val_if_fail (COMARK_IS_PLACE (self), NULL);

  return priv->reg;
}

void
comark_place_set_register (ComarkPlace *self, ComarkRegister *reg)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (self);

  g_return_if_fail (COMARK_IS_PLACE (self));

  if (priv->reg == reg)
    return;
  if (priv->reg != NULL)
    g_signal_handlers_disconnect_by_data (priv->reg, self);
  g_set_object (&priv->reg, reg);
  if (reg != NULL)
    {
      g_signal_connect_object (reg, "changed", G_CALLBACK (comark_place_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (reg, "notify::acting", G_CALLBACK (on_acting_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  forget (self);
  comark_place_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REGISTER]);
}

GCancellable *
comark_place_begin_fetch (ComarkPlace *self)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (self);

  g_cancellable_cancel (priv->fetch);
  g_clear_object (&priv->fetch);
  priv->fetch = g_cancellable_new ();
  return priv->fetch;
}

void
comark_place_refresh (ComarkPlace *self)
{
  ComarkPlacePrivate *priv = comark_place_get_instance_private (self);

  g_return_if_fail (COMARK_IS_PLACE (self));

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (priv->reg != NULL && !priv->is_stale)
    COMARK_PLACE_GET_CLASS (self)->refresh (self);
}

void
comark_place_find (ComarkPlace *self)
{
  ComarkPlaceClass *klass = COMARK_PLACE_GET_CLASS (self);

  if (klass->find != NULL)
    klass->find (self);
}
