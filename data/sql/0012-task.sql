-- SPDX-License-Identifier: GPL-3.0-or-later
-- What comes of a meeting to do: what, by whom, by when, done. A row that is taken off stays.
CREATE TABLE task (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL REFERENCES submission (id),
  what TEXT NOT NULL CHECK (what <> ''),
  carrier @ID@ NOT NULL REFERENCES person (id),
  due_day TEXT NOT NULL,
  noted_by @ID@ NOT NULL REFERENCES person (id),
  noted_at @INT64@ NOT NULL,
  done_by @ID@ REFERENCES person (id),
  done_at @INT64@,
  removed_at @INT64@
) @STRICT@;
CREATE INDEX task_submission ON task (submission, noted_at);
CREATE INDEX task_carrier ON task (carrier);
