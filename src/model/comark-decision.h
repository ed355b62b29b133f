/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the panel decided, who signed, and what must still happen.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SIGNATURE (comark_signature_get_type ())
COMARK_DECLARE_NOUN (ComarkSignature, comark_signature, SIGNATURE)

struct _ComarkSignature
{
  ComarkRecord parent_instance;

  ComarkId person;
  char *name;
  ComarkMemberKind kind;
  gint64 signed_at;
};

#define COMARK_TYPE_CONDITION (comark_condition_get_type ())
COMARK_DECLARE_NOUN (ComarkCondition, comark_condition, CONDITION)

struct _ComarkCondition
{
  ComarkRecord parent_instance;

  char *criterion;
  char *what;
  char *due_day;
  char *met_because;
  gint64 met_at; /* 0 until it is met */
};

/* One wording of the letter to the owner. */
#define COMARK_TYPE_LETTER (comark_letter_get_type ())
COMARK_DECLARE_NOUN (ComarkLetter, comark_letter, LETTER)

struct _ComarkLetter
{
  ComarkRecord parent_instance;

  gint64 n; /* 1: as it was decided with */
  char *body;
  char *written_by_name;
  gint64 written_at;
};

#define COMARK_TYPE_DECISION (comark_decision_get_type ())
COMARK_DECLARE_NOUN (ComarkDecision, comark_decision, DECISION)

struct _ComarkDecision
{
  ComarkRecord parent_instance;

  ComarkId id;
  gint64 round;
  char *outcome; /* id of an outcome of the framework */
  char *rules_outcome; /* the one that the rules give */
  char *method; /* "consensus" or "majority" */
  gint64 experts_for;
  gint64 experts_present;
  gint64 staff_for;
  gint64 staff_present;
  char *because; /* why the outcome differs from the rules'; "" where it does not */
  char *letter; /* what the owner is told: the newest wording */
  gint64 letter_n; /* its number, from 1 */
  gint64 score_tenths; /* score in tenths of a point; -1 where it cannot be calculated */
  gint64 rung;
  char *decided_by_name;
  gint64 decided_at;
  char *sealable_day; /* first day after the second-thoughts window */
  gint64 sealed_at; /* 0 until it is sealed */
  GPtrArray *signatures; /* ComarkSignature */
  GPtrArray *conditions; /* ComarkCondition */
  gint64 rev;
};

/* How and when the contributors heard what changed because of them. */
#define COMARK_TYPE_TOLD (comark_told_get_type ())
COMARK_DECLARE_NOUN (ComarkTold, comark_told, TOLD)

struct _ComarkTold
{
  ComarkRecord parent_instance;

  char *day;
  char *how;
  char *body;
  char *recorded_by_name;
};

G_END_DECLS
