// feeds/read/read.h — from bytes to items.
// Pure: no clock, network or storage. Decides the character set, finds the format and reads it;
// does not decide what is new (store) or relevant (matchers). Every text in the answer is UTF-8
// plain text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"

namespace fundwatch::feeds {

// What to read and what is known about it beforehand.
struct Document {
  std::string_view bytes;
  std::string content_type;  // the HTTP header's value, may be empty
  std::string url;           // where it came from: the base of relative links; may be empty
  SourceKind kind = SourceKind::automatic;
  PageRule page_rule{};                        // where the list is, of kind page
  std::string language;                        // assumed where the document does not say
  std::string time_zone = "Europe/Stockholm";  // assumed for dates that state none; an IANA name
  std::optional<Instant> now{};                // of several deadlines the next after this is meant
  std::vector<std::string>
      senders{};  // of kind mail: from whom, see mail_message.h; empty: anybody
};

struct FeedInfo {
  std::string title;
  std::string link;
  std::string description;
  std::string language;
  std::string author;
  std::string id;
  std::optional<Instant> updated;
  std::optional<Instant> published;
};

struct Reading {
  std::string format;                 // "rss20", "atom10", …, "page", "watch"
  std::string encoding;               // of the bytes: "utf-8", "windows-1252", …
  std::vector<std::string> problems;  // recoverable faults, in words
  FeedInfo feed;
  std::vector<Item> items;  // in document order, at most limits.items_max, each with a key
  PageRule page_rule;       // of kind page: as used, with the list's selector also where it was
                            // guessed; `problems` tells that it was
};

// Of kind page the items are those of the page's list, of kind watch there is one: this visit
// (watched_page.h). All other kinds are feeds, whatever their format.
// A feed without items is a success; a page at which a selector finds nothing is not. Error{decode}
// or Error{read} says what was seen instead: "an HTML page titled «Inloggning», not a feed".
Result<Reading> read(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
