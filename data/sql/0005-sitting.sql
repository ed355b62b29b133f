-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sittings: when and where panels meet, and in which order they take their submissions.

-- n counts the sittings of the register; people say "M-4". A sitting that was called off keeps
-- its row. by_hand: somebody has chosen the order of its agenda.
CREATE TABLE sitting (
  id @ID@ NOT NULL PRIMARY KEY,
  n @INT64@ NOT NULL UNIQUE,
  day TEXT NOT NULL,
  time TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'called-off')),
  because TEXT NOT NULL DEFAULT '',
  by_hand @BOOL@ NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  planned_by @ID@ NOT NULL REFERENCES person (id),
  planned_at @INT64@ NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;
CREATE INDEX sitting_day ON sitting (day);

-- position only sorts; gaps are fine.
CREATE TABLE sitting_item (
  sitting @ID@ NOT NULL REFERENCES sitting (id),
  submission @ID@ NOT NULL REFERENCES submission (id),
  position @INT64@ NOT NULL,
  added_at @INT64@ NOT NULL,
  PRIMARY KEY (sitting, submission)
) @STRICT@;
CREATE INDEX sitting_item_submission ON sitting_item (submission);

-- Who comes, and how: a member's own word.
CREATE TABLE sitting_reply (
  sitting @ID@ NOT NULL REFERENCES sitting (id),
  person @ID@ NOT NULL REFERENCES person (id),
  how TEXT NOT NULL CHECK (how IN ('room', 'online', 'phone', 'absent')),
  replied_at @INT64@ NOT NULL,
  PRIMARY KEY (sitting, person)
) @STRICT@;
