// tests/feeds/read_support.h — short ways to read a document written in a test.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/calendar.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

inline constexpr std::string_view kSomewhere = "https://www.exempel.se/floden/rss.xml";

inline Result<Reading> try_read(std::string_view bytes, std::string content_type = {}) {
  Document document;
  document.bytes = bytes;
  document.content_type = std::move(content_type);
  document.url = kSomewhere;
  return read(document, config::Read{});
}

inline Reading read_well(std::string_view bytes, std::string content_type = {}) {
  const auto reading = try_read(bytes, std::move(content_type));
  if (reading) return *reading;
  ADD_FAILURE() << "not read: " << reading.error().message;
  return {};
}

// An RSS 2.0 document whose channel holds this.
inline std::string rss(std::string_view channel) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Flöden</title>" +
         std::string(channel) + "</channel></rss>";
}

// The one item of such a document whose item holds this.
inline Item read_item(std::string_view fields) {
  const Reading reading = read_well(rss("<item>" + std::string(fields) + "</item>"));
  if (reading.items.size() == 1) return reading.items.front();
  ADD_FAILURE() << reading.items.size() << " items";
  return {};
}

}  // namespace fundwatch::feeds
