// store/marks.h — the marks of every item (matchers/marks), for matchers/tune: a row of compressed
// numbers an item, and the text of each number once. The row goes with its item. Triggers of the
// schema write down each item that is added or changed, in the same transaction, until its marks
// are put: whatever way an item takes, its marks are never taken for current when they are not.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/model.h"
#include "store/mark_numbers.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct MarkedItem {
  ItemId item{};
  Instant first_seen{};
  std::vector<std::uint32_t> marks;  // ascending
};

// Up to where a reader has read.
struct MarksRead {
  std::int64_t text = 0;
  std::int64_t turn = 0;
  std::int64_t removals = 0;
};

class Marks {
 public:
  explicit Marks(Connection& database) : database_(database) {}

  // The marks of the item as it stands there now, in any order; some may be said again.
  void put(const Item& item, const std::vector<std::string>& marks);

  // Items whose marks are to be put, the newest first.
  std::vector<ItemId> unmarked(std::size_t items_max) const;

  // The texts and items that came or changed since `read`, which moves on. An item that changed
  // twice comes once; those that are gone are told by removals() alone.
  void each_text(MarksRead& read,
                 const std::function<void(std::uint32_t, std::string_view)>& visit) const;
  void each_item(MarksRead& read, const std::function<void(const MarkedItem&)>& visit) const;

  // How many marked items were removed so far.
  std::int64_t removals() const;

 private:
  std::vector<std::uint32_t> numbers_of(const std::vector<std::string>& marks);
  std::uint32_t look_up(const std::string& text);

  Connection& database_;
  MarkNumbers known_;
  std::pair<std::uint64_t, std::int64_t> lost_;  // rollbacks and removals when known_ was right
};

}  // namespace fundwatch::store
