// feeds/read/items.h — a RawFeed to FeedInfo and Items: the second half of read().
// HTML becomes plain text, dates become instants, every item gets a key and an absolute link. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"
#include "feeds/read/raw_feed.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// What one item may hold; longer is cut at a character, and told.
inline constexpr std::size_t kTitleBytesMax = 1000;
inline constexpr std::size_t kSummaryBytesMax = 20'000;
inline constexpr std::size_t kTextBytesMax = 500'000;
inline constexpr std::size_t kCategoriesMax = 50;
// Where there is no summary, so much of the text's beginning is one.
inline constexpr std::size_t kLeadCharacters = 300;
inline constexpr std::size_t kEnclosuresMax = 20;

// On one line; an entry without a title goes by the beginning of its text, or by its address.
std::string title_of(const RawEntry& entry);

FeedInfo feed_info(const RawFeed& feed, const Calendar& calendar);

// Uses the entries up, one by one, so that a large feed is not held twice. `language` is assumed
// where the feed states none. What was left out or cut is added to `problems`.
std::vector<Item> make_items(RawFeed feed, const Calendar& calendar, const std::string& language,
                             std::vector<std::string>& problems);

}  // namespace fundwatch::feeds
