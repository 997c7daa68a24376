#include "matchers/subject.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/names.h"
#include "base/text.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// Whether the folded words stand in a row in the text.
bool stand_in(const std::string& wanted, std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  std::string words = " ";
  for (const Token& token : tokens) {
    words += word_of(text.substr(token.begin, token.end - token.begin)).folded + ' ';
  }
  return words.find(" " + wanted + " ") != std::string::npos;
}

bool is_among_trees(const std::string& beginning, const std::vector<std::string>& codes) {
  return std::ranges::any_of(
      codes, [&](const std::string& code) { return ascii_lower(code).starts_with(beginning); });
}

// "sv" is the language of "sv-FI" too.
bool is_language(const std::string& wanted, const std::string& tag) {
  const std::string lower = ascii_lower(tag);
  return lower == wanted || lower.starts_with(wanted + "-");
}

// Whole days from the day on which the item was first seen; none once the deadline has passed.
bool is_due(const Fact& fact, const Item& item) {
  if (!item.deadline) return false;
  const auto seen = std::chrono::floor<std::chrono::days>(item.first_seen);
  const auto left = (std::chrono::sys_days(item.deadline->day) - seen).count();
  if (left < 0) return false;
  return fact.is_more ? left > fact.days : left < fact.days;
}

bool is_status(const std::string& wanted, CallStatus status) {
  return status != CallStatus::unknown && wanted == name_of(status);
}

bool is_reserved(const std::string& wanted, const Notice& notice) {
  const auto reserved = parse_reserved(wanted);
  if (!reserved || *reserved == Reserved::none) return false;
  return notice.reserved == *reserved ||
         std::ranges::find(notice.lots, *reserved, &Lot::reserved) != notice.lots.end();
}

// Of the whole notice or of any of its lots.
bool is_said(const Fact& fact, const Notice& notice) {
  switch (fact.field) {
    case FactField::cpv:
      return is_among_trees(fact.value, notice.cpv) ||
             std::ranges::any_of(
                 notice.lots, [&](const Lot& lot) { return is_among_trees(fact.value, lot.cpv); });
    case FactField::reserved: return is_reserved(fact.value, notice);
    case FactField::social:
      return std::ranges::any_of(notice.social_objectives, [&](const std::string& objective) {
        return ascii_lower(objective) == fact.value;
      });
    case FactField::source:
    case FactField::language:
    case FactField::nuts:
    case FactField::place:
    case FactField::status:
    case FactField::deadline: break;
  }
  return false;
}

}  // namespace

bool holds(const Fact& fact, const Subject& subject) {
  if (fact.value.empty()) return false;
  const Item& item = subject.item;
  switch (fact.field) {
    case FactField::source: return stand_in(fact.value, subject.source_name);
    case FactField::language: return is_language(fact.value, item.language);
    case FactField::nuts: return is_among_trees(fact.value, item.place.nuts);
    case FactField::place: return stand_in(fact.value, item.place.municipality);
    case FactField::status: return is_status(fact.value, item.status);
    case FactField::deadline: return is_due(fact, item);
    case FactField::cpv:
    case FactField::reserved:
    case FactField::social: return item.notice && is_said(fact, *item.notice);
  }
  return false;
}

}  // namespace fundwatch::matchers
