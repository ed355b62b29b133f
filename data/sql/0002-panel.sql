-- SPDX-License-Identifier: GPL-3.0-or-later
-- The nouns of the panel. Words are product.md's. Times are int64 ms UTC (_at), days ISO text
-- (_day). Flags are @BOOL@ 0/1. `rev` is the optimistic lock of a row that people edit.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) @STRICT@;

CREATE TABLE holiday (
  day TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
) @STRICT@;

-- Last number given out, per series and year ("submission-2026", "mark-2026").
CREATE TABLE series (
  name TEXT NOT NULL PRIMARY KEY,
  last @INT64@ NOT NULL
) @STRICT@;

CREATE TABLE person (
  id @ID@ NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_fold TEXT NOT NULL,
  email TEXT NOT NULL,
  email_fold TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('none', 'expert', 'staff')),
  carer @BOOL@ NOT NULL DEFAULT 0 CHECK (carer IN (0, 1)),
  active @BOOL@ NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  access_needs TEXT NOT NULL DEFAULT '',
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;
CREATE INDEX person_name ON person (name_fold, id);
CREATE INDEX person_email ON person (email_fold);

CREATE TABLE person_role (
  person @ID@ NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'member', 'co-chair', 'administrator')),
  PRIMARY KEY (person, role)
) @STRICT@;

-- The file as it was read: a framework never changes under a submission.
CREATE TABLE framework (
  id @ID@ NOT NULL PRIMARY KEY,
  key TEXT NOT NULL,
  version TEXT NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  xml @BYTES@ NOT NULL,
  active @BOOL@ NOT NULL CHECK (active IN (0, 1)),
  added_at @INT64@ NOT NULL,
  UNIQUE (key, version)
) @STRICT@;

CREATE TABLE submission (
  id @ID@ NOT NULL PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  ref_order @INT64@ NOT NULL,
  title TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  type TEXT NOT NULL,
  route TEXT NOT NULL,
  level TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  team TEXT NOT NULL DEFAULT '',
  review_day TEXT,
  affects_carers @BOOL@ NOT NULL DEFAULT 0 CHECK (affects_carers IN (0, 1)),
  framework @ID@ NOT NULL REFERENCES framework (id),
  owner @ID@ NOT NULL REFERENCES person (id),
  state TEXT NOT NULL,
  round @INT64@ NOT NULL DEFAULT 1,
  due_day TEXT,
  returned_because TEXT NOT NULL DEFAULT '',
  created_at @INT64@ NOT NULL,
  updated_at @INT64@ NOT NULL,
  submitted_at @INT64@,
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;
CREATE INDEX submission_updated ON submission (updated_at, id);
CREATE INDEX submission_state ON submission (state, updated_at, id);
CREATE INDEX submission_title ON submission (title_fold, id);
CREATE INDEX submission_owner ON submission (owner);
CREATE INDEX submission_ref ON submission (ref_order, id);
CREATE INDEX submission_due ON submission (due_day, id);

CREATE TABLE document (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  n @INT64@ NOT NULL,
  filename TEXT NOT NULL,
  mime TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES blob_store (hash),
  size @INT64@ NOT NULL,
  pages @INT64@ NOT NULL DEFAULT 0,
  added_by @ID@ NOT NULL REFERENCES person (id),
  added_at @INT64@ NOT NULL,
  frozen_at @INT64@,
  UNIQUE (submission, n)
) @STRICT@;

CREATE TABLE evidence (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  ord @INT64@ NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  day TEXT,
  filename TEXT,
  mime TEXT,
  hash TEXT REFERENCES blob_store (hash),
  size @INT64@ NOT NULL DEFAULT 0,
  added_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  CHECK ((hash IS NULL) = (filename IS NULL))
) @STRICT@;
CREATE INDEX evidence_submission ON evidence (submission, ord);

CREATE TABLE evidence_criterion (
  evidence @ID@ NOT NULL REFERENCES evidence (id),
  criterion TEXT NOT NULL,
  PRIMARY KEY (evidence, criterion)
) @STRICT@;

CREATE TABLE statement (
  submission @ID@ NOT NULL REFERENCES submission (id),
  criterion TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (submission, criterion)
) @STRICT@;

-- Taken off the list, a contributor keeps the row: interests are asked again by how many were
-- ever named.
CREATE TABLE contributor (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  name TEXT NOT NULL,
  part TEXT NOT NULL DEFAULT '',
  lived_experience @BOOL@ NOT NULL CHECK (lived_experience IN (0, 1)),
  credit @BOOL@ NOT NULL DEFAULT 0 CHECK (credit IN (0, 1)),
  person @ID@ REFERENCES person (id),
  agreed_at @INT64@,
  added_at @INT64@ NOT NULL,
  removed_at @INT64@,
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;
CREATE INDEX contributor_submission ON contributor (submission, added_at);
CREATE INDEX contributor_person ON contributor (person, submission);

CREATE TABLE confirmation (
  submission @ID@ NOT NULL REFERENCES submission (id),
  criterion TEXT NOT NULL,
  contributor @ID@ NOT NULL REFERENCES contributor (id),
  how TEXT NOT NULL,
  day TEXT NOT NULL,
  recorded_by @ID@ NOT NULL REFERENCES person (id),
  recorded_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, criterion, contributor)
) @STRICT@;

CREATE TABLE invitation (
  submission @ID@ NOT NULL REFERENCES submission (id),
  person @ID@ NOT NULL REFERENCES person (id),
  reply TEXT NOT NULL CHECK (reply IN ('invited', 'accepted', 'declined')),
  due_day TEXT,
  on_the_day @BOOL@ NOT NULL DEFAULT 0 CHECK (on_the_day IN (0, 1)),
  peers_opened_at @INT64@,
  invited_by @ID@ NOT NULL REFERENCES person (id),
  invited_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (submission, person)
) @STRICT@;
CREATE INDEX invitation_person ON invitation (person, submission);

-- Every answer is kept; the one with the highest n holds.
CREATE TABLE interest (
  submission @ID@ NOT NULL REFERENCES submission (id),
  person @ID@ NOT NULL REFERENCES person (id),
  n @INT64@ NOT NULL,
  kind TEXT NOT NULL,
  effect TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  document_n @INT64@ NOT NULL,
  n_contributors @INT64@ NOT NULL,
  answered_by @ID@ NOT NULL REFERENCES person (id),
  answered_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, person, n)
) @STRICT@;
CREATE INDEX interest_person ON interest (person, submission, n);

