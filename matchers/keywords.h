// matchers/keywords.h — which words of a text a keyword stands for: its forms, the words derived
// from it, and the compounds with it. Phrases, acronyms by case and `*` are not known here.
// Build it with add(), then leave it: of() changes nothing, so many threads may ask it at once.
// It costs microseconds; whoever reads many texts remembers the answers by word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fundwatch::matchers {

class FormIndex;
struct Stems;
class Lexicon;

enum class KeywordId : std::uint32_t {};

// inflected: "=bidrag" takes bidragen. with_compounds: "bidrag" takes statsbidraget,
// bidragsgivare and what is derived (företag: företagare) as well.
enum class Reach { inflected, with_compounds };

// One word; `word` and `excluded` as in Word::folded. Excluding one of its own forms leaves out
// that form. Excluding another word leaves out all its forms and compounds: medel without läkemedel
// does not stand for läkemedelsverket.
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
  ~Keywords();
  Keywords(Keywords&&) noexcept;
  Keywords& operator=(Keywords&&) noexcept;

  // Equal keywords share an id; other ids are greater the later. `keyword.word` must not be empty.
  KeywordId add(const Keyword& keyword);

  // The keywords that stand for this word (as in Word::folded), in ascending order.
  std::vector<KeywordId> of(std::string_view folded) const;

  // False if no keyword stands for the word, without asking the lexicon; true if one may. `bases`
  // are bases_beside(lexicon, folded).
  bool may_stand_for(std::string_view folded, std::string_view bases) const;

  // The bases that a word is divided as whose letters it does not hold itself, with spaces between.
  static std::string bases_beside(const Lexicon* lexicon, std::string_view folded);

  // Bytes held by the forms, the lexicon apart.
  std::size_t memory() const;

 private:
  // Of a keyword, or of a word that one excludes, which is never answered.
  struct Entry {
    Keyword keyword;
    std::vector<KeywordId> without;  // of the excluded words
    bool is_excluded = false;
  };
  using Index = std::unordered_map<std::string, std::vector<KeywordId>>;

  KeywordId new_entry(const Keyword& keyword);
  void add_forms(KeywordId id);
  void add_unknown(KeywordId id);
  void add_stems(KeywordId id);
  void add_excluded(KeywordId id, const std::string& word, const Keyword& from);
  std::vector<KeywordId> all_of(std::string_view folded) const;
  void remember_beginning(const std::string& word, const Stems& stems);
  bool may_have_stem(std::string_view folded) const;
  void append_by_stem(std::string_view folded, std::vector<KeywordId>& ids) const;
  const Entry& entry(KeywordId id) const { return entries_[static_cast<std::size_t>(id)]; }

  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<Entry> entries_;
  Index by_word_;
  Index by_swedish_stem_;
  Index by_english_stem_;
  std::vector<bool> stem_beginnings_;
  std::unique_ptr<FormIndex> forms_;
};

}  // namespace fundwatch::matchers
