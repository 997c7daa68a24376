#include "store/announcements.h"

#include <charconv>
#include <utility>

#include "base/check.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

std::string json_of_numbers(const std::vector<std::uint32_t>& numbers) {
  std::string json = "[";
  for (const std::uint32_t number : numbers) {
    if (json.size() > 1) json += ',';
    json += std::to_string(number);
  }
  return json + "]";
}

std::vector<std::uint32_t> numbers_of_json(const std::string& json) {
  std::vector<std::uint32_t> numbers;
  const char* const end = json.data() + json.size();
  for (const char* at = json.data(); at < end; ++at) {
    std::uint32_t number = 0;
    const auto [after, error] = std::from_chars(at, end, number);
    if (error != std::errc()) continue;  // a bracket or a comma
    numbers.push_back(number);
    at = after;
  }
  return numbers;
}

}  // namespace

Announcements::State Announcements::state() const {
  Query row(database_, "SELECT posted, removals FROM announcement_state");
  CHECK(row.step());
  State state{.posted = ItemId{row.integer()}, .removals = row.integer()};
  state.changes_elsewhere = number_of(database_, "PRAGMA data_version");
  state.rollbacks = database_.rollbacks();
  return state;
}

void Announcements::refresh() {
  newest_.make_room();
  const State now = state();
  if (known_ == now) return;
  newest_.clear();
  Query row(database_, "SELECT item, traits, fingerprint FROM announcement WHERE item > ?");
  row.bind(now.posted);
  while (row.step()) {
    const ItemId item{row.integer()};
    std::vector<std::uint32_t> traits = numbers_of_json(row.text());
    newest_.put(item, std::move(traits), row.bytes());
  }
  known_ = now;
}

void Announcements::put(ItemId item, const std::vector<std::uint32_t>& traits,
                        const std::string& fingerprint) {
  Transaction transaction(database_);
  refresh();
  if (item <= known_->posted) {
    replace_posted(item, traits, fingerprint);
  } else {
    Query(database_,
          "INSERT INTO announcement (item, traits, fingerprint) VALUES (?, ?, ?) "
          "ON CONFLICT (item) DO UPDATE SET traits = excluded.traits, "
          "fingerprint = excluded.fingerprint")
        .bind(item)
        .bind(json_of_numbers(traits))
        .bind_lasting_bytes(fingerprint)
        .run();
    newest_.put(item, traits, fingerprint);
    if (newest_.unposted() >= kFreshItemsMax) post_fresh();
  }
  transaction.commit();
}

void Announcements::replace_posted(ItemId item, const std::vector<std::uint32_t>& traits,
                                   const std::string& fingerprint) {
  Query before(database_, "DELETE FROM announcement WHERE item = ? RETURNING traits");
  before.bind(item);
  while (before.step()) {
    newest_.forget_posted(numbers_of_json(before.text()));
    ++known_->removals;
  }
  newest_.forget_posted(traits);
  newest_.add_fingerprint(item, fingerprint);
  Query(database_, "INSERT INTO announcement (item, traits, fingerprint) VALUES (?, ?, ?)")
      .bind(item)
      .bind(json_of_numbers(traits))
      .bind_bytes(fingerprint)
      .run();
  Query posting(database_, "INSERT INTO announcement_trait (trait, item) VALUES (?, ?)");
  for (const std::uint32_t trait : traits) {
    posting.bind(std::int64_t{trait}).bind(item).run();
    posting.reset();
  }
}

// In the order of the table, so that each of its pages is written once.
void Announcements::post_fresh() {
  Query posting(database_, "INSERT INTO announcement_trait (trait, item) VALUES (?, ?)");
  for (const auto& [trait, item] : newest_.postings()) {
    posting.bind(std::int64_t{trait}).bind(item).run();
    posting.reset();
  }
  Query(database_, "UPDATE announcement_state SET posted = (SELECT max(item) FROM announcement)")
      .run();
  newest_.note_posted();
  known_->posted = state().posted;
}

std::vector<std::span<const ItemId>> Announcements::newest_with(
    const std::vector<std::uint32_t>& traits, std::size_t items_max) {
  refresh();
  std::vector<std::span<const ItemId>> items;
  items.reserve(traits.size());
  for (const std::uint32_t trait : traits) {
    const auto wanted = newest_.older_wanted(trait, items_max);
    // What was found of the traits before stays: each stands apart.
    if (wanted) newest_.add_older(*wanted, posted_items(*wanted));
    items.push_back(newest_.newest(trait, items_max));
  }
  return items;
}

std::vector<ItemId> Announcements::posted_items(const NewestByTrait::OlderWanted& wanted) const {
  Query row(database_,
            "SELECT item FROM announcement_trait WHERE trait = ? AND item < ? "
            "ORDER BY item DESC LIMIT ?");
  row.bind(std::int64_t{wanted.trait}).bind(wanted.before);
  row.bind(static_cast<std::int64_t>(wanted.items_max));
  std::vector<ItemId> items;
  while (row.step()) items.push_back(ItemId{row.integer()});
  return items;
}

std::vector<const std::string*> Announcements::fingerprints(const std::vector<ItemId>& items) {
  std::vector<const std::string*> fingerprints;
  fingerprints.reserve(items.size());
  for (const ItemId item : items) {
    const std::string* known = newest_.fingerprint(item);
    fingerprints.push_back(known != nullptr ? known : stored_fingerprint(item));
  }
  return fingerprints;
}

const std::string* Announcements::stored_fingerprint(ItemId item) {
  Query row(database_, "SELECT fingerprint FROM announcement WHERE item = ?");
  return row.bind(item).step() ? newest_.add_fingerprint(item, row.bytes()) : nullptr;
}

}  // namespace fundwatch::store