-- A draft is a row of its own in state 'draft'. A submitted first review never changes.
CREATE TABLE review (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  round @INT64@ NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('first', 'final')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted')),
  body TEXT NOT NULL DEFAULT '',
  document @ID@ REFERENCES document (id),
  place TEXT NOT NULL DEFAULT '',
  created_at @INT64@ NOT NULL,
  updated_at @INT64@ NOT NULL,
  submitted_at @INT64@,
  rev @INT64@ NOT NULL DEFAULT 1,
  UNIQUE (submission, person, round, stage),
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person),
  CHECK ((state = 'submitted') = (submitted_at IS NOT NULL))
) @STRICT@;

-- answer: 'none' (reason typed, no level chosen yet), 'level', 'cannot-tell', 'not-applicable'.
CREATE TABLE rating (
  review @ID@ NOT NULL REFERENCES review (id),
  criterion TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  reason TEXT NOT NULL DEFAULT '',
  strength TEXT NOT NULL DEFAULT 'none',
  updated_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (review, criterion),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;
CREATE INDEX rating_criterion ON rating (criterion, value);

-- What a rating was before a submitted review was opened again or a final one changed.
CREATE TABLE rating_before (
  review @ID@ NOT NULL REFERENCES review (id),
  criterion TEXT NOT NULL,
  rev @INT64@ NOT NULL,
  answer TEXT NOT NULL,
  value @INT64@,
  reason TEXT NOT NULL,
  strength TEXT NOT NULL,
  kept_at @INT64@ NOT NULL,
  PRIMARY KEY (review, criterion, rev)
) @STRICT@;

CREATE TABLE meeting (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'adjourned', 'closed')),
  opened_by @ID@ NOT NULL REFERENCES person (id),
  opened_at @INT64@ NOT NULL,
  ended_at @INT64@,
  because TEXT NOT NULL DEFAULT '',
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;
CREATE INDEX meeting_submission ON meeting (submission, opened_at);

CREATE TABLE attendance (
  meeting @ID@ NOT NULL REFERENCES meeting (id),
  person @ID@ NOT NULL REFERENCES person (id),
  how TEXT NOT NULL CHECK (how IN ('room', 'online', 'phone', 'absent')),
  deputy @BOOL@ NOT NULL DEFAULT 0 CHECK (deputy IN (0, 1)),
  recorded_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (meeting, person)
) @STRICT@;

-- Agreed values and answers are only ever added to: the one with the highest n holds, and the
-- rows before it are the "before and after" of rule 7.
CREATE TABLE agreed (
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  criterion TEXT NOT NULL,
  n @INT64@ NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  strength TEXT NOT NULL,
  because TEXT NOT NULL DEFAULT '',
  recorded_by @ID@ NOT NULL REFERENCES person (id),
  recorded_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, round, criterion, n),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;

CREATE TABLE judgement (
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  question TEXT NOT NULL,
  n @INT64@ NOT NULL,
  yes @BOOL@ NOT NULL CHECK (yes IN (0, 1)),
  because TEXT NOT NULL,
  recorded_by @ID@ NOT NULL REFERENCES person (id),
  recorded_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, round, question, n)
) @STRICT@;

