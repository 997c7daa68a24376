// store/inbox_schema.h — the tables of store/inbox.h, as a step of the migrations.
// Triggers keep them: whatever changes hits, items or who speaks for a case inserts the case into
// the view inbox_change, whose trigger puts its row anew.
#pragma once

#include <string_view>

namespace fundwatch::store {

// One row for every case with a hit. `state` is that of its hits: kept if any is, else none if any
// waits. `day` is that of the item which speaks: the last day, else that of the event; '' without.
inline constexpr std::string_view kInboxSchema = R"(
-- What people know better than the source, as JSON; '' where nobody did. See store/corrections.h.
ALTER TABLE item ADD COLUMN corrected TEXT NOT NULL DEFAULT '';
CREATE TABLE inbox (
  case_id      INTEGER PRIMARY KEY,
  state        TEXT NOT NULL,
  day          TEXT NOT NULL,
  municipality TEXT NOT NULL
) STRICT;
CREATE INDEX inbox_state ON inbox (state, day, case_id, municipality);
CREATE INDEX inbox_day ON inbox (day, case_id, municipality);

CREATE TABLE inbox_profile (
  case_id INTEGER NOT NULL,
  profile INTEGER NOT NULL,
  PRIMARY KEY (case_id, profile)
) STRICT, WITHOUT ROWID;

CREATE VIEW inbox_change AS SELECT 0 AS case_id;
CREATE TRIGGER inbox_changed INSTEAD OF INSERT ON inbox_change BEGIN
  DELETE FROM inbox WHERE case_id = new.case_id;
  DELETE FROM inbox_profile WHERE case_id = new.case_id;
  INSERT INTO inbox_profile (case_id, profile)
    SELECT DISTINCT new.case_id, hit.profile FROM item CROSS JOIN hit ON hit.item = item.id
    WHERE item.case_id = new.case_id;
  INSERT INTO inbox (case_id, state, day, municipality)
    SELECT new.case_id,
      (SELECT CASE WHEN sum(hit.review = 'kept') > 0 THEN 'kept'
                   WHEN sum(hit.review = 'none') > 0 THEN 'none' ELSE 'dismissed' END
       FROM item AS each CROSS JOIN hit ON hit.item = each.id WHERE each.case_id = new.case_id),
      coalesce(
        CASE WHEN json_extract(nullif(corrected, ''), '$.deadline.read.day')
                  IS coalesce(deadline, found_deadline)
              AND json_type(nullif(corrected, ''), '$.deadline') = 'object'
             THEN json_extract(corrected, '$.deadline.right.day')
             WHEN deadline IS NULL AND found_deadline_doubtful THEN NULL
             ELSE coalesce(deadline, found_deadline) END,
        CASE WHEN json_extract(nullif(corrected, ''), '$.event.read.day')
                  IS coalesce(event_date, found_event_date)
              AND json_type(nullif(corrected, ''), '$.event') = 'object'
             THEN json_extract(corrected, '$.event.right.day')
             ELSE coalesce(event_date, found_event_date) END,
        ''),
      CASE WHEN json_extract(nullif(corrected, ''), '$.place.read')
                IS iif(municipality = '', found_municipality, municipality)
           THEN json_extract(corrected, '$.place.right')
           ELSE iif(municipality = '', found_municipality, municipality) END
    FROM item
    WHERE id = (SELECT id FROM item WHERE case_id = new.case_id
                ORDER BY id IS NOT (SELECT speaker FROM cases WHERE cases.id = new.case_id),
                  coalesce(deadline, found_deadline, event_date, found_event_date) IS NULL, id
                LIMIT 1)
      AND EXISTS (SELECT 1 FROM inbox_profile WHERE case_id = new.case_id);
END;

-- Of a case that stands here, as most do, only who hit it changes, and that somebody is waited for.
CREATE TRIGGER inbox_hit_added AFTER INSERT ON hit BEGIN
  INSERT INTO inbox_change SELECT case_id FROM item WHERE id = new.item AND
    (new.review <> 'none' OR case_id NOT IN (SELECT case_id FROM inbox));
  INSERT OR IGNORE INTO inbox_profile SELECT case_id, new.profile FROM item WHERE id = new.item;
  UPDATE inbox SET state = 'none' WHERE state = 'dismissed' AND new.review = 'none'
    AND case_id = (SELECT case_id FROM item WHERE id = new.item);
END;
CREATE TRIGGER inbox_hit_reviewed AFTER UPDATE OF review ON hit WHEN old.review <> new.review BEGIN
  INSERT INTO inbox_change SELECT case_id FROM item WHERE id = new.item;
END;
CREATE TRIGGER inbox_hit_removed AFTER DELETE ON hit BEGIN
  INSERT INTO inbox_change SELECT case_id FROM item WHERE id = old.item;
END;
CREATE TRIGGER inbox_item_added AFTER INSERT ON item
  WHEN EXISTS (SELECT 1 FROM inbox WHERE case_id = new.case_id) BEGIN
  INSERT INTO inbox_change VALUES (new.case_id);
END;
CREATE TRIGGER inbox_item_changed AFTER UPDATE ON item
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.id)
    OR EXISTS (SELECT 1 FROM inbox WHERE case_id IN (old.case_id, new.case_id)) BEGIN
  INSERT INTO inbox_change VALUES (new.case_id);
  INSERT INTO inbox_change SELECT old.case_id WHERE old.case_id <> new.case_id;
END;
CREATE TRIGGER inbox_item_removed AFTER DELETE ON item
  WHEN EXISTS (SELECT 1 FROM inbox WHERE case_id = old.case_id) BEGIN
  INSERT INTO inbox_change VALUES (old.case_id);
END;
CREATE TRIGGER inbox_speaker_changed AFTER UPDATE OF speaker ON cases
  WHEN EXISTS (SELECT 1 FROM inbox WHERE case_id = new.id) BEGIN
  INSERT INTO inbox_change VALUES (new.id);
END;
INSERT INTO inbox_change SELECT DISTINCT item.case_id FROM hit JOIN item ON item.id = hit.item;
)";

}  // namespace fundwatch::store
