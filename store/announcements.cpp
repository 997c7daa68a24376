#include "store/announcements.h"

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

}  // namespace

void Announcements::put(ItemId item, const std::vector<std::uint32_t>& traits,
                        const std::string& fingerprint) {
  Transaction transaction(database_);
  Query(database_, "DELETE FROM announcement WHERE item = ?").bind(item).run();
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
  transaction.commit();
}

std::vector<ItemId> Announcements::newest_with(std::uint32_t trait, std::size_t items_max) const {
  Query row(database_,
            "SELECT item FROM announcement_trait WHERE trait = ? ORDER BY item DESC LIMIT ?");
  row.bind(std::int64_t{trait}).bind(static_cast<std::int64_t>(items_max));
  std::vector<ItemId> items;
  while (row.step()) items.push_back(ItemId{row.integer()});
  return items;
}

std::optional<std::string> Announcements::fingerprint(ItemId item) const {
  Query row(database_, "SELECT fingerprint FROM announcement WHERE item = ?");
  if (!row.bind(item).step()) return std::nullopt;
  return row.bytes();
}

}  // namespace fundwatch::store
