#include "matchers/phrase_glance.h"

#include <algorithm>
#include <array>

#include "matchers/marks.h"

namespace fundwatch::matchers {

bool PhraseGlance::may_stand_in(const Item& item) {
  const std::array<std::string_view, 3> texts = {item.title, item.summary, item.text};
  return std::ranges::any_of(texts, [this](std::string_view text) { return may_stand_in(text); });
}

bool PhraseGlance::may_stand_in(std::string_view text) {
  tokens_.clear();
  append_tokens(text, tokens_);
  std::vector<bool> standing(taken_.size());  // up to each word of the phrase, until this token
  for (const Token& token : tokens_) {
    const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
    if (token.is_cut || token.is_tail || bytes.size() > kMarkedWordBytesMax) return true;
    const std::string word = word_text_of(bytes);
    for (std::size_t i = taken_.size(); i-- > 0;) {
      standing[i] = (i == 0 || standing[i - 1]) && taken_[i].contains(word);
    }
    if (standing.back()) return true;
  }
  return false;
}

}  // namespace fundwatch::matchers
