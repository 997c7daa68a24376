#include "matchers/forms.h"

#include <algorithm>
#include <string_view>

#include "matchers/lexicon.h"
#include "matchers/paradigm.h"

namespace fundwatch::matchers {
namespace {

// Only those that the keyword, with its exclusions, really stands for.
std::vector<std::string> standing(const std::vector<std::string>& forms, const Keywords& keywords) {
  std::vector<std::string> result;
  std::ranges::copy_if(forms, std::back_inserter(result),
                       [&](const std::string& form) { return !keywords.of(form).empty(); });
  return result;
}

bool is_among(const std::vector<std::string>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

std::vector<std::string> compounds_of(const Lexicon& lexicon, const Keywords& keywords,
                                      const Paradigm& paradigm) {
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < lexicon.headword_count(); ++i) {
    const HeadwordId headword{i};
    const std::string_view base = lexicon.base(headword);
    if (lexicon.is_name(headword) || keywords.of(base).empty()) continue;
    if (is_among(paradigm.inflected, base) || is_among(paradigm.derived, base)) continue;
    found.emplace_back(base);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > kCompoundsShownMax) found.resize(kCompoundsShownMax);
  return found;
}

void append_keywords(const Query& query, std::vector<Keyword>& keywords) {
  for (const WordPattern& word : query.words) {
    if (word.mode == Mode::forms) {
      keywords.push_back({word.text, Reach::inflected, word.excluded});
    } else if (word.mode == Mode::forms_and_compounds) {
      keywords.push_back({word.text, Reach::with_compounds, word.excluded});
    }
  }
  for (const Query& part : query.parts) append_keywords(part, keywords);
}

}  // namespace

Forms forms_of(const std::shared_ptr<const Lexicon>& lexicon, const Keyword& keyword) {
  Forms forms;
  if (lexicon == nullptr) {
    forms.inflected = {keyword.word};
    return forms;
  }
  Keywords keywords(lexicon);
  keywords.add(keyword);
  const Paradigm paradigm = paradigm_of(*lexicon, keyword.word);
  forms.inflected = standing(paradigm.inflected, keywords);
  if (paradigm.inflected.empty()) forms.inflected = {keyword.word};
  if (keyword.reach == Reach::inflected) return forms;
  for (const std::string& form : standing(paradigm.derived, keywords)) {
    if (!is_among(forms.inflected, form)) forms.derived.push_back(form);
  }
  forms.compounds = compounds_of(*lexicon, keywords, paradigm);
  return forms;
}

std::vector<Keyword> keywords_of(const Query& query) {
  std::vector<Keyword> keywords;
  append_keywords(query, keywords);
  std::vector<Keyword> each_once;
  for (const Keyword& keyword : keywords) {
    if (std::ranges::find(each_once, keyword) == each_once.end()) each_once.push_back(keyword);
  }
  return each_once;
}

}  // namespace fundwatch::matchers
