// digest/hit_feed.h — what a profile found, for others to follow: an Atom feed (RFC 4287), a JSON
// Feed (jsonfeed.org, 1.1), and each announcement as words ready to be shared. Pure. Holds only
// what its sources have made public.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::digest {

inline constexpr std::size_t kFeedEntriesMax = 50;
inline constexpr std::size_t kShareCharactersMax = 280;  // the least that social media take

struct FeedEntry {
  CaseId case_id{};
  Item item;
  std::string source_name;
  Instant found_at{};
};

struct HitFeed {
  std::string name;    // of the profile, for an id that stays: letters, digits and hyphens
  std::string title;   // "Bidrag att söka – Bevakningen"
  std::string self;    // its own address; empty where it is not known
  std::string domain;  // of the sender, for ids that stay
  Language language = Language::swedish;
  std::vector<FeedEntry> entries;  // the newest first
};

std::string atom_feed(const HitFeed& feed, const Calendar& calendar);
std::string json_feed(const HitFeed& feed, const Calendar& calendar);

// "Städning och tvätt. Sista dag: fredag 19 februari 2027. https://…", the title cut where it must
// be. A link is never cut.
std::string share_text(const Item& item, Language language, const Calendar& calendar);

}  // namespace fundwatch::digest
