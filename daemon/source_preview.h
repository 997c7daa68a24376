// daemon/source_preview.h — what a source would be and would bring, looked at before anybody has
// said yes. Asks through the daemon's own client (guarded, spaced, within its limits) and stores
// nothing. Belongs to the thread of its fetcher; takes as long as that lets it.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/read/page_outline.h"
#include "feeds/read/read.h"

namespace fundwatch::daemon {

// Of the feeds that a page announces.
constexpr std::size_t kAnnouncedFeedsTriedMax = 5;

// How often a source is proposed to be read, by its kind.
constexpr std::chrono::minutes kFeedInterval = std::chrono::hours(1);
constexpr std::chrono::minutes kPageInterval = std::chrono::hours(6);
constexpr std::chrono::minutes kWatchInterval = std::chrono::hours(24);
constexpr std::chrono::minutes kServiceInterval = std::chrono::hours(6);

struct Preview {
  Source source;                   // as it would be stored; its name is for the caller to check
  feeds::Reading reading;          // what it brings now
  std::vector<std::string> notes;  // what was seen on the way to it, in words
};

// `wanted` has an address, and what is known beforehand: a kind other than automatic is kept to,
// and so are its selectors, its name and its language. Otherwise what is at the address is a feed;
// else the first feed with items that the page announces; else the list that the page holds; else
// the page, watched. The error says all that was seen instead.
Result<Preview> preview(const Source& wanted, feeds::Fetcher& fetcher, const config::Config& config,
                        Instant now);

// A line of the page at an address, and the choice that it is part of.
struct PreviewLine {
  feeds::OutlineLine line;
  std::optional<std::size_t> choice;  // of Choices::all
};

struct Choices {
  std::vector<Preview> all;       // what preview() would take first
  std::vector<PreviewLine> page;  // from which one of its lists can be chosen; empty: no lists
};

// All that could be chosen at the address: every feed that the page announces, every list that it
// holds, and its text.
Result<Choices> choices(const Source& wanted, feeds::Fetcher& fetcher, const config::Config& config,
                        Instant now);

// A source as it is stored, read as the daemon would read it now: nothing is proposed.
Result<Preview> read_now(const Source& source, feeds::Fetcher& fetcher,
                         const config::Config& config, Instant now);

}  // namespace fundwatch::daemon
