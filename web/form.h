// web/form.h — the fields of a form or an address, as browsers encode them
// (application/x-www-form-urlencoded, WHATWG URL Standard § 5).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fundwatch::web {

inline constexpr std::size_t kFormFieldsMax = 600;
inline constexpr std::size_t kFormBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kBodyBytesMax = std::size_t{256} * 1024;  // with a file

// In their order; a name can stand several times, as check boxes do. Texts are valid UTF-8 without
// control characters but line ends.
class Fields {
 public:
  void add(std::string name, std::string value);

  // The first of that name; empty if there is none.
  const std::string& text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// A whole number above 0 in digits alone; 0 for anything else.
std::int64_t number_in(std::string_view text);

// Nothing if there are too many bytes or fields, or if a text is no UTF-8.
std::optional<Fields> parse_form(std::string_view encoded);

// "%C3%A5" is "å"; a "%" without two digits stays. "+" is itself: this is for paths.
std::string percent_decoded(std::string_view text);

}  // namespace fundwatch::web
