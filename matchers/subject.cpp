#include "matchers/subject.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/names.h"
#include "base/text.h"
#include "matchers/home.h"
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

// "sv" is the language of "sv-FI" too.
bool is_language(const std::string& wanted, const std::string& tag) {
  const std::string lower = ascii_lower(tag);
  return lower == wanted || lower.starts_with(wanted + "-");
}

void append_lower(const std::vector<std::string>& codes, std::vector<std::string>& values) {
  for (const std::string& code : codes) values.push_back(ascii_lower(code));
}

// Of the whole notice or of any of its lots.
void append_notice(FactField field, const Notice& notice, std::vector<std::string>& values) {
  if (field == FactField::social) return append_lower(notice.social_objectives, values);
  const auto append_reserved = [&](Reserved reserved) {
    if (reserved != Reserved::none) values.emplace_back(name_of(reserved));
  };
  if (field == FactField::cpv) append_lower(notice.cpv, values);
  if (field == FactField::reserved) append_reserved(notice.reserved);
  for (const Lot& lot : notice.lots) {
    if (field == FactField::cpv) append_lower(lot.cpv, values);
    if (field == FactField::reserved) append_reserved(lot.reserved);
  }
}

// Whole days from the day on which the item was first seen; none once the deadline has passed.
void append_days_left(const Item& item, std::vector<std::string>& values) {
  if (!item.deadline || item.deadline->is_doubtful) return;
  const auto seen = std::chrono::floor<std::chrono::days>(item.first_seen);
  const auto left = (std::chrono::sys_days(item.deadline->day) - seen).count();
  if (left >= 0) values.push_back(std::to_string(left));
}

bool is_due(const Fact& fact, const std::string& days_left) {
  const int left = std::stoi(days_left);
  return fact.is_more ? left > fact.days : left < fact.days;
}

std::string all_of(const std::vector<std::string>& codes) {
  std::string all;
  for (const std::string& code : codes) {
    if (!all.empty()) all += ' ';
    all += ascii_lower(code);
  }
  return all;
}

bool is_reserved(const std::string& wanted, const std::string& name) {
  const auto reserved = parse_reserved(wanted);
  return reserved && name_of(*reserved) == name;
}

}  // namespace

bool holds(const Fact& fact, const Subject& subject) {
  if (fact.value.empty()) return false;
  if (fact.field == FactField::source) return is_named(fact.value, subject.source_name);
  const std::vector<std::string> values = values_of(fact.field, subject.item);
  return std::ranges::any_of(
      values, [&](const std::string& value) { return is_satisfied_by(fact, value); });
}

std::vector<std::string> values_of(FactField field, const Item& item) {
  std::vector<std::string> values;
  switch (field) {
    case FactField::source: break;
    case FactField::language: values.push_back(item.language); break;
    case FactField::nuts: append_lower(item.place.nuts, values); break;
    case FactField::place: values.push_back(item.place.municipality); break;
    case FactField::kind:
      if (item.kind != AnnouncementKind::unknown) values.emplace_back(name_of(item.kind));
      break;
    case FactField::status:
      if (item.status != CallStatus::unknown) values.emplace_back(name_of(item.status));
      break;
    case FactField::limited:
      if (!item.limited_to.empty()) values.push_back(all_of(item.limited_to));
      break;
    case FactField::deadline: append_days_left(item, values); break;
    case FactField::cpv:
    case FactField::reserved:
    case FactField::social:
      if (item.notice) append_notice(field, *item.notice, values);
      break;
  }
  return values;
}

bool is_satisfied_by(const Fact& fact, const std::string& value) {
  switch (fact.field) {
    case FactField::source: return false;
    case FactField::language: return is_language(fact.value, value);
    case FactField::cpv:
    case FactField::nuts: return value.starts_with(fact.value);
    case FactField::place: return stand_in(fact.value, value);
    case FactField::deadline: return is_due(fact, value);
    case FactField::limited: return is_limited(fact, value);
    case FactField::reserved: return is_reserved(fact.value, value);
    case FactField::social:
    case FactField::kind:
    case FactField::status: return value == fact.value;
  }
  return false;
}

bool is_named(const std::string& wanted, std::string_view source_name) {
  return stand_in(wanted, source_name);
}

}  // namespace fundwatch::matchers
