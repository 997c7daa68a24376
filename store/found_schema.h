// store/found_schema.h — when each case of the inbox was found, as a step of the migrations: what
// store/follow_up.h counts by the year, without reading the hits of all years.
#pragma once

#include <string_view>

namespace fundwatch::store {

// `found_at` is the case's first hit that nobody dismissed, NULL without one; with a profile the
// same, NULL if all that this profile hit was dismissed. The triggers are those of
// store/inbox_schema.h.
inline constexpr std::string_view kFoundSchema = R"(
ALTER TABLE inbox ADD COLUMN found_at INTEGER;
ALTER TABLE inbox_profile ADD COLUMN found_at INTEGER;
UPDATE inbox SET found_at =
  (SELECT min(hit.found_at) FROM item CROSS JOIN hit ON hit.item = item.id
   WHERE item.case_id = inbox.case_id AND hit.review <> 'dismissed');
UPDATE inbox_profile SET found_at =
  (SELECT found_at FROM inbox WHERE inbox.case_id = inbox_profile.case_id)
  WHERE EXISTS (SELECT 1 FROM item CROSS JOIN hit ON hit.item = item.id
                WHERE item.case_id = inbox_profile.case_id
                  AND hit.profile = inbox_profile.profile AND hit.review <> 'dismissed');
CREATE INDEX inbox_found ON inbox (found_at);
-- Partial, so that no page of the inbox is read by it, whose order it does not have.
CREATE INDEX inbox_found_place ON inbox (municipality, found_at)
  WHERE municipality <> '' AND found_at IS NOT NULL;
CREATE INDEX inbox_profile_found ON inbox_profile (profile, found_at);

DROP TRIGGER inbox_changed;
CREATE TRIGGER inbox_changed INSTEAD OF INSERT ON inbox_change BEGIN
  DELETE FROM inbox WHERE case_id = new.case_id;
  DELETE FROM inbox_profile WHERE case_id = new.case_id;
  INSERT INTO inbox_profile (case_id, profile, found_at)
    SELECT new.case_id, hit.profile, iif(max(hit.review <> 'dismissed'),
      (SELECT min(each.found_at) FROM item AS other CROSS JOIN hit AS each ON each.item = other.id
       WHERE other.case_id = new.case_id AND each.review <> 'dismissed'), NULL)
    FROM item CROSS JOIN hit ON hit.item = item.id
    WHERE item.case_id = new.case_id GROUP BY hit.profile;
  INSERT INTO inbox (case_id, state, day, municipality, found_at)
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
           ELSE iif(municipality = '', found_municipality, municipality) END,
      (SELECT max(found_at) FROM inbox_profile WHERE inbox_profile.case_id = new.case_id)
    FROM item
    WHERE id = (SELECT id FROM item WHERE case_id = new.case_id
                ORDER BY id IS NOT (SELECT speaker FROM cases WHERE cases.id = new.case_id),
                  coalesce(deadline, found_deadline, event_date, found_event_date) IS NULL, id
                LIMIT 1)
      AND EXISTS (SELECT 1 FROM inbox_profile WHERE case_id = new.case_id);
END;

-- Of a case that was found before, as most were, only who hit it changes.
DROP TRIGGER inbox_hit_added;
CREATE TRIGGER inbox_hit_added AFTER INSERT ON hit BEGIN
  INSERT INTO inbox_change SELECT case_id FROM item WHERE id = new.item AND
    (new.review <> 'none'
     OR NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.case_id = item.case_id
                    AND state <> 'dismissed' AND found_at <= new.found_at)
     OR EXISTS (SELECT 1 FROM inbox_profile WHERE inbox_profile.case_id = item.case_id
                AND profile = new.profile AND found_at IS NULL));
  INSERT OR IGNORE INTO inbox_profile (case_id, profile, found_at)
    SELECT inbox.case_id, new.profile, inbox.found_at
    FROM item JOIN inbox ON inbox.case_id = item.case_id WHERE item.id = new.item;
END;
)";

}  // namespace fundwatch::store
