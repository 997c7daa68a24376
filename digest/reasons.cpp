#include "digest/reasons.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kWordCharactersMax = 60;
constexpr std::size_t kLeadInCharacters = 60;  // of an excerpt, before the reason

const std::string& field_of(const Item& item, Field field) {
  switch (field) {
    case Field::title: return item.title;
    case Field::summary: return item.summary;
    case Field::text:
    case Field::facts: break;
  }
  return item.text;
}

bool is_between_characters(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool stands_in(const std::string& text, const Reason& reason) {
  return reason.begin < reason.end && reason.end <= text.size() &&
         is_between_characters(text, reason.begin) && is_between_characters(text, reason.end);
}

// The reasons that can be shown at their place, and those of other items of the case, heaviest
// first.
struct Reasons {
  std::vector<Reason> here;
  std::vector<Reason> elsewhere;
};

bool is_heavier(const Reason& a, const Reason& b) { return a.weight > b.weight; }

// Words without weight say of what kind an announcement is; beside others they explain nothing.
void sort(std::vector<Reason>& reasons) {
  std::stable_sort(reasons.begin(), reasons.end(), is_heavier);
  if (reasons.empty() || reasons.front().weight <= 0) return;
  std::erase_if(reasons, [](const Reason& reason) { return reason.weight <= 0; });
}

Reasons reasons_of(const Candidate& candidate) {
  Reasons reasons;
  for (const Hit& hit : candidate.hits) {
    for (const Reason& reason : hit.reasons) {
      const bool is_here = hit.item == candidate.item.id &&
                           stands_in(field_of(candidate.item, reason.field), reason);
      (is_here ? reasons.here : reasons.elsewhere).push_back(reason);
    }
  }
  sort(reasons.here);
  sort(reasons.elsewhere);
  return reasons;
}

// The first of a rule's alternatives, without its signs: a word that says what the rule is about.
std::string first_words(std::string_view term) {
  std::string result;
  if (term.starts_with("title:")) term.remove_prefix(6);
  const std::string_view first = term.substr(0, term.find(" OR "));
  std::copy_if(first.begin(), first.end(), std::back_inserter(result),
               [](char c) { return std::string_view("=*\"()").find(c) == std::string_view::npos; });
  return result;
}

void add_new(std::vector<std::string>& words, std::string_view word) {
  std::string shown = one_line(word, kWordCharactersMax);
  const bool is_known = std::any_of(words.begin(), words.end(), [&shown](const std::string& known) {
    return equals_ignoring_ascii_case(known, shown);
  });
  if (!shown.empty() && !is_known) words.push_back(std::move(shown));
}

// Where the excerpt begins: a little before the reason, at a word.
std::size_t beginning(std::string_view text, std::size_t reason_begin) {
  const std::string_view before = text.substr(0, reason_begin);
  if (utf8_length(before) <= kLeadInCharacters) return 0;
  std::size_t at = reason_begin;
  for (std::size_t characters = 0; characters < kLeadInCharacters; ++characters) {
    do --at;
    while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  const auto space = before.find(' ', at);
  return space == std::string_view::npos ? at : space + 1;
}

std::string excerpt_around(const std::string& text, std::size_t reason_begin) {
  const std::size_t begin = beginning(text, reason_begin);
  if (begin == 0) return one_line(text, kExcerptCharactersMax);
  return "… " + one_line(std::string_view(text).substr(begin), kExcerptCharactersMax - 2);
}

}  // namespace

std::vector<std::string> words_that_stood(const Candidate& candidate) {
  const Reasons reasons = reasons_of(candidate);
  std::vector<std::string> words;
  for (const Reason& reason : reasons.here) {
    add_new(words, std::string_view(field_of(candidate.item, reason.field))
                       .substr(reason.begin, reason.end - reason.begin));
  }
  if (!words.empty()) return words;
  for (const Reason& reason : reasons.elsewhere) add_new(words, first_words(reason.term));
  return words;
}

std::string excerpt(const Candidate& candidate) {
  const Item& item = candidate.item;
  const Reasons reasons = reasons_of(candidate);
  const auto outside_title =
      std::find_if(reasons.here.begin(), reasons.here.end(),
                   [](const Reason& reason) { return reason.field != Field::title; });
  if (outside_title != reasons.here.end()) {
    return excerpt_around(field_of(item, outside_title->field), outside_title->begin);
  }
  return one_line(item.summary.empty() ? item.text : item.summary, kExcerptCharactersMax);
}

}  // namespace fundwatch::digest
