-- SPDX-License-Identifier: GPL-3.0-or-later
-- What else a member writes down while reading.

-- What a member finds in an evidence item for a criterion: part of the review, and like it its
-- author's alone until it is submitted. Every answer is kept; the one with the highest n holds.
-- No reference to evidence: an item that is taken away again takes no answer along. hash: its file
-- at that time, '' for none.
CREATE TABLE evidence_cover (
  review @ID@ NOT NULL REFERENCES review (id),
  criterion TEXT NOT NULL,
  evidence @ID@ NOT NULL,
  n @INT64@ NOT NULL,
  cover TEXT NOT NULL CHECK (cover IN ('none', 'seen', 'enough', 'gap')),
  hash TEXT NOT NULL DEFAULT '',
  said_at @INT64@ NOT NULL,
  PRIMARY KEY (review, criterion, evidence, n)
) @STRICT@;

-- A note to self: never submitted, nobody else's for ever.
CREATE TABLE own_note (
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  criterion TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1,
  PRIMARY KEY (submission, person, criterion),
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;

-- Where a person stopped reading; of several files the one read last is the one to open. at: a
-- page from 1.
CREATE TABLE reading_place (
  submission @ID@ NOT NULL REFERENCES submission (id),
  person @ID@ NOT NULL REFERENCES person (id),
  hash TEXT NOT NULL,
  at @INT64@ NOT NULL CHECK (at >= 1),
  updated_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, person, hash)
) @STRICT@;
