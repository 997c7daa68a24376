#include "store/marks.h"

#include <algorithm>
#include <boost/sort/pdqsort/pdqsort.hpp>

#include "base/check.h"
#include "store/mark_texts.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {

void Marks::put(const Item& item, const std::vector<std::string>& marks) {
  Transaction transaction(database_);
  // Numbers given in a transaction that was then rolled back are none, nor are those whose texts
  // were forgotten (mark_texts.h).
  const std::pair lost(database_.rollbacks(), removals());
  if (lost != lost_) known_.clear();
  lost_ = lost;
  // A new row, so that readers find it behind those that they have read.
  Query(database_, "INSERT OR REPLACE INTO marked_item (item, first_seen, marks) VALUES (?, ?, ?)")
      .bind(item.id)
      .bind(item.first_seen)
      .bind_bytes(packed(numbers_of(marks)))
      .run();
  Query(database_, "DELETE FROM unmarked_item WHERE item = ?").bind(item.id).run();
  transaction.commit();
}

// Ascending, each once. All are sought before the first is found, so that memory has answered.
std::vector<std::uint32_t> Marks::numbers_of(const std::vector<std::string>& marks) {
  std::vector<SoughtText> sought;
  sought.reserve(marks.size());
  for (const std::string& mark : marks) sought.push_back(known_.seek(mark));
  std::vector<std::uint32_t> numbers;
  numbers.reserve(marks.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto known = known_.find(sought[i]);
    numbers.push_back(known ? *known : look_up(marks[i]));
    if (!known) known_.add(sought[i], numbers.back());
  }
  // Numbers in no order, where each guess of the processor is wrong half the time.
  boost::sort::pdqsort_branchless(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::uint32_t Marks::look_up(const std::string& text) {
  // Most that memory does not know are new.
  Query insertion(database_, "INSERT OR IGNORE INTO mark (text) VALUES (?)");
  const bool is_new = insertion.bind_lasting(text).run() == 1;
  if (is_new) return static_cast<std::uint32_t>(last_id(database_));
  Query row(database_, "SELECT id FROM mark WHERE text = ?");
  CHECK(row.bind(text).step());
  return static_cast<std::uint32_t>(row.integer());
}

std::vector<ItemId> Marks::unmarked(std::size_t items_max) const {
  Query row(database_, "SELECT item FROM unmarked_item ORDER BY item DESC LIMIT ?");
  row.bind(static_cast<std::int64_t>(items_max));
  std::vector<ItemId> items;
  while (row.step()) items.push_back(ItemId{row.integer()});
  return items;
}

void Marks::each_text(MarksRead& read,
                      const std::function<void(std::uint32_t, std::string_view)>& visit) const {
  Query row(database_, "SELECT id, text FROM mark WHERE id > ? ORDER BY id");
  row.bind(read.text);
  while (row.step()) {
    read.text = row.integer();
    visit(static_cast<std::uint32_t>(read.text), row.text());
  }
}

void Marks::each_item(MarksRead& read, const std::function<void(const MarkedItem&)>& visit) const {
  Query row(database_,
            "SELECT turn, item, first_seen, marks FROM marked_item WHERE turn > ? ORDER BY turn");
  row.bind(read.turn);
  MarkedItem marked;
  while (row.step()) {
    read.turn = row.integer();
    marked.item = ItemId{row.integer()};
    marked.first_seen = row.instant();
    unpack(row.text(), marked.marks);
    visit(marked);
  }
}

std::int64_t Marks::removals() const {
  return fundwatch::store::number_of(database_, "SELECT removals FROM marks_state");
}

}  // namespace fundwatch::store
