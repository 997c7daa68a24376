// base/spellings.h — very many different words, each kept once and known by a number.
// A word takes its own bytes and about twelve more; finding one takes one look into a hash table.
// Add first, then look from as many threads as there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch {

// Counts up from 0 in the order of adding.
enum class SpellingId : std::uint32_t {};

class Spellings {
 public:
  // The word's number, the same for the same bytes.
  SpellingId add(std::string_view word);

  std::optional<SpellingId> find(std::string_view word) const;

  // Valid until the next add().
  std::string_view text(SpellingId id) const;

  std::size_t size() const { return ends_.size(); }

  // Bytes held.
  std::size_t memory() const;

  // Gives back what was taken in reserve for more words.
  void settle();

 private:
  std::size_t place_of(std::string_view word, std::uint64_t hash) const;
  SpellingId id_at(std::size_t place) const;
  void enter(std::size_t place, std::uint64_t hash, std::uint32_t number);
  void grow();

  std::string bytes_;                   // of all words, one after the other
  std::vector<std::uint32_t> ends_;     // of each word in bytes_
  std::vector<std::uint32_t> table_;    // numbers plus one by hash, 0 where free; at most half full
  std::vector<std::uint64_t> present_;  // a bit for each hash that may be there
};

}  // namespace fundwatch
