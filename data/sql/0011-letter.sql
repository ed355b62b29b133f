-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words on the way to a decision.

-- The letter to the owner, worded again after the decision. The first wording is decision.letter;
-- the one with the highest n holds.
CREATE TABLE letter (
  decision @ID@ NOT NULL REFERENCES decision (id),
  n @INT64@ NOT NULL CHECK (n >= 2),
  body TEXT NOT NULL,
  written_by @ID@ NOT NULL REFERENCES person (id),
  written_at @INT64@ NOT NULL,
  PRIMARY KEY (decision, n)
) @STRICT@;

-- What a person is typing into a field that is recorded by a button. Theirs alone.
CREATE TABLE text_draft (
  person @ID@ NOT NULL REFERENCES person (id),
  submission @ID@ NOT NULL REFERENCES submission (id),
  slot TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (person, submission, slot)
) @STRICT@;
