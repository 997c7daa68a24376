#include "store/lists.h"

#include <array>
#include <boost/json.hpp>
#include <charconv>

#include "store/error.h"
#include "store/members.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

namespace json = boost::json;

StoreError unreadable(const std::string& text, const std::string& file) {
  return damaged(file, "the list " + text);
}

json::array array_of(const std::string& text, const std::string& file) {
  if (text == "[]") return {};  // as most lists of most items are
  json::value value = json_value(text, file);
  if (!value.is_array()) throw unreadable(text, file);
  return std::move(value.get_array());
}

// That reads back as the same number. A weight is finite.
std::string shortest(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

}  // namespace

std::string json_of(const std::vector<std::string>& words) {
  json::array array;
  for (const std::string& each : words) array.emplace_back(each);
  return json::serialize(array);
}

std::string json_of(const std::vector<Enclosure>& enclosures) {
  json::array array;
  for (const Enclosure& enclosure : enclosures) {
    json::value bytes = enclosure.bytes ? json::value(*enclosure.bytes) : json::value(nullptr);
    array.push_back({{"url", enclosure.url}, {"type", enclosure.type}, {"bytes", bytes}});
  }
  return json::serialize(array);
}

std::string json_of(const std::vector<Term>& terms) {
  json::array array;
  for (const Term& term : terms) {
    array.push_back({{"text", term.text}, {"weight", term.weight}, {"role", word(term.role)}});
  }
  return json::serialize(array);
}

// Straight to text: every hit writes its reasons, and trees of json::values took half the time of
// storing it.
std::string json_of(const std::vector<Reason>& reasons) {
  std::string text = "[";
  for (const Reason& reason : reasons) {
    if (text.size() > 1) text += ',';
    text += R"({"term":)" + json::serialize(json::string_view(reason.term));
    text += R"(,"weight":)" + shortest(reason.weight);
    text += R"(,"field":")" + word(reason.field);
    text += R"(","begin":)" + std::to_string(reason.begin);
    text += R"(,"end":)" + std::to_string(reason.end);
    text += R"(,"role":")" + word(reason.role) + R"("})";
  }
  return text + ']';
}

std::vector<std::string> words_of(const std::string& text, const std::string& file) {
  std::vector<std::string> words;
  for (const json::value& value : array_of(text, file)) {
    const json::string* string = value.if_string();
    if (string == nullptr) throw unreadable(text, file);
    words.emplace_back(string->data(), string->size());
  }
  return words;
}

std::vector<Enclosure> enclosures_of(const std::string& text, const std::string& file) {
  std::vector<Enclosure> enclosures;
  for (const json::value& value : array_of(text, file)) {
    const Members members(value, text, file);
    Enclosure enclosure{members.text("url"), members.text("type"), {}};
    if (!members.at("bytes").is_null()) enclosure.bytes = members.integer("bytes");
    enclosures.push_back(std::move(enclosure));
  }
  return enclosures;
}

std::vector<Term> terms_of(const std::string& text, const std::string& file) {
  std::vector<Term> terms;
  for (const json::value& value : array_of(text, file)) {
    const Members members(value, text, file);
    terms.push_back(
        {members.text("text"), members.real("weight"), term_role(members.text("role"), file)});
  }
  return terms;
}

std::vector<Reason> reasons_of(const std::string& text, const std::string& file) {
  std::vector<Reason> reasons;
  for (const json::value& value : array_of(text, file)) {
    const Members members(value, text, file);
    reasons.push_back({members.text("term"), members.real("weight"),
                       field(members.text("field"), file),
                       static_cast<std::size_t>(members.integer("begin")),
                       static_cast<std::size_t>(members.integer("end")),
                       members.has("role") ? term_role(members.text("role"), file)
                                           : TermRole::adds});  // hits of before there were roles
  }
  return reasons;
}

}  // namespace fundwatch::store
