// feeds/facts/place.h — the municipality and the regions that an item concerns.
// "Gävle kommun", "Stockholms stad", "i Sundsvall", "Region Gävleborg", "Västmanlands län (SE125)".
// One that is named in passing (a court's seat, an office, a university) is none, and where several
// are named none is. Pure.
#pragma once

#include <string>

#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// In a text, places in so many first sentences count before later ones.
constexpr std::size_t kPlaceSentencesMax = 3;

// What names a place beside an item's words.
struct PlaceSigns {
  std::string publisher;  // the source's name: what "Kalmar kommun" publishes concerns Kalmar
  std::string url;        // "https://www.kalmar.se/…", ".../kalmar/…"
  AnnouncementKind kind = AnnouncementKind::unknown;  // of the item
};

// The regions are those that are named, the municipality's own, and the country that a title begins
// with, where it is another than Sweden.
Place find_place(const ItemWords& words, const PlaceSigns& signs);

}  // namespace fundwatch::feeds
