// web/subscriber_fields.h — fields that the coordinator fills in for a subscriber, and subscribers
// for themselves.
#pragma once

#include <string_view>

#include "base/model.h"
#include "web/frame.h"

namespace fundwatch::web {

// A label with a field of one line.
struct TextField {
  digest::Literal name;
  digest::Literal type;
  std::string_view label;
  std::string_view value;
  std::string_view hint = {};
  std::string_view fault = {};
};
void put_field(Markup& html, const TextField& field);

// "sprak" and "racker", in the words of `language`.
void put_language(Markup& html, Language language, Language chosen);
void put_reach(Markup& html, Language language, Reach chosen);

}  // namespace fundwatch::web
