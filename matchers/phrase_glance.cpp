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
  std::ranges::fill(standing_, false);
  for (const Token& token : tokens_) {
    const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
    if (token.is_cut || token.is_tail || bytes.size() > kMarkedWordBytesMax) return true;
    const auto plain = plain_word_text_of(bytes);
    if (plain ? stands_with(*plain) : stands_with(word_text_of(bytes))) return true;
  }
  return false;
}

// With this word after those before it, the whole phrase.
bool PhraseGlance::stands_with(std::string_view word) {
  for (std::size_t i = taken_.size(); i-- > 0;) {
    standing_[i] = (i == 0 || standing_[i - 1]) && taken_[i].contains(word);
  }
  return standing_.back();
}

}  // namespace fundwatch::matchers
