#include "matchers/glance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "matchers/marks.h"

namespace fundwatch::matchers {
SoughtWords::SoughtWords(WordSet words) : words_(std::move(words)) {
  for (const std::string& word : words_) looks_.set(look_of(word));
}

std::size_t SoughtWords::look_of(std::string_view word) {
  if (word.empty()) return 0;
  const auto byte = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(word[i])}; };
  const std::size_t second = word.size() > 1 ? byte(1) : 0;
  return (byte(0) * 31 + second * 7 + byte(word.size() - 1) * 131 + word.size() * 517) % kLooks;
}

Glance::Glance(std::vector<SoughtWords> row) : sought_(std::move(row)) {
  const auto smallest = std::ranges::min_element(sought_, {}, &SoughtWords::size);
  rarest_ = static_cast<std::size_t>(smallest - sought_.begin());
}

Glance::Glance(SoughtWords one, SoughtWords other, std::size_t distance) : distance_(distance) {
  sought_.push_back(std::move(one));
  sought_.push_back(std::move(other));
}

bool Glance::may_stand_in(const Item& item) {
  const std::array<std::string_view, 3> texts = {item.title, item.summary, item.text};
  return std::ranges::any_of(texts, [this](std::string_view text) { return may_stand_in(text); });
}

bool Glance::may_stand_in(std::string_view text) {
  tokens_.clear();
  append_tokens(text, tokens_);
  const bool must_be_read = std::ranges::any_of(tokens_, [](const Token& token) {
    return token.is_cut || token.is_tail || token.end - token.begin > kMarkedWordBytesMax;
  });
  return must_be_read || (distance_ == 0 ? are_in_a_row(text) : are_near(text));
}

bool Glance::are_in_a_row(std::string_view text) {
  for (std::size_t first = 0; first + sought_.size() <= tokens_.size(); ++first) {
    if (!sought_[rarest_].contains(word_at(text, first + rarest_))) continue;
    std::size_t place = 0;
    while (place < sought_.size() && sought_[place].contains(word_at(text, first + place))) ++place;
    if (place == sought_.size()) return true;
  }
  return false;
}

bool Glance::are_near(std::string_view text) {
  std::array<std::optional<std::size_t>, 2> last;
  for (std::size_t token = 0; token < tokens_.size(); ++token) {
    const std::string_view word = word_at(text, token);
    for (std::size_t which = 0; which < last.size(); ++which) {
      if (!sought_[which].contains(word)) continue;
      const auto& other = last[1 - which];
      if (other && token - *other <= distance_) return true;
      last[which] = token;
    }
  }
  return false;
}

std::string_view Glance::word_at(std::string_view text, std::size_t token) {
  const Token& found = tokens_[token];
  const std::string_view bytes = text.substr(found.begin, found.end - found.begin);
  if (const auto plain = plain_word_text_of(bytes)) return *plain;
  return composed_ = word_text_of(bytes);
}

}  // namespace fundwatch::matchers
