#include "matchers/spellings.h"

#include <limits>

#include "base/check.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kTableMin = 16;  // a power of two, as every size of the table

// FNV-1a with a last mixing, so that the low bits depend on every byte. Words come from a
// dictionary and from profiles, so nobody chooses them to collide.
std::size_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return static_cast<std::size_t>(hash ^ (hash >> 29U));
}

}  // namespace

SpellingId Spellings::add(std::string_view word) {
  if (2 * (ends_.size() + 1) > table_.size()) grow();
  const std::size_t place = place_of(word);
  if (table_[place] != 0) return SpellingId{table_[place] - 1};
  CHECK(bytes_.size() + word.size() < std::numeric_limits<std::uint32_t>::max());
  bytes_.append(word);
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  table_[place] = static_cast<std::uint32_t>(ends_.size());
  return SpellingId{table_[place] - 1};
}

std::optional<SpellingId> Spellings::find(std::string_view word) const {
  if (table_.empty()) return std::nullopt;
  const std::uint32_t number = table_[place_of(word)];
  if (number == 0) return std::nullopt;
  return SpellingId{number - 1};
}

std::string_view Spellings::text(SpellingId id) const {
  const auto number = static_cast<std::size_t>(id);
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

std::size_t Spellings::memory() const {
  return bytes_.capacity() + sizeof(std::uint32_t) * (ends_.capacity() + table_.capacity());
}

void Spellings::settle() {
  bytes_.shrink_to_fit();
  ends_.shrink_to_fit();
}

std::size_t Spellings::place_of(std::string_view word) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = hash_of(word) & mask;
  while (table_[place] != 0 && text(SpellingId{table_[place] - 1}) != word) {
    place = (place + 1) & mask;
  }
  return place;
}

void Spellings::grow() {
  const std::size_t size = table_.empty() ? kTableMin : 2 * table_.size();
  table_.assign(size, 0);
  for (std::uint32_t number = 1; number <= ends_.size(); ++number) {
    table_[place_of(text(SpellingId{number - 1}))] = number;
  }
}

}  // namespace fundwatch::matchers
