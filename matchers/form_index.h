// matchers/form_index.h — which keywords have a form, and in what place of a word it counts.
// Add everything first. Looking up costs one probe of a hash table; asking whether any form may
// begin at a place costs a look at a few bits, which is what makes long words cheap.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/spellings.h"
#include "matchers/keywords.h"

namespace fundwatch::matchers {

// Where in a word a form counts, any of these together: alone; at the end of a compound
// (stats|bidrag); before other words (bidrags|givare).
inline constexpr std::uint8_t kWholeWord = 1;
inline constexpr std::uint8_t kHead = 2;
inline constexpr std::uint8_t kModifier = 4;

class FormIndex {
 public:
  struct Posting {
    KeywordId keyword{};
    std::uint8_t places = 0;
    std::uint32_t next = 0;  // one more than the number of the form's next posting; 0 ends
  };

  FormIndex();

  void add(std::string_view form, Posting posting);
  void add_all(const std::vector<std::string>& forms, Posting posting);

  // The first posting of the form, null if it has none; and the one behind a posting.
  const Posting* find(std::string_view form) const;
  const Posting* after(const Posting& posting) const;

  // The places of a keyword's form, 0 if it has no such form.
  std::uint8_t places(std::string_view form, KeywordId keyword) const;

  // False if no form begins like `rest`; true if one may.
  bool may_begin(std::string_view rest) const;

  // False if no form of three bytes or more is any part of the letters; true if one may be. Quicker
  // than asking may_begin() at every place.
  bool may_hold(std::string_view letters) const;

  // Bytes held.
  std::size_t memory() const;

 private:
  static constexpr std::size_t kTriples = std::size_t{1} << 16U;

  Spellings forms_;
  std::vector<std::uint32_t> first_;  // by form: one more than the number of its first posting
  std::vector<Posting> postings_;
  std::vector<bool> beginnings_;   // by hash of the first bytes of each form
  std::bitset<kTriples> triples_;  // by hash of the first three; few enough to be at hand
};

}  // namespace fundwatch::matchers
