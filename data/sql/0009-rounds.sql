-- SPDX-License-Identifier: GPL-3.0-or-later
-- A meeting in two halves: rounds, in which everybody is heard once to each prompt, then mapping.

-- prompt: the one in hand, from 1; speaker has the word since spoke_at. pause is empty while the
-- meeting goes on; who asked for a pause is in the log alone.
ALTER TABLE meeting ADD COLUMN phase TEXT NOT NULL DEFAULT 'gathering'
  CHECK (phase IN ('gathering', 'rounds', 'mapping'));
ALTER TABLE meeting ADD COLUMN prompt @INT64@ NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN speaker @ID@ REFERENCES person (id);
ALTER TABLE meeting ADD COLUMN spoke_at @INT64@;
ALTER TABLE meeting ADD COLUMN pause TEXT NOT NULL DEFAULT ''
  CHECK (pause IN ('', 'break', 'support'));
ALTER TABLE meeting ADD COLUMN paused_at @INT64@;

-- What was asked, as the organisation had it on that day.
CREATE TABLE meeting_prompt (
  meeting @ID@ NOT NULL REFERENCES meeting (id),
  n @INT64@ NOT NULL CHECK (n >= 1),
  body TEXT NOT NULL,
  PRIMARY KEY (meeting, n)
) @STRICT@;

CREATE TABLE meeting_turn (
  meeting @ID@ NOT NULL REFERENCES meeting (id),
  n @INT64@ NOT NULL,
  person @ID@ NOT NULL REFERENCES person (id),
  how TEXT NOT NULL CHECK (how IN ('spoke', 'passed')),
  taken_at @INT64@ NOT NULL,
  PRIMARY KEY (meeting, n, person),
  FOREIGN KEY (meeting, n) REFERENCES meeting_prompt (meeting, n)
) @STRICT@;
