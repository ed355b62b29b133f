-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a person likes to use the program: nobody else reads it, and it is in no log or pack.

CREATE TABLE preference (
  person @ID@ NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (person, name)
) @STRICT@;
