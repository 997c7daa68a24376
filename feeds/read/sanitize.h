// feeds/read/sanitize.h — HTML with everything active taken out.
// By allow-list of elements, attributes, link schemes and style properties. What comes out is
// written anew, balanced and escaped, so that it means the same to every browser: nothing of the
// input's markup is copied through.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// How deep elements may nest; tags beyond are left out, their text stays.
inline constexpr std::size_t kHtmlDepthMax = 256;

// Relative links are resolved from `base`, if it is not empty.
std::string sanitized(std::string_view html, std::string_view base);

// The declarations of a style attribute that are harmless: "color: red; margin: 0;".
std::string sanitized_style(std::string_view style);

}  // namespace fundwatch::feeds
