/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-task.h"

static const ComarkField task_fields[] = {
  COMARK_FIELD (ComarkTask, id, ID),
  COMARK_FIELD (ComarkTask, submission, ID),
  COMARK_FIELD (ComarkTask, what, TEXT),
  COMARK_FIELD (ComarkTask, carrier, ID),
  COMARK_FIELD (ComarkTask, carrier_name, TEXT),
  COMARK_FIELD (ComarkTask, own, FLAG),
  COMARK_FIELD (ComarkTask, due_day, TEXT),
  COMARK_FIELD (ComarkTask, noted_at, INT),
  COMARK_FIELD (ComarkTask, done_by_name, TEXT),
  COMARK_FIELD (ComarkTask, done_at, INT),
};
COMARK_DEFINE_NOUN (ComarkTask, comark_task, task_fields)
