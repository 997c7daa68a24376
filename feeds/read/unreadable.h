// feeds/read/unreadable.h — what a document is that is not a feed, in words.
// The sentence becomes the source's health message: "an HTML page titled «Inloggning», not a feed".
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// By the first bytes: nothing at all, PDF, images, archives.
std::optional<Error> plainly_not_a_feed(std::string_view bytes);

// The same for what should be a page, and a feed in its place.
std::optional<Error> plainly_not_a_page(std::string_view bytes);

// By its beginning: an HTML page without a feed's root element.
std::optional<Error> page_instead_of_feed(std::string_view text);

// A document whose tree holds no feed.
Error not_a_feed(const Document& document, const pugi::xml_document& tree);

}  // namespace fundwatch::feeds
