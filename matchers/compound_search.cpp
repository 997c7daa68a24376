#include "matchers/compound_search.h"

#include <array>
#include <string>

#include "base/text.h"
#include "matchers/compounds.h"
#include "matchers/families.h"

namespace fundwatch::matchers {
namespace {

// A form of so few letters stands at the beginning of many words by chance: what is behind it must
// be longer (lag|förslag, not lag|om).
constexpr std::size_t kShortLettersMax = 4;
constexpr std::size_t kBehindShortLettersMin = 4;

constexpr std::size_t kFormBytesMin = 3;

// "ring" of lagring is no ring where there is a verb lagra.
bool is_end_of_deed(const Lexicon& lexicon, std::string_view word, std::string_view end) {
  if (!end.ends_with("ing") || utf8_length(end) > 4) return false;
  const std::string stem(word.substr(0, word.size() - 3));
  return is_verb(lexicon, stem + "a");
}

}  // namespace

CompoundSearch::CompoundSearch(const Lexicon& lexicon, std::string_view word,
                               std::string_view token)
    : lexicon_(lexicon), word_(word), token_(token) {}

void CompoundSearch::append_to(std::vector<KeywordId>& ids, const FormIndex& forms) {
  for (std::size_t begin = 0; begin + kFormBytesMin <= word_.size(); ++begin) {
    if (!begins_character(word_, begin) || !forms.may_begin(word_.substr(begin))) continue;
    for (std::size_t end = begin + kFormBytesMin; end <= word_.size(); ++end) {
      const bool is_whole = begin == 0 && end == word_.size();
      if (is_whole || (end < word_.size() && !begins_character(word_, end))) continue;
      append_at({begin, end}, ids, forms);
    }
  }
}

void CompoundSearch::append_at(Part part, std::vector<KeywordId>& ids, const FormIndex& forms) {
  const auto* posting = forms.find(word_.substr(part.begin, part.end - part.begin));
  for (; posting != nullptr; posting = forms.after(*posting)) {
    const bool holds =
        part.end == word_.size() ? is_head(part, *posting, forms) : is_modifier(part, *posting);
    if (holds) ids.push_back(posting->keyword);
  }
}

// The word of the text must end in a form too, not only its base: ovannämnda is no nämnd.
bool CompoundSearch::is_head(Part part, const FormIndex::Posting& posting, const FormIndex& forms) {
  if ((posting.places & kHead) == 0) return false;
  if (token_ != word_) {
    if (token_.size() <= part.begin) return false;
    if ((forms.places(token_.substr(part.begin), posting.keyword) & kHead) == 0) return false;
  }
  return stands_before(part.begin);
}

bool CompoundSearch::is_modifier(Part part, const FormIndex::Posting& posting) {
  if ((posting.places & kModifier) == 0) return false;
  const std::string_view behind = word_.substr(part.end);
  const bool is_short =
      utf8_length(word_.substr(part.begin, part.end - part.begin)) <= kShortLettersMax;
  if (is_short && utf8_length(behind) < kBehindShortLettersMin) return false;
  if (is_end_of_deed(lexicon_, word_, behind)) return false;
  return stands_before(part.begin) && stands_behind(part.end);
}

bool CompoundSearch::stands_before(std::size_t begin) {
  if (begin == 0) return true;
  before_.resize(word_.size());
  if (!before_[begin]) before_[begin] = can_stand_before(lexicon_, word_.substr(0, begin));
  return *before_[begin];
}

bool CompoundSearch::stands_behind(std::size_t end) {
  behind_.resize(word_.size());
  if (!behind_[end]) behind_[end] = can_stand_behind(lexicon_, word_.substr(end));
  return *behind_[end];
}

}  // namespace fundwatch::matchers
