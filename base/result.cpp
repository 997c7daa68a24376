#include "base/result.h"

namespace fundwatch {

std::string_view name_of(Stage stage) {
  switch (stage) {
    case Stage::fetch: return "fetch";
    case Stage::decode: return "decode";
    case Stage::read: return "read";
    case Stage::match: return "match";
    case Stage::send: return "send";
    case Stage::config: return "config";
  }
  return "?";
}

}  // namespace fundwatch
