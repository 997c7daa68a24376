// web/multipart.h — a form with a file, as browsers send it (multipart/form-data, RFC 7578).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/form.h"

namespace fundwatch::web {

struct Multipart {
  Fields fields;
  std::string file;  // the bytes of the first file
};

bool is_multipart(std::string_view content_type);

// Nothing if it is no such form, has too many fields, or a field that is no text.
std::optional<Multipart> parse_multipart(std::string_view body, std::string_view content_type);

}  // namespace fundwatch::web
