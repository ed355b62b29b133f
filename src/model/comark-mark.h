/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The award of one document version; the words on it are frozen at issue.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MARK (comark_mark_get_type ())
COMARK_DECLARE_NOUN (ComarkMark, comark_mark, MARK)

struct _ComarkMark
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *number; /* "CP-2026-0042-7" */
  gint64 issue; /* 1; one more for each minor change */
  ComarkId submission;
  char *submission_ref;
  char *document_hash; /* SHA-256 of the document version it belongs to */
  ComarkMarkState state;
  gboolean exemplar;
  char *organisation;
  char *panel;
  char *title;
  char *type;
  char *version;
  char *ref;
  char *team;
  char *outcome;
  char *made_by;
  char *panel_words;
  char *framework_words; /* its name */
  char *framework_version;
  char *expert_chair;
  char *staff_chair;
  char *check_line; /* how to check the mark; "" if nothing was set */
  char *decided_day;
  char *valid_from;
  char *valid_until;
  char *log_head; /* head of the log when it was issued, 64 hexadecimal digits */
  char *because; /* why it was revoked; "" unless it was */
  gint64 issued_at;
  GPtrArray *events; /* ComarkMarkUse, oldest first; empty in lists */
  gint64 rev;
};

/* One print or export of a mark. */
#define COMARK_TYPE_MARK_USE (comark_mark_use_get_type ())
COMARK_DECLARE_NOUN (ComarkMarkUse, comark_mark_use, MARK_USE)

struct _ComarkMarkUse
{
  ComarkRecord parent_instance;

  char *what; /* "issued", "printed", "exported" or "revoked" */
  char *format;
  char *person_name;
  gint64 at;
};

G_END_DECLS
