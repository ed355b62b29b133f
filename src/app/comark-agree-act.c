/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agree-act.h"

#include "comark-desk-panel.h"

typedef struct
{
  char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  char *because;
} Agreement;

struct _ComarkAgreeAct
{
  char *ref;
  GPtrArray *agreements; /* of Agreement */
};

static void
agreement_free (gpointer data)
{
  Agreement *one = data;

  g_free (one->criterion);
  g_free (one->because);
  g_free (one);
}

static void
agree_act_free (gpointer data)
{
  ComarkAgreeAct *self = data;

  g_free (self->ref);
  g_ptr_array_unref (self->agreements);
  g_free (self);
}

ComarkAgreeAct *
comark_agree_act_new (const char *ref)
{
  ComarkAgreeAct *self = g_new0 (ComarkAgreeAct, 1);

  self->ref = g_strdup (ref);
  self->agreements = g_ptr_array_new_with_free_func (agreement_free);
  return self;
}

void
comark_agree_act_add (ComarkAgreeAct *self, const char *criterion, ComarkValue value,
                      ComarkStrength strength, const char *because)
{
  Agreement *one = g_new0 (Agreement, 1);

  one->criterion = g_strdup (criterion);
  one->value = value;
  one->strength = strength;
  one->because = g_strdup (because != NULL ? because : "");
  g_ptr_array_add (self->agreements, one);
}

static gpointer
agree_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkAgreeAct *self = data;

  for (guint i = 0; i < self->agreements->len; i++)
    {
      Agreement *one = g_ptr_array_index (self->agreements, i);
      if (!comark_desk_agree (desk, self->ref, one->criterion, one->value, one->strength,
                              one->because, error))
        return NULL;
    }
  return COMARK_REGISTER_DONE;
}

void
comark_agree_act_run (ComarkAgreeAct *self, GtkWidget *page, GtkWidget *trigger, const char *said,
                      ComarkActDone done)
{
  comark_act_run (page, &(ComarkAct) {
    .job = agree_job, .data = self, .data_destroy = agree_act_free, .trigger = trigger,
    .said = said, .done = done,
  });
}
