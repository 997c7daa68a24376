// matchers/marks.h — an item as a set of short texts, its marks, by which nearly every rule is
// decided without reading the item again: its words, those of its title, those it does not spell
// out, and its facts. What store keeps of every item for matchers/tune. Stored: what a mark of a
// kind looks like must not change. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/model.h"
#include "matchers/query.h"
#include "matchers/reading.h"
#include "matchers/vocabulary.h"

namespace fundwatch::matchers {

// The first byte of a mark. A word of the title has a mark of each kind.
enum class MarkKind : char {
  word = 'w',           // Word::text
  title_word = 't',     // the same
  unspelt = 'u',        // words that share a part
  title_unspelt = 'v',  // the same
  fact = 'f',           // a field and its value
  must_be_read = 'x'    // only the item itself tells what words stand in it
};

// Of a longer word no mark is made: its item must be read.
inline constexpr std::size_t kMarkedWordBytesMax = 200;

MarkKind kind_of(std::string_view mark);

// Of word and title_word.
std::string_view word_of_mark(std::string_view mark);

// Of unspelt and title_unspelt: the words that a keyword may stand for.
std::vector<std::string> words_of_unspelt(std::string_view mark);

using SourceNames = std::unordered_map<SourceId, std::string>;

// Of fact: whether it makes true what is asked.
bool makes_true(std::string_view mark, const Fact& fact, const SourceNames& sources);

// The marks of the item, which `reading` has read, with a vocabulary that knows the function words.
// In any order; a few more than once.
std::vector<std::string> marks_of(const Item& item, const Reading& reading);

// For whoever does not match the item as well (Matcher::match_and_mark). Belongs to one thread;
// keeps its memory from item to item.
class Marker {
 public:
  Marker();

  std::vector<std::string> marks_of(const Item& item);

 private:
  Vocabulary vocabulary_;
  Reading reading_;
};

}  // namespace fundwatch::matchers
