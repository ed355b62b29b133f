-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of search_doc. They are folded already: no parser or dictionary looks at them.
ALTER TABLE search_doc
  ADD COLUMN title_words tsvector
    GENERATED ALWAYS AS (array_to_tsvector(string_to_array(title_fold, ' '))) STORED,
  ADD COLUMN words tsvector
    GENERATED ALWAYS AS
      (array_to_tsvector(string_to_array(btrim(title_fold || ' ' || body_fold), ' '))) STORED;
CREATE INDEX search_doc_title_words ON search_doc USING gin (title_words);
CREATE INDEX search_doc_words ON search_doc USING gin (words);
