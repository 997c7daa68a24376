// store/editions_schema.h — the tables of store/editions.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// What the coordinator wants of one week's mail, and which weeks she was shown before.
inline constexpr std::string_view kEditionsSchema = R"(
CREATE TABLE edition (
  week         INTEGER PRIMARY KEY, -- 202707 is week 7 of 2027
  note         TEXT NOT NULL DEFAULT '',
  is_held      INTEGER NOT NULL DEFAULT 0,
  days_earlier INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE edition_preview (
  weekly_moment INTEGER PRIMARY KEY,
  made_at       INTEGER NOT NULL
) STRICT;
)";

}  // namespace fundwatch::store
