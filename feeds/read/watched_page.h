// feeds/read/watched_page.h — a page without a list as a source: what a visit saw, and what has
// changed since an earlier one. Pure; the earlier text is kept elsewhere (store/watched_pages.h).
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/model.h"
#include "feeds/read/article.h"
#include "feeds/read/raw_feed.h"

namespace fundwatch::feeds {

// The visit as an entry: the page's title and main text, and an id that stays the same as long as
// nothing that counts has changed (page_noise.h).
RawEntry visit_entry(Article article, const std::string& url);

// What has changed between the text of an earlier visit and `visit` as an item: the page's title
// with the day, what came (or, where nothing came, what went) as summary, the change line by line
// as text. Its key is the visit's with the day, so that a page that goes back and forth is told
// anew. Nothing when only noise differs.
std::optional<Item> change_since(const std::string& before, const Item& visit, Day day);

}  // namespace fundwatch::feeds
