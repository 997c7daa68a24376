#include "store/mark_texts.h"

#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

// By number, whether an item has it.
std::vector<bool> used_numbers(const Connection& database, std::int64_t newest) {
  std::vector<bool> is_used(static_cast<std::size_t>(newest) + 1, false);
  std::vector<std::uint32_t> numbers;
  Query row(database, "SELECT marks FROM marked_item");
  while (row.step()) {
    unpack(row.text(), numbers);
    for (const std::uint32_t number : numbers) {
      if (number < is_used.size()) is_used[number] = true;
    }
  }
  return is_used;
}

std::vector<std::int64_t> unused_numbers(const Connection& database, std::size_t texts_max) {
  const std::int64_t newest = number_of(database, "SELECT coalesce(max(id), 0) FROM mark");
  const std::vector<bool> is_used = used_numbers(database, newest);
  std::vector<std::int64_t> unused;
  Query row(database, "SELECT id FROM mark WHERE id < ? ORDER BY id");
  row.bind(newest);
  while (unused.size() < texts_max && row.step()) {
    const std::int64_t id = row.integer();
    if (!is_used[static_cast<std::size_t>(id)]) unused.push_back(id);
  }
  return unused;
}

}  // namespace

std::string packed(const std::vector<std::uint32_t>& numbers) {
  std::string bytes;
  std::uint32_t before = 0;
  for (const std::uint32_t number : numbers) {
    std::uint32_t difference = number - before;
    for (; difference >= 0x80; difference >>= 7U) {
      bytes += static_cast<char>((difference & 0x7FU) | 0x80U);
    }
    bytes += static_cast<char>(difference);
    before = number;
  }
  return bytes;
}

void unpack(std::string_view bytes, std::vector<std::uint32_t>& numbers) {
  numbers.clear();
  std::uint32_t number = 0;
  std::uint32_t difference = 0;
  unsigned shift = 0;
  for (const char byte : bytes) {
    const auto bits = static_cast<unsigned char>(byte);
    difference |= (bits & 0x7FU) << shift;
    shift += 7;
    if ((bits & 0x80U) != 0) continue;
    numbers.push_back(number += difference);
    difference = 0;
    shift = 0;
  }
}

std::size_t forget_unused_marks(Connection& database, std::size_t texts_max) {
  Transaction transaction(database);
  const std::vector<std::int64_t> unused = unused_numbers(database, texts_max);
  if (unused.empty()) return 0;
  Query query(database, "DELETE FROM mark WHERE id = ?");
  for (const std::int64_t id : unused) {
    query.reset();
    query.bind(id).run();
  }
  Query(database, "UPDATE marks_state SET removals = removals + 1").run();
  transaction.commit();
  return unused.size();
}

}  // namespace fundwatch::store
