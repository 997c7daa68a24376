// feeds/read/raw_reading.h — from bytes to a RawFeed: the first half of read().
// Decides the character set, finds the format, repairs what is broken. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "feeds/read/raw_feed.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

struct RawReading {
  std::string encoding;
  std::vector<std::string> problems;
  RawFeed feed;
  PageRule page_rule;  // of kind page, as read.h's
};

// Errors as read()'s.
Result<RawReading> read_raw(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
