-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register, version 1. One text for SQLite and PostgreSQL; tokens between @ are put in by
-- comark-sql-sqlite.c and comark-sql-postgres.c:
--   @ID@ key of 16 bytes  @INT64@  @BOOL@ 0 or 1  @REAL@  @BYTES@  @SERIAL@ numbered by the engine
--   @STRICT@ ends a table of small rows, @ROWS@ one of large rows or with a number as its key.
-- A statement ends with ";" at the end of a line; a comment has its line to itself.
-- Times are milliseconds since 1970 UTC, flags are 0 or 1, rev counts the changes of a row.

-- The register itself -------------------------------------------------------------------------

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) @STRICT@;

-- Acts already done: a repeated one does nothing.
CREATE TABLE op (
  id @ID@ NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  at @INT64@ NOT NULL
) @STRICT@;

-- Who did what, as a chain of hashes. Never a rating's value or text.
CREATE TABLE log (
  seq @INT64@ PRIMARY KEY CHECK (seq > 0),
  at @INT64@ NOT NULL,
  actor @ID@,
  act TEXT NOT NULL,
  subject_kind TEXT,
  subject @ID@,
  submission @ID@,
  fields TEXT,
  digest TEXT,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) @ROWS@;
CREATE INDEX log_submission ON log (submission, seq);

-- What makes the digests of the log checkable. May be erased.
CREATE TABLE log_salt (
  seq @INT64@ PRIMARY KEY REFERENCES log (seq),
  salt @BYTES@ NOT NULL
) @ROWS@;

-- Attachments, by the SHA-256 of their bytes.
CREATE TABLE blob_store (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  size @INT64@ NOT NULL CHECK (size >= 0),
  complete @BOOL@ NOT NULL CHECK (complete IN (0, 1)),
  at @INT64@ NOT NULL
) @STRICT@;

CREATE TABLE blob_chunk (
  hash TEXT NOT NULL REFERENCES blob_store (hash),
  n @INT64@ NOT NULL CHECK (n >= 0),
  data @BYTES@ NOT NULL,
  PRIMARY KEY (hash, n)
) @ROWS@;

-- What can be found. The folded columns hold each word once.
CREATE TABLE search_doc (
  rid @SERIAL@ PRIMARY KEY,
  submission @ID@ NOT NULL,
  kind TEXT NOT NULL,
  entity @ID@ NOT NULL UNIQUE,
  audience TEXT NOT NULL CHECK (audience IN ('all', 'panel')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  title_fold TEXT NOT NULL,
  body_fold TEXT NOT NULL
) @ROWS@;
CREATE INDEX search_doc_submission ON search_doc (submission);
