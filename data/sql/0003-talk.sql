-- SPDX-License-Identifier: GPL-3.0-or-later
-- Talking about a submission, and quotes from its document.

-- A place in a file, kept by its own words and those around it, for one criterion of a member's
-- review. Its author's alone until the review is submitted. page from 1, start in characters of
-- the page's text.
CREATE TABLE quote (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  round @INT64@ NOT NULL,
  criterion TEXT NOT NULL,
  hash TEXT NOT NULL,
  page @INT64@ NOT NULL CHECK (page >= 1),
  start @INT64@ NOT NULL CHECK (start >= 0),
  exact TEXT NOT NULL CHECK (exact <> ''),
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  created_at @INT64@ NOT NULL,
  removed_at @INT64@,
  rev @INT64@ NOT NULL DEFAULT 1,
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;
CREATE INDEX quote_submission ON quote (submission, round, person);

-- An audience is given once: what was said to few stays with few. n_messages counts those taken
-- back as well; adding one to it is what puts two writers one after the other.
CREATE TABLE thread (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  criterion TEXT NOT NULL DEFAULT '',
  quote @ID@ REFERENCES quote (id),
  audience TEXT NOT NULL CHECK (audience IN ('administrators', 'rated', 'panel', 'owner')),
  begun_by @ID@ NOT NULL REFERENCES person (id),
  begun_at @INT64@ NOT NULL,
  spoken_at @INT64@ NOT NULL,
  n_messages @INT64@ NOT NULL DEFAULT 0
) @STRICT@;
CREATE INDEX thread_submission ON thread (submission, spoken_at);
CREATE INDEX thread_audience ON thread (audience, spoken_at);
CREATE INDEX thread_begun_by ON thread (begun_by, spoken_at);

CREATE TABLE message (
  id @ID@ NOT NULL PRIMARY KEY,
  thread @ID@ NOT NULL REFERENCES thread (id),
  n @INT64@ NOT NULL,
  author @ID@ NOT NULL REFERENCES person (id),
  said_at @INT64@ NOT NULL,
  taken_back_at @INT64@,
  rev @INT64@ NOT NULL DEFAULT 1,
  UNIQUE (thread, n)
) @STRICT@;

-- Changing a message adds a wording; the one with the highest n holds.
CREATE TABLE message_wording (
  message @ID@ NOT NULL REFERENCES message (id),
  n @INT64@ NOT NULL,
  body TEXT NOT NULL,
  written_at @INT64@ NOT NULL,
  PRIMARY KEY (message, n)
) @STRICT@;

CREATE TABLE mention (
  person @ID@ NOT NULL REFERENCES person (id),
  message @ID@ NOT NULL REFERENCES message (id),
  PRIMARY KEY (person, message)
) @STRICT@;
CREATE INDEX mention_message ON mention (message);

-- How far a person has read a thread.
CREATE TABLE thread_read (
  person @ID@ NOT NULL REFERENCES person (id),
  thread @ID@ NOT NULL REFERENCES thread (id),
  n @INT64@ NOT NULL,
  PRIMARY KEY (person, thread)
) @STRICT@;

-- slot: '' for a new thread, else the id of the thread that is answered or the message changed.
CREATE TABLE message_draft (
  person @ID@ NOT NULL REFERENCES person (id),
  submission @ID@ NOT NULL REFERENCES submission (id),
  slot TEXT NOT NULL,
  criterion TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL CHECK (audience IN ('administrators', 'rated', 'panel', 'owner')),
  body TEXT NOT NULL,
  updated_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (person, submission, slot)
) @STRICT@;
