#include "feeds/read/json_answer.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "feeds/read/charset.h"
#include "feeds/read/json_feed.h"
#include "feeds/read/languages.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

std::string begins(std::string_view text) {
  return "it begins \"" + shortened(collapsed(utf8_prefix(text, 200)), 40) + "\"";
}

const json::object& nothing() {
  static const json::object kNothing;
  return kNothing;
}

std::vector<std::string> languages_of(const json::object& map) {
  std::vector<std::string> codes;
  for (const auto& member : map) codes.emplace_back(member.key());
  return codes;
}

}  // namespace

Result<json::value> parse_answer(const Document& document, std::string_view service) {
  auto decoded = decode(document.bytes, document.content_type, Markup::json);
  if (!decoded) return decoded.error();
  json::parse_options options;
  options.max_depth = kJsonDepthMax;
  boost::system::error_code fault;
  json::value value = json::parse(decoded->text, fault, {}, options);
  if (!fault) return value;
  const std::string what = trimmed(decoded->text).empty() ? "it is empty" : begins(decoded->text);
  return Error{Stage::read, std::string(service) + ": expected JSON, but the answer is none (" +
                                fault.message() + "); " + what};
}

std::string_view kind_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return "a truth value";
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return "a number";
    case json::kind::string: return "a text";
    case json::kind::array: return "a list";
    case json::kind::object: return "an object";
  }
  return "";
}

Result<const json::array*> list_at(const json::value& answer, std::string_view key,
                                   std::string_view service) {
  const json::object* object = answer.if_object();
  const json::value* value = object == nullptr ? nullptr : object->if_contains(key);
  const json::array* list = value == nullptr ? nullptr : value->if_array();
  if (list != nullptr) return list;
  const std::string found = object == nullptr  ? "the answer is " + std::string(kind_of(answer))
                            : value == nullptr ? "the answer has no such field"
                                               : "it is " + std::string(kind_of(*value));
  return Error{Stage::read, std::string(service) + ": expected a list in \"" + std::string(key) +
                                "\", but " + found + "; the service may have changed its answers"};
}

void AnswerFields::collect(const json::value& value, std::string_view key,
                           std::vector<std::string>& texts) const {
  if (value.is_null()) return;
  if (value.is_string()) {
    texts.emplace_back(value.get_string());
  } else if (value.is_number() || value.is_bool()) {
    texts.push_back(json::serialize(value));
  } else if (value.is_array()) {
    for (const json::value& element : value.get_array()) collect(element, key, texts);
  } else if (unexpected_.empty()) {
    unexpected_ = "\"" + std::string(key) + "\" holds " + std::string(kind_of(value)) +
                  " where texts were expected";
  }
}

std::vector<std::string> AnswerFields::texts(std::string_view key) const {
  std::vector<std::string> texts;
  const json::value* value = object_.if_contains(key);
  if (value == nullptr) return texts;
  const json::object* map = value->if_object();
  if (map == nullptr) {
    collect(*value, key, texts);
  } else if (!map->empty()) {
    collect(map->at(language_of(key)), key, texts);
  }
  return texts;
}

std::string AnswerFields::language_of(std::string_view key) const {
  const json::value* value = object_.if_contains(key);
  const json::object* map = value == nullptr ? nullptr : value->if_object();
  if (map == nullptr || map->empty()) return {};
  const std::vector<std::string> codes = languages_of(*map);
  return codes[best_language(codes, language_)];
}

std::string AnswerFields::line(std::string_view key) const {
  const auto all = texts(key);
  return all.empty() ? std::string() : collapsed(all.front());
}

AnswerFields AnswerFields::below(std::string_view key) const {
  const json::value* value = object_.if_contains(key);
  const json::object* object = value == nullptr ? nullptr : value->if_object();
  return AnswerFields(object == nullptr ? nothing() : *object, language_);
}

}  // namespace fundwatch::feeds
