#include "store/marks.h"

#include <algorithm>

#include "store/mark_texts.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {

void Marks::put(const Item& item, const std::vector<std::string>& marks) {
  Transaction transaction(database_);
  // Numbers given in a transaction that was then rolled back are none, nor are those whose texts
  // were forgotten (mark_texts.h). Both counts only rise.
  const std::uint64_t lost = database_.rollbacks() + static_cast<std::uint64_t>(removals());
  if (lost != lost_) {
    texts_ = {};
    numbers_.clear();
  }
  lost_ = lost;
  std::vector<std::uint32_t> numbers;
  numbers.reserve(marks.size());
  for (const std::string& mark : marks) numbers.push_back(number_of(mark));
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  // A new row, so that readers find it behind those that they have read.
  Query(database_, "INSERT OR REPLACE INTO marked_item (item, first_seen, marks) VALUES (?, ?, ?)")
      .bind(item.id)
      .bind(item.first_seen)
      .bind_bytes(packed(numbers))
      .run();
  Query(database_, "DELETE FROM unmarked_item WHERE item = ?").bind(item.id).run();
  transaction.commit();
}

std::uint32_t Marks::number_of(const std::string& text) {
  if (const auto known = texts_.find(text)) return numbers_[static_cast<std::size_t>(*known)];
  std::int64_t number = 0;
  Query row(database_, "SELECT id FROM mark WHERE text = ?");
  if (row.bind(text).step()) {
    number = row.integer();
  } else {
    Query(database_, "INSERT INTO mark (text) VALUES (?)").bind(text).run();
    number = last_id(database_);
  }
  const auto short_number = static_cast<std::uint32_t>(number);
  if (numbers_.size() < kMarkTextsRememberedMax) {
    texts_.add(text);
    numbers_.push_back(short_number);
  }
  return short_number;
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
