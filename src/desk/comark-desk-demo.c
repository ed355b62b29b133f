/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays the stories of data/demo, in the order of their time, with the clock moved from step to
 * step.
 */
#include "comark-desk-demo.h"

#include <glib/gstdio.h>

#include "comark-desk-demo-story.h"

/* The day before which everything happens: today, or the day of SOURCE_DATE_EPOCH, so that a
 * build can be made again. Returns: (transfer full) */
static char *
find_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL
      && g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (32503680000), &seconds, NULL))
    return comark_day_from_ms (seconds * 1000);
  return comark_day_from_ms (g_get_real_time () / 1000);
}

static gboolean
move_clock (ComarkRegister *reg, const char *at, GError **error)
{
  gint64 ms;

  if (!comark_ms_from_iso (at, &ms))
    return comark_demo_refuse (error, "“%s” is no time.", at);
  return comark_register_move_clock (reg, ms, error);
}

/* ---- people ---- */

static gpointer
run_people (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_demo_add_people (desk, data, error) ? COMARK_REGISTER_DONE : NULL;
}

/* Everybody is there at the hour of the first step. */
static gboolean
add_people (ComarkRegister *reg, ComarkDemo *demo, GError **error)
{
  ComarkDemoStep *first = g_ptr_array_index (demo->steps, 0);

  return move_clock (reg, first->at, error)
         && comark_register_run (reg, COMARK_STORE_WRITE, run_people, demo, error) != NULL;
}

/* ---- steps ---- */

typedef struct
{
  ComarkDemo *demo;
  ComarkDemoStep *step;
} Play;

static gpointer
run_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Play *play = data;

  return comark_demo_do (desk, play->demo, play->step, error) ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
play_step (ComarkRegister *reg, ComarkDemo *demo, ComarkDemoStep *step, GError **error)
{
  ComarkPerson *who = comark_demo_person (demo, step->who, error);

  if (who == NULL || !move_clock (reg, step->at, error))
    return FALSE;
  comark_register_set_acting (reg, who);
  if (comark_register_run (reg, COMARK_STORE_WRITE, run_step, &(Play){ demo, step }, error) != NULL)
    return TRUE;
  g_prefix_error (error, "%s, %s %s %s: ", step->at, step->who, step->verb,
                  step->story->ref != NULL ? step->story->ref : "");
  return FALSE;
}

static gboolean
play (ComarkRegister *reg, ComarkDemo *demo, GError **error)
{
  if (!add_people (reg, demo, error))
    return FALSE;
  for (guint i = 0; i < demo->steps->len; i++)
    if (!play_step (reg, demo, g_ptr_array_index (demo->steps, i), error))
      return FALSE;
  return TRUE;
}

/* As a new register has it: its first administrator sits there. */
static gboolean
hand_over (ComarkRegister *reg, ComarkDemo *demo, GError **error)
{
  comark_register_set_acting (reg, comark_demo_person (demo, "lucy", error));
  return move_clock (reg, comark_demo_days_at (demo->days, 0), error);
}

static ComarkRegister *
create (const char *path, GError **error)
{
  g_autoptr (GKeyFile) keys = comark_demo_load_keys (NULL, "organisation.ini", error);
  g_autofree char *organisation = NULL;
  g_autofree char *administrator = NULL;

  if (keys == NULL)
    return NULL;
  organisation = comark_demo_word (keys, "organisation", "name");
  administrator = comark_demo_word (keys, "person lucy", "name");
  return comark_register_create (path, organisation, COMARK_PURPOSE_DEMO, NULL, administrator,
                                 error);
}

ComarkRegister *
comark_desk_make_demo (const char *path, GError **error)
{
  g_autofree char *today = find_today ();
  g_autoptr (ComarkDemo) demo = comark_demo_new (today, error);
  g_autoptr (ComarkRegister) reg = demo != NULL ? create (path, error) : NULL;

  if (reg == NULL)
    return NULL;
  if (play (reg, demo, error) && hand_over (reg, demo, error))
    return g_steal_pointer (&reg);
  /* Half a story is none. */
  comark_register_close (reg);
  if (!comark_sql_is_uri (path))
    g_unlink (path);
  return NULL;
}
