// feeds/read/json_answer.h — the JSON that an API answers with, taken apart without trust.
// Values come as a text, a number, a list of either, or a map from language to these: all are read
// as a list of texts. What is none of them is named, so that an API that changes its shape becomes
// a failing source with a sentence, never silent emptiness. Pure.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// Error{decode} or Error{read} that begins with `service`: "TED: expected JSON, but …".
Result<boost::json::value> parse_answer(const Document& document, std::string_view service);

// The list at `key`, else an Error{read} that names the field and what stands there instead.
Result<const boost::json::array*> list_at(const boost::json::value& answer, std::string_view key,
                                          std::string_view service);

// What a value is, in words: "a number", "an object".
std::string_view kind_of(const boost::json::value& value);

// The texts of one object's fields.
class AnswerFields {
 public:
  // `language` chooses within language maps: the code of the notice's own.
  explicit AnswerFields(const boost::json::object& object, std::string_view language = {})
      : object_(object), language_(language) {}

  // Empty where the field is missing or null.
  std::vector<std::string> texts(std::string_view key) const;
  // The first of texts(), on one line.
  std::string line(std::string_view key) const;
  // The code of the language that texts() reads of the map at `key`; empty if it is no map.
  std::string language_of(std::string_view key) const;
  // The object at `key`, or an empty one.
  AnswerFields below(std::string_view key) const;

  // The field that was found in a shape that nobody can read, in words; empty without one.
  const std::string& unexpected() const { return unexpected_; }

 private:
  void collect(const boost::json::value& value, std::string_view key,
               std::vector<std::string>& texts) const;

  const boost::json::object& object_;
  std::string language_;
  mutable std::string unexpected_;
};

}  // namespace fundwatch::feeds
