// matchers/keywords.h — which words of a text a keyword stands for: its forms, the words derived
// from it, and the compounds with it. Phrases, acronyms by case and `*` are not known here.
// Build it with add(), then leave it: of() changes nothing, so many threads may ask it at once.
// It costs microseconds; whoever reads many texts remembers the answers by word.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fundwatch::matchers {

class Lexicon;

enum class KeywordId : std::uint32_t {};

// inflected: "=bidrag" takes bidragen. with_compounds: "bidrag" takes statsbidraget,
// bidragsgivare and what is derived (företag: företagare) as well.
enum class Reach { inflected, with_compounds };

// One word; `word` and `excluded` as in Word::folded. What an excluded word stands for, in the
// keyword's own reach, the keyword does not: medel without läkemedel leaves läkemedlet out too.
struct Keyword {
  std::string word;
  Reach reach = Reach::with_compounds;
  std::vector<std::string> excluded;
  bool operator==(const Keyword&) const = default;
};

class Keywords {
 public:
  // Without a lexicon (null) only words with the same stem are one.
  explicit Keywords(std::shared_ptr<const Lexicon> lexicon);

  // Equal keywords share an id; ids count up from 0. `keyword.word` must not be empty.
  KeywordId add(const Keyword& keyword);

  // The keywords that stand for this word (as in Word::folded), in ascending order.
  std::vector<KeywordId> of(std::string_view folded) const;

 private:
  struct Entry {
    Keyword keyword;
    std::vector<KeywordId> without;  // of the excluded words
    bool is_asked_for = false;       // not only as what another excludes
  };

  KeywordId entry_of(const Keyword& keyword);
  std::vector<KeywordId> all_of(std::string_view folded) const;

  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::vector<KeywordId>> by_word_;
  std::unordered_map<std::string, std::vector<KeywordId>> by_swedish_stem_;
  std::unordered_map<std::string, std::vector<KeywordId>> by_english_stem_;
};

// What a person is shown who asks which words a keyword stands for: sorted, without what is
// excluded. `compounds` are examples out of the dictionary, not all there can be.
struct Forms {
  std::vector<std::string> inflected;
  std::vector<std::string> compounds;
};

// `lexicon` may be null: then only the word itself is known.
Forms forms_of(const std::shared_ptr<const Lexicon>& lexicon, const Keyword& keyword);

}  // namespace fundwatch::matchers
