#include "store/lists.h"

#include <boost/json.hpp>

#include "store/error.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

namespace json = boost::json;

StoreError unreadable(const std::string& text, const std::string& file) {
  return damaged(file, "the list " + text);
}

json::array array_of(const std::string& text, const std::string& file) {
  json::parse_options options;
  options.allow_invalid_utf8 = true;  // what was stored comes back as it was
  boost::system::error_code fault;
  const json::value value = json::parse(text, fault, {}, options);
  if (fault || !value.is_array()) throw unreadable(text, file);
  return value.get_array();
}

// The members of one element, whose kinds are as we wrote them or the list is unreadable.
class Members {
 public:
  Members(const json::value& value, const std::string& list, const std::string& file)
      : value_(value), list_(list), file_(file) {}

  const json::value& at(std::string_view name) const {
    const json::object* object = value_.if_object();
    const json::value* member = object == nullptr ? nullptr : object->if_contains(name);
    if (member == nullptr) throw unreadable(list_, file_);
    return *member;
  }
  bool has(std::string_view name) const {
    const json::object* object = value_.if_object();
    return object != nullptr && object->contains(name);
  }
  std::string text(std::string_view name) const {
    const json::string* string = at(name).if_string();
    if (string == nullptr) throw unreadable(list_, file_);
    return {string->data(), string->size()};
  }
  std::int64_t integer(std::string_view name) const {
    const std::int64_t* number = at(name).if_int64();
    if (number == nullptr) throw unreadable(list_, file_);
    return *number;
  }
  double real(std::string_view name) const {
    if (!at(name).is_number()) throw unreadable(list_, file_);
    return at(name).to_number<double>();
  }

 private:
  const json::value& value_;
  const std::string& list_;
  const std::string& file_;
};

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
