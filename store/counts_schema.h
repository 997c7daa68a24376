// store/counts_schema.h — what pages count of all that is stored, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// How many items each source has and how many cases of the inbox each state, kept by triggers; and
// what people said of hits, by profile.
inline constexpr std::string_view kCountsSchema = R"(
CREATE TABLE item_count (
  source INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  items  INTEGER NOT NULL
) STRICT;
INSERT INTO item_count SELECT source, count(*) FROM item GROUP BY source;
CREATE TRIGGER item_counted AFTER INSERT ON item BEGIN
  INSERT INTO item_count (source, items) VALUES (new.source, 1)
    ON CONFLICT (source) DO UPDATE SET items = items + 1;
END;
CREATE TRIGGER item_discounted AFTER DELETE ON item BEGIN
  UPDATE item_count SET items = items - 1 WHERE source = old.source;
END;

CREATE TABLE inbox_count (
  state TEXT PRIMARY KEY,
  cases INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO inbox_count SELECT state, count(*) FROM inbox GROUP BY state;
CREATE TRIGGER inbox_counted AFTER INSERT ON inbox BEGIN
  INSERT INTO inbox_count (state, cases) VALUES (new.state, 1)
    ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
END;
CREATE TRIGGER inbox_discounted AFTER DELETE ON inbox BEGIN
  UPDATE inbox_count SET cases = cases - 1 WHERE state = old.state;
END;
CREATE TRIGGER inbox_recounted AFTER UPDATE OF state ON inbox WHEN old.state <> new.state BEGIN
  UPDATE inbox_count SET cases = cases - 1 WHERE state = old.state;
  INSERT INTO inbox_count (state, cases) VALUES (new.state, 1)
    ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
END;
CREATE INDEX inbox_place ON inbox (state, municipality);

CREATE INDEX hit_review ON hit (profile, review) WHERE review <> 'none';
)";

}  // namespace fundwatch::store
