// store/unmatched_schema.h — items that are to be matched anew, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Those whose facts a person put right since they were matched.
inline constexpr std::string_view kUnmatchedSchema = R"(
CREATE TABLE unmatched_item (
  item INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER item_corrected AFTER UPDATE OF corrected ON item
  WHEN old.corrected <> new.corrected BEGIN
  INSERT OR IGNORE INTO unmatched_item (item) VALUES (new.id);
END;
)";

}  // namespace fundwatch::store
