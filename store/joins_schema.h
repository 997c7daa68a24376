// store/joins_schema.h — an item that joins a case behind the one which speaks for it, as a step of
// the migrations: it changes nothing of what the inbox says of the case, whose row need not be put
// anew with a look at each of its items.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Put anew as before where the item was in the case already, has hits, which count, or comes to
// speak: as the first that states a day, or before all that state none either (store/cases.h).
inline constexpr std::string_view kJoinsSchema = R"(
DROP TRIGGER inbox_item_changed;
CREATE TRIGGER inbox_item_changed AFTER UPDATE ON item
  WHEN EXISTS (SELECT 1 FROM hit WHERE hit.item = new.id)
    OR EXISTS (SELECT 1 FROM inbox WHERE case_id IN (old.case_id, new.case_id)) BEGIN
  INSERT INTO inbox_change SELECT new.case_id WHERE
    old.case_id = new.case_id
    OR EXISTS (SELECT 1 FROM hit WHERE hit.item = new.id)
    OR new.id < (SELECT max(id) FROM item WHERE case_id = new.case_id)
    OR (coalesce(new.deadline, new.found_deadline, new.event_date, new.found_event_date)
          IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM item WHERE case_id = new.case_id AND id <> new.id AND
          coalesce(deadline, found_deadline, event_date, found_event_date) IS NOT NULL));
  INSERT INTO inbox_change SELECT old.case_id WHERE old.case_id <> new.case_id
    AND EXISTS (SELECT 1 FROM inbox WHERE case_id = old.case_id);
END;
)";

}  // namespace fundwatch::store
