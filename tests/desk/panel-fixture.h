/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice register with a panel, and a short way to any step of a submission's life. The desk
 * sits directly on a connection: acts are plain calls, and the clock is the test's.
 */
#pragma once

#include "comark-desk-decision.h"
#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"

G_BEGIN_DECLS

/* Everybody in the register. E1 and S1 are co-chairs, E1 is a carer. */
typedef enum
{
  ADMIN,
  OWNER,
  E1,
  E2,
  E3, /* a reserve, never invited by panel_go_to() */
  S1,
  S2,
  S3, /* another */
  N_PEOPLE
} Who;

/* Steps of panel_go_to(), each after the one before. */
typedef enum
{
  STEP_PREPARING,
  STEP_SUBMITTED,
  STEP_READY,
  STEP_IN_REVIEW, /* E1, E2, S1, S2 invited, no interests */
  STEP_RATED,     /* all four submitted panel->value for everything */
  STEP_IN_MEETING, /* all four attend */
  STEP_AGREED,    /* every criterion at the suggested value; C1 and F1 confirmed */
  STEP_DECIDED,
  STEP_SIGNED,
  STEP_SEALED, /* the clock is past the window */
  STEP_TOLD,
  STEP_MARKED,
  STEP_CLOSED,
} Step;

typedef struct
{
  char *place;
  ComarkDesk desk;
  ComarkPerson *people[N_PEOPLE];
  char *ref;
  ComarkId submission;
  ComarkId contributor; /* with lived experience */
  Step step;
  const char *type;      /* "leaflet" (short route) unless set before the first step */
  ComarkValue value;     /* what all rate everything at; 4 unless set before STEP_RATED */
} Panel;

Panel *panel_new (void);
void panel_free (Panel *panel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Panel, panel_free)

/* From now on @who acts. Returns: the desk to hand to acts */
ComarkDesk *panel_as (Panel *panel, Who who);
const ComarkId *panel_id (Panel *panel, Who who);

/* Takes the submission (a new one if there is none) as far as @step. */
void panel_go_to (Panel *panel, Step step);

/* The panel defers it, and the owner submits it again with @text as its document: it is in review
 * once more, a round later, by the same panel without interests. From before STEP_AGREED. */
void panel_submit_again (Panel *panel, const char *text);

/* Lets @days pass. */
void panel_pass_days (Panel *panel, int days);

/* @who gives @value, with a reason, to every criterion; and submits. */
void panel_rate_all (Panel *panel, Who who, ComarkValue value);
void panel_rate (Panel *panel, Who who, const char *criterion, ComarkValue value);
void panel_agree (Panel *panel, const char *criterion, ComarkValue value);

ComarkState panel_state (Panel *panel);

/* Criterion ids of the submission's route. Returns: (transfer full) */
char **panel_criteria (Panel *panel);

/* The act must have worked; must have been refused with @code, its sentence holding @words
 * (nullable). Both free and clear @error. */
void panel_worked (gboolean done, GError **error);
void panel_refused (gboolean done, GError **error, ComarkDeskError code, const char *words);

G_END_DECLS
