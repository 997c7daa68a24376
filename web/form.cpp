#include "web/form.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace fundwatch::web {
namespace {

std::optional<unsigned> digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

std::string with_spaces(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return spaced;
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r') || c == 0x7F;
}

// What a person typed: without control characters, which no field of ours has a use for.
std::optional<std::string> text_of(std::string_view encoded) {
  std::string text = percent_decoded(with_spaces(encoded));
  if (!is_valid_utf8(text)) return std::nullopt;
  text.erase(std::remove_if(text.begin(), text.end(), is_control), text.end());
  return text;
}

}  // namespace

void Fields::add(std::string name, std::string value) {
  fields_.emplace_back(std::move(name), std::move(value));
}

const std::string& Fields::text(std::string_view name) const {
  static const std::string kNone;
  const auto field = std::find_if(fields_.begin(), fields_.end(),
                                  [name](const auto& each) { return each.first == name; });
  return field == fields_.end() ? kNone : field->second;
}

std::vector<std::string> Fields::texts(std::string_view name) const {
  std::vector<std::string> found;
  for (const auto& [each, value] : fields_) {
    if (each == name) found.push_back(value);
  }
  return found;
}

bool Fields::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [name](const auto& each) { return each.first == name; });
}

std::optional<Fields> parse_form(std::string_view encoded) {
  if (encoded.size() > kFormBytesMax) return std::nullopt;
  Fields fields;
  for (const std::string_view pair : split(encoded, '&')) {
    if (pair.empty()) continue;
    if (fields.size() == kFormFieldsMax) return std::nullopt;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = text_of(pair.substr(0, equals));
    auto value = text_of(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value) return std::nullopt;
    fields.add(*std::move(name), *std::move(value));
  }
  return fields;
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = fault == std::errc{} && end == text.data() + text.size();
  return is_whole && number > 0 ? number : 0;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto high = text[at] == '%' && at + 2 < text.size() ? digit(text[at + 1]) : std::nullopt;
    const auto low = high ? digit(text[at + 2]) : std::nullopt;
    if (low) {
      decoded += static_cast<char>(*high * 16 + *low);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

}  // namespace fundwatch::web
