#include "store/lists.h"

#include <boost/json.hpp>

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
  json::value value = json_value(text, file);
  if (!value.is_array()) throw unreadable(text, file);
  return std::move(value.get_array());
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

std::string json_of(const std::vector<Reason>& reasons) {
  json::array array;
  for (const Reason& reason : reasons) {
    array.push_back({{"term", reason.term},
                     {"weight", reason.weight},
                     {"field", word(reason.field)},
                     {"begin", static_cast<std::int64_t>(reason.begin)},
                     {"end", static_cast<std::int64_t>(reason.end)},
                     {"role", word(reason.role)}});
  }
  return json::serialize(array);
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
