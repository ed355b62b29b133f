-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of search_doc. They are folded already: every byte that is not a blank belongs to one.
CREATE VIRTUAL TABLE search_fts USING fts5 (
  title_fold, body_fold,
  content='search_doc', content_rowid='rid', detail='column', tokenize='ascii'
);
