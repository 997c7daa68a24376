#include "web/multipart.h"

#include "base/text.h"

namespace fundwatch::web {
namespace {

constexpr std::size_t kBoundaryBytesMax = 70;  // RFC 2046 § 5.1.1
constexpr std::string_view kLineEnd = "\r\n";

// The value of a parameter: boundary=x or name="x".
std::string parameter(std::string_view header, std::string_view name) {
  for (const std::string_view part : split(header, ';')) {
    const std::string_view trimmed_part = trimmed(part);
    const auto equals = trimmed_part.find('=');
    if (equals == std::string_view::npos) continue;
    if (!equals_ignoring_ascii_case(trimmed_part.substr(0, equals), name)) continue;
    std::string_view value = trimmed_part.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    return std::string(value);
  }
  return {};
}

std::string_view disposition_in(std::string_view head) {
  constexpr std::string_view kName = "content-disposition:";
  for (const std::string_view line : split(head, '\n')) {
    const std::string_view prefix = line.substr(0, kName.size());
    if (equals_ignoring_ascii_case(prefix, kName)) return trimmed(line.substr(kName.size()));
  }
  return {};
}

// One part, from its head to before the next boundary. False if it cannot be read.
bool add_part(std::string_view part, Multipart& form) {
  const auto blank = part.find("\r\n\r\n");
  if (blank == std::string_view::npos) return false;
  const std::string_view disposition = disposition_in(part.substr(0, blank));
  const std::string_view content = part.substr(blank + 4);
  const std::string name = parameter(disposition, "name");
  if (name.empty() || !is_valid_utf8(name)) return false;
  if (disposition.find("filename") != std::string_view::npos) {
    if (form.file.empty()) form.file = content;
    return true;
  }
  if (!is_valid_utf8(content) || form.fields.size() == kFormFieldsMax) return false;
  form.fields.add(name, std::string(content));
  return true;
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return ascii_lower(content_type).starts_with("multipart/form-data");
}

std::optional<Multipart> parse_multipart(std::string_view body, std::string_view content_type) {
  const std::string boundary = parameter(content_type, "boundary");
  if (boundary.empty() || boundary.size() > kBoundaryBytesMax) return std::nullopt;
  const std::string opening = "--" + boundary;
  const std::string between = std::string(kLineEnd) + opening;
  if (!body.starts_with(opening)) return std::nullopt;
  body.remove_prefix(opening.size());
  Multipart form;
  while (body.starts_with(kLineEnd)) {
    body.remove_prefix(kLineEnd.size());
    const auto end = body.find(between);
    if (end == std::string_view::npos || !add_part(body.substr(0, end), form)) return std::nullopt;
    body.remove_prefix(end + between.size());
  }
  if (!body.starts_with("--")) return std::nullopt;
  return form;
}

}  // namespace fundwatch::web
