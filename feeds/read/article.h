// feeds/read/article.h — the text of a page that is about something.
// The main matter as plain text: what the page marks as main or article, else where most of its
// text stands. Navigation, cookie notices and "Dela · Skriv ut" are left out. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

struct Article {
  std::string title;     // of its heading, else of the page
  std::string text;      // plain; empty when the page has no running text
  std::string language;  // as the page states it; may be empty
};

// `html` is UTF-8; elements nested deeper than `depth_max` count as text of the one above.
Article article(std::string_view html, std::size_t depth_max);

}  // namespace fundwatch::feeds
