#include "matchers/keywords.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "matchers/stems.h"

namespace fundwatch::matchers {
namespace {

using Index = std::unordered_map<std::string, std::vector<KeywordId>>;

void append_found(const Index& index, const std::string& key, std::vector<KeywordId>& ids) {
  const auto found = index.find(key);
  if (found != index.end()) ids.insert(ids.end(), found->second.begin(), found->second.end());
}

void make_set(std::vector<KeywordId>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool share_any(const std::vector<KeywordId>& a, const std::vector<KeywordId>& sorted) {
  return std::ranges::any_of(a,
                             [&](KeywordId id) { return std::ranges::binary_search(sorted, id); });
}

}  // namespace

Keywords::Keywords(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

KeywordId Keywords::add(const Keyword& keyword) {
  const KeywordId id = entry_of(keyword);
  entries_[static_cast<std::size_t>(id)].is_asked_for = true;
  return id;
}

KeywordId Keywords::entry_of(const Keyword& keyword) {
  CHECK(!keyword.word.empty());
  for (const KeywordId id : by_word_[keyword.word]) {
    if (entries_[static_cast<std::size_t>(id)].keyword == keyword) return id;
  }
  std::vector<KeywordId> without;
  for (const std::string& word : keyword.excluded) {
    without.push_back(entry_of({word, keyword.reach, {}}));
  }
  const KeywordId id{static_cast<std::uint32_t>(entries_.size())};
  entries_.push_back({keyword, std::move(without), false});
  by_word_[keyword.word].push_back(id);
  const Stems stems = Stemmer().stems(keyword.word);
  by_swedish_stem_[stems.swedish].push_back(id);
  by_english_stem_[stems.english].push_back(id);
  return id;
}

std::vector<KeywordId> Keywords::of(std::string_view folded) const {
  const std::vector<KeywordId> all = all_of(folded);
  std::vector<KeywordId> ids;
  for (const KeywordId id : all) {
    const Entry& entry = entries_[static_cast<std::size_t>(id)];
    if (entry.is_asked_for && !share_any(entry.without, all)) ids.push_back(id);
  }
  return ids;
}

std::vector<KeywordId> Keywords::all_of(std::string_view folded) const {
  const Stems stems = Stemmer().stems(std::string(folded));
  std::vector<KeywordId> ids;
  append_found(by_swedish_stem_, stems.swedish, ids);
  append_found(by_english_stem_, stems.english, ids);
  make_set(ids);
  return ids;
}

Forms forms_of(const std::shared_ptr<const Lexicon>& lexicon, const Keyword& keyword) {
  CHECK(lexicon == nullptr);
  return {{keyword.word}, {}};
}

}  // namespace fundwatch::matchers
