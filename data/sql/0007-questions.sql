-- SPDX-License-Identifier: GPL-3.0-or-later
-- What members ask the owner while they rate.

-- One a member and criterion. words are the member's own, wording the co-chairs'. noted: the
-- member has read why it was left out.
CREATE TABLE question (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL,
  round @INT64@ NOT NULL,
  person @ID@ NOT NULL,
  criterion TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'left-out', 'sent', 'answered')),
  words TEXT NOT NULL CHECK (words <> ''),
  wording TEXT NOT NULL DEFAULT '',
  because TEXT NOT NULL DEFAULT '',
  noted @BOOL@ NOT NULL DEFAULT 0 CHECK (noted IN (0, 1)),
  answer TEXT NOT NULL DEFAULT '',
  rev @INT64@ NOT NULL DEFAULT 1,
  UNIQUE (submission, round, person, criterion),
  CHECK ((state = 'left-out') = (because <> '')),
  CHECK (state <> 'answered' OR answer <> ''),
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;

-- The one round in which they go to the owner. ended_at: answered, or the time was over.
CREATE TABLE asking (
  submission @ID@ NOT NULL REFERENCES submission (id),
  round @INT64@ NOT NULL,
  sent_by @ID@ NOT NULL REFERENCES person (id),
  sent_at @INT64@ NOT NULL,
  sent_day TEXT NOT NULL,
  due_day TEXT NOT NULL,
  ended_at @INT64@,
  answered @BOOL@ NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)),
  PRIMARY KEY (submission, round)
) @STRICT@;
CREATE INDEX asking_due ON asking (due_day);
