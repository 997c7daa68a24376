#include "matchers/phrases.h"

#include <algorithm>

#include "base/check.h"

namespace fundwatch::matchers {
namespace {

using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

void append_found(const Index& index, const std::string& stem, std::vector<std::size_t>& takers) {
  const auto found = index.find(stem);
  if (found == index.end()) return;
  takers.insert(takers.end(), found->second.begin(), found->second.end());
}

}  // namespace

std::size_t Phrases::add(const std::vector<Word>& phrase) {
  CHECK(!phrase.empty());
  std::vector<Part> parts;
  parts.reserve(phrase.size());
  for (const Word& word : phrase) parts.push_back({taker_of(word), word.marks_before});
  const std::size_t number = phrases_.size();
  beginning_with_[parts.front().taker].push_back(number);
  phrases_.push_back(std::move(parts));
  return number;
}

std::vector<Place> Phrases::find(std::string_view text) const {
  const Text read_text = read(text);
  const std::vector<Word>& found = read_text.words;
  std::vector<Place> places;
  for (std::size_t first = 0; first < found.size(); ++first) {
    const auto earlier = static_cast<std::ptrdiff_t>(places.size());
    for (const Taker taker : read_text.takers[first]) {
      for (const std::size_t phrase : beginning_with_[taker]) {
        if (!stands(phrases_[phrase], read_text, first)) continue;
        const std::size_t last = first + phrases_[phrase].size() - 1;
        places.push_back({phrase, found[first].begin, found[last].end});
      }
    }
    std::ranges::sort(places.begin() + earlier, places.end(), {}, &Place::phrase);
  }
  return places;
}

Phrases::Taker Phrases::taker_of(const Word& word) {
  return is_acronym(word) ? acronym_taker(word.text) : inflected_taker(stemmer_.stems(word.folded));
}

Phrases::Taker Phrases::acronym_taker(const std::string& acronym) {
  const auto known = by_acronym_.find(acronym);
  if (known != by_acronym_.end()) return known->second;
  return by_acronym_[acronym] = new_taker();
}

Phrases::Taker Phrases::inflected_taker(const Stems& stems) {
  const auto known = inflected_.find({stems.swedish, stems.english});
  if (known != inflected_.end()) return known->second;
  const Taker taker = new_taker();
  by_swedish_[stems.swedish].push_back(taker);
  by_english_[stems.english].push_back(taker);
  return inflected_[{stems.swedish, stems.english}] = taker;
}

Phrases::Taker Phrases::new_taker() {
  beginning_with_.emplace_back();
  return beginning_with_.size() - 1;
}

Phrases::Text Phrases::read(std::string_view text) const {
  Text read_text{words(text), {}};
  read_text.takers.reserve(read_text.words.size());
  Stemmer stemmer;
  for (const Word& word : read_text.words) read_text.takers.push_back(takers_of(word, stemmer));
  return read_text;
}

std::vector<Phrases::Taker> Phrases::takers_of(const Word& word, Stemmer& stemmer) const {
  std::vector<Taker> takers;
  append_acronym(word.text, takers);
  const std::string_view text = word.text;
  if (text.ends_with('s')) append_acronym(text.substr(0, text.size() - 1), takers);
  const Stems stems = stemmer.stems(word.folded);
  append_found(by_swedish_, stems.swedish, takers);
  append_found(by_english_, stems.english, takers);
  std::ranges::sort(takers);
  takers.erase(std::unique(takers.begin(), takers.end()), takers.end());
  return takers;
}

void Phrases::append_acronym(std::string_view word, std::vector<Taker>& takers) const {
  const auto found = by_acronym_.find(std::string(word));
  if (found != by_acronym_.end()) takers.push_back(found->second);
}

bool Phrases::stands(const std::vector<Part>& phrase, const Text& text, std::size_t first) {
  if (phrase.size() > text.words.size() - first) return false;
  for (std::size_t i = 1; i < phrase.size(); ++i) {
    const std::string& marks = text.words[first + i].marks_before;
    if (!marks.empty() && marks != phrase[i].marks_before) return false;
    if (!std::ranges::binary_search(text.takers[first + i], phrase[i].taker)) return false;
  }
  return true;
}

}  // namespace fundwatch::matchers
