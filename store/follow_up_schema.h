// store/follow_up_schema.h — the tables of store/follow_up.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Every answer as it was given, for what became of cases; who gave it is forgotten with them. Notes
// of what the network has reached beside.
inline constexpr std::string_view kFollowUpSchema = R"(
CREATE TABLE answer_step (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber   INTEGER REFERENCES subscriber (id) ON DELETE SET NULL,
  answerer     INTEGER NOT NULL, -- the same number for the same one, also when they are gone
  case_id      INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  amount       INTEGER, -- in SEK
  at           INTEGER NOT NULL,
  municipality TEXT NOT NULL
) STRICT;
CREATE INDEX answer_step_subscriber ON answer_step (subscriber);
CREATE INDEX answer_step_at ON answer_step (at);
INSERT INTO answer_step (subscriber, answerer, case_id, kind, amount, at, municipality)
  SELECT subscriber, subscriber, case_id, kind, amount, at,
    (SELECT municipality FROM subscriber WHERE id = answer.subscriber) FROM answer;
CREATE TRIGGER answer_added AFTER INSERT ON answer BEGIN
  INSERT INTO answer_step (subscriber, answerer, case_id, kind, amount, at, municipality)
    VALUES (new.subscriber, new.subscriber, new.case_id, new.kind, new.amount, new.at,
      (SELECT municipality FROM subscriber WHERE id = new.subscriber));
END;
CREATE TRIGGER answer_changed AFTER UPDATE ON answer BEGIN
  INSERT INTO answer_step (subscriber, answerer, case_id, kind, amount, at, municipality)
    VALUES (new.subscriber, new.subscriber, new.case_id, new.kind, new.amount, new.at,
      (SELECT municipality FROM subscriber WHERE id = new.subscriber));
END;

CREATE TABLE goal_note (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  goal         TEXT NOT NULL,
  day          TEXT NOT NULL,
  municipality TEXT NOT NULL,
  text         TEXT NOT NULL
) STRICT;
)";

}  // namespace fundwatch::store
