// store/reviews_schema.h — what people do at the desk: marks (store/reviews.h), notes
// (store/case_notes.h) and why profiles were changed, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

inline constexpr std::string_view kReviewsSchema = R"(
CREATE TABLE review_act (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  author    TEXT NOT NULL,
  review    TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE review_mark (
  act     INTEGER NOT NULL REFERENCES review_act (id) ON DELETE CASCADE,
  hit     INTEGER NOT NULL REFERENCES hit (id) ON DELETE CASCADE,
  case_id INTEGER NOT NULL,
  before  TEXT NOT NULL, -- the hit's review
  note    TEXT NOT NULL, -- the hit's, before
  PRIMARY KEY (act, hit)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_mark_hit ON review_mark (hit);
CREATE INDEX review_mark_case ON review_mark (case_id, act);

ALTER TABLE profile_version ADD COLUMN reason TEXT NOT NULL DEFAULT ''; -- why it was changed

CREATE TABLE case_note (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  at      INTEGER NOT NULL,
  author  TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX case_note_case ON case_note (case_id, id);
)";

}  // namespace fundwatch::store
