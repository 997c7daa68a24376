#include "base/spellings.h"

#include <cstring>
#include <limits>

#include "base/check.h"
#include "base/growth.h"

namespace fundwatch {
namespace {

constexpr std::size_t kTableMin = 16;  // a power of two, as every size of the table

// Of an entry in the table: a word's number plus one, and bits of its hash that tell most other
// words from it without a look at its letters.
constexpr unsigned kNumberBits = 26;
constexpr std::uint32_t kNumberMask = (std::uint32_t{1} << kNumberBits) - 1;

constexpr std::size_t kWordBytes = 8;

// Up to eight bytes as a number.
std::uint64_t number_of(const char* bytes, std::size_t count) {
  std::uint64_t number = 0;
  if (count >= kWordBytes) {
    std::memcpy(&number, bytes, kWordBytes);
    return number;
  }
  for (std::size_t i = 0; i < count; ++i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  }
  return number;
}

// Words come from a dictionary, from profiles and from sources that a coordinator chose, so nobody
// is expected to choose them to collide.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  for (std::size_t i = 0; i < word.size(); i += kWordBytes) {
    hash = (hash ^ number_of(word.data() + i, word.size() - i)) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  return hash * 0xC2B2AE3D27D4EB4FU;
}

// The high bits of a product depend on all of the word.
std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U) & ~kNumberMask;
}

std::size_t first_place(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 24U); }

// So many bits for each place of the table say which hashes there are at all: most words that are
// asked for are not there, and these few bits are nearer to the processor than the table.
constexpr std::size_t kBitsPerPlace = 4;
constexpr std::size_t kBits = 64;

}  // namespace

SpellingId Spellings::add(std::string_view word) {
  if (2 * (ends_.size() + 1) > table_.size()) grow();
  const std::uint64_t hash = hash_of(word);
  const std::size_t place = place_of(word, hash);
  if (table_[place] != 0) return id_at(place);
  CHECK(ends_.size() + 1 < kNumberMask);
  CHECK(bytes_.size() + word.size() < std::numeric_limits<std::uint32_t>::max());
  make_room(bytes_, word.size());
  bytes_.append(word);
  ends_.reserve(roomy(ends_.size() + 1, ends_.capacity()));
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  enter(place, hash, static_cast<std::uint32_t>(ends_.size()));
  return id_at(place);
}

std::optional<SpellingId> Spellings::find(std::string_view word) const {
  if (table_.empty()) return std::nullopt;
  const std::uint64_t hash = hash_of(word);
  const std::size_t bit = first_place(hash) & (present_.size() * kBits - 1);
  if ((present_[bit / kBits] >> (bit % kBits) & 1U) == 0) return std::nullopt;
  const std::size_t place = place_of(word, hash);
  if (table_[place] == 0) return std::nullopt;
  return id_at(place);
}

std::string_view Spellings::text(SpellingId id) const {
  const auto number = static_cast<std::size_t>(id);
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

std::size_t Spellings::memory() const {
  return bytes_.capacity() + sizeof(std::uint32_t) * (ends_.capacity() + table_.capacity()) +
         sizeof(std::uint64_t) * present_.capacity();
}

void Spellings::settle() {
  bytes_.shrink_to_fit();
  ends_.shrink_to_fit();
}

std::size_t Spellings::place_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = table_.size() - 1;
  const std::uint32_t tag = tag_of(hash);
  std::size_t place = first_place(hash) & mask;
  while (table_[place] != 0) {
    if ((table_[place] & ~kNumberMask) == tag && text(id_at(place)) == word) return place;
    place = (place + 1) & mask;
  }
  return place;
}

void Spellings::enter(std::size_t place, std::uint64_t hash, std::uint32_t number) {
  table_[place] = tag_of(hash) | number;
  const std::size_t bit = first_place(hash) & (present_.size() * kBits - 1);
  present_[bit / kBits] |= std::uint64_t{1} << (bit % kBits);
}

SpellingId Spellings::id_at(std::size_t place) const {
  return SpellingId{(table_[place] & kNumberMask) - 1};
}

void Spellings::grow() {
  const std::size_t size = table_.empty() ? kTableMin : 2 * table_.size();
  table_.assign(size, 0);
  present_.assign(size * kBitsPerPlace / kBits, 0);
  for (std::uint32_t number = 1; number <= ends_.size(); ++number) {
    const std::string_view word = text(SpellingId{number - 1});
    const std::uint64_t hash = hash_of(word);
    enter(place_of(word, hash), hash, number);
  }
}

}  // namespace fundwatch