CREATE TABLE dissent (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  criterion TEXT NOT NULL,
  person @ID@ NOT NULL REFERENCES person (id),
  body TEXT NOT NULL,
  recorded_at @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX dissent_submission ON dissent (submission, round);

CREATE TABLE decision (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  outcome TEXT NOT NULL,
  rules_outcome TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('consensus', 'majority')),
  experts_for @INT64@ NOT NULL DEFAULT 0,
  experts_present @INT64@ NOT NULL DEFAULT 0,
  staff_for @INT64@ NOT NULL DEFAULT 0,
  staff_present @INT64@ NOT NULL DEFAULT 0,
  because TEXT NOT NULL DEFAULT '',
  letter TEXT NOT NULL DEFAULT '',
  score_tenths @INT64@,
  rung @INT64@ NOT NULL,
  decided_by @ID@ NOT NULL REFERENCES person (id),
  decided_at @INT64@ NOT NULL,
  sealable_day TEXT NOT NULL,
  sealed_by @ID@ REFERENCES person (id),
  sealed_at @INT64@,
  taken_back_at @INT64@,
  taken_back_because TEXT NOT NULL DEFAULT '',
  rev @INT64@ NOT NULL DEFAULT 1,
  CHECK (sealed_at IS NULL OR taken_back_at IS NULL)
) @STRICT@;
-- One decision stands; those taken back after second thoughts are kept.
CREATE UNIQUE INDEX decision_standing ON decision (submission, round) WHERE taken_back_at IS NULL;

CREATE TABLE signature (
  decision @ID@ NOT NULL REFERENCES decision (id),
  person @ID@ NOT NULL REFERENCES person (id),
  signed_at @INT64@ NOT NULL,
  PRIMARY KEY (decision, person)
) @STRICT@;

CREATE TABLE condition (
  decision @ID@ NOT NULL REFERENCES decision (id),
  criterion TEXT NOT NULL,
  what TEXT NOT NULL,
  due_day TEXT NOT NULL,
  met_because TEXT NOT NULL DEFAULT '',
  met_at @INT64@,
  PRIMARY KEY (decision, criterion)
) @STRICT@;

-- Each co-chair's word on a condition; it is met when one of each kind says the same.
CREATE TABLE condition_word (
  decision @ID@ NOT NULL,
  criterion TEXT NOT NULL,
  person @ID@ NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  strength TEXT NOT NULL,
  because TEXT NOT NULL,
  said_at @INT64@ NOT NULL,
  PRIMARY KEY (decision, criterion, person),
  FOREIGN KEY (decision, criterion) REFERENCES condition (decision, criterion),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;

CREATE TABLE told (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  body TEXT NOT NULL DEFAULT '',
  recorded_by @ID@ NOT NULL REFERENCES person (id),
  recorded_at @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX told_submission ON told (submission, round);

-- What the certificate says is frozen here at issue, so that it prints the same for ever.
CREATE TABLE mark (
  id @ID@ NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  issue @INT64@ NOT NULL DEFAULT 1,
  submission @ID@ NOT NULL REFERENCES submission (id),
  decision @ID@ NOT NULL UNIQUE REFERENCES decision (id),
  document @ID@ NOT NULL REFERENCES document (id),
  document_hash TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('live', 'suspended', 'superseded', 'revoked', 'expired')),
  exemplar @BOOL@ NOT NULL DEFAULT 0 CHECK (exemplar IN (0, 1)),
  organisation TEXT NOT NULL,
  panel TEXT NOT NULL,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  version TEXT NOT NULL,
  ref TEXT NOT NULL,
  team TEXT NOT NULL,
  outcome TEXT NOT NULL,
  made_by TEXT NOT NULL,
  panel_words TEXT NOT NULL,
  framework_words TEXT NOT NULL,
  framework_version TEXT NOT NULL,
  expert_chair TEXT NOT NULL,
  staff_chair TEXT NOT NULL,
  check_line TEXT NOT NULL DEFAULT '',
  decided_day TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  log_head TEXT NOT NULL,
  because TEXT NOT NULL DEFAULT '',
  issued_by @ID@ NOT NULL REFERENCES person (id),
  issued_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  CHECK ((state = 'revoked') = (because <> ''))
) @STRICT@;
CREATE INDEX mark_issued ON mark (issued_at, id);
CREATE INDEX mark_hash ON mark (document_hash);
CREATE INDEX mark_submission ON mark (submission, issued_at);

CREATE TABLE mark_event (
  id @ID@ NOT NULL PRIMARY KEY,
  mark @ID@ NOT NULL REFERENCES mark (id),
  what TEXT NOT NULL CHECK (what IN ('issued', 'printed', 'exported', 'revoked')),
  format TEXT NOT NULL DEFAULT '',
  person @ID@ NOT NULL REFERENCES person (id),
  at @INT64@ NOT NULL
) @STRICT@;
CREATE INDEX mark_event_mark ON mark_event (mark, at);
