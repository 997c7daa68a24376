#include "matchers/glance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "matchers/marks.h"

namespace fundwatch::matchers {
namespace {

// The word that a token is; `composed` is where it stands if its bytes are something else.
std::string_view word_at(const CutTexts::Text& text, std::size_t token, std::string& composed) {
  const Token& found = text.tokens[token];
  const std::string_view bytes = text.text.substr(found.begin, found.end - found.begin);
  if (found.is_plain) return bytes;
  return composed = word_text_of(bytes);
}

bool is_at(const SoughtWords& sought, const CutTexts::Text& text, std::size_t token) {
  if (!sought.may_contain(text.looks[token])) return false;
  std::string composed;
  return sought.contains(word_at(text, token, composed));
}

bool must_be_read(const Token& token) {
  return token.is_cut || token.is_tail || token.end - token.begin > kMarkedWordBytesMax;
}

}  // namespace

SoughtWords::SoughtWords(WordSet words) : words_(std::move(words)) {
  for (const std::string& word : words_) looks_.set(look_of(word));
}

std::uint16_t SoughtWords::look_of(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(word[i])}; };
  const std::size_t second = word.size() > 1 ? byte(1) : 0;
  return static_cast<std::uint16_t>(
      (byte(0) * 31 + second * 7 + byte(word.size() - 1) * 131 + word.size() * 517) % kLooks);
}

Glance::Glance(std::vector<SoughtWords> row) : sought_(std::move(row)) {
  const auto smallest = std::ranges::min_element(sought_, {}, &SoughtWords::size);
  rarest_ = static_cast<std::size_t>(smallest - sought_.begin());
}

Glance::Glance(SoughtWords one, SoughtWords other, std::size_t distance) : distance_(distance) {
  sought_.push_back(std::move(one));
  sought_.push_back(std::move(other));
}

void CutTexts::cut(const Item& item) {
  texts_[0].text = item.title;
  texts_[1].text = item.summary;
  texts_[2].text = item.text;
  must_be_read_ = false;
  for (Text& each : texts_) {
    each.tokens.clear();
    append_tokens(each.text, each.tokens);
    must_be_read_ = must_be_read_ || std::ranges::any_of(each.tokens, matchers::must_be_read);
    each.looks.resize(each.tokens.size());
    std::string composed;
    for (std::size_t i = 0; i < each.tokens.size(); ++i) {
      each.looks[i] = SoughtWords::look_of(word_at(each, i, composed));
    }
  }
}

bool Glance::may_stand_in(const CutTexts& texts) const {
  return texts.must_be_read() || std::ranges::any_of(texts.all(), [this](const auto& text) {
           return distance_ == 0 ? are_in_a_row(text) : are_near(text);
         });
}

bool Glance::are_in_a_row(const CutTexts::Text& text) const {
  for (std::size_t first = 0; first + sought_.size() <= text.tokens.size(); ++first) {
    if (!is_at(sought_[rarest_], text, first + rarest_)) continue;
    std::size_t place = 0;
    while (place < sought_.size() && is_at(sought_[place], text, first + place)) ++place;
    if (place == sought_.size()) return true;
  }
  return false;
}

bool Glance::are_near(const CutTexts::Text& text) const {
  std::array<std::optional<std::size_t>, 2> last;
  for (std::size_t token = 0; token < text.tokens.size(); ++token) {
    for (std::size_t which = 0; which < last.size(); ++which) {
      if (!is_at(sought_[which], text, token)) continue;
      const auto& other = last[1 - which];
      if (other && token - *other <= distance_) return true;
      last[which] = token;
    }
  }
  return false;
}

}  // namespace fundwatch::matchers
