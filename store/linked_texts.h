// store/linked_texts.h — the texts of the pages that items link to, and those that are waited for.
// Kept beside what the feed said, so that reading the feed again is no edit: an Item that is read
// from the store has the text of its page where there is one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// A page that is to be fetched.
struct LinkedPage {
  ItemId item{};
  SourceId source{};
  std::string url;
  std::string ca_file;  // of its source
  int attempts = 0;     // that failed
};

class LinkedTexts {
 public:
  explicit LinkedTexts(Connection& database) : database_(database) {}

  // From now on the item's page is waited for. A text that it has stays until there is another.
  void wait_for(ItemId item, Instant now);

  // The feed itself says enough now: what the page gave is dropped, and not waited for.
  void forget(ItemId item);

  // Those that have waited longest first.
  std::vector<LinkedPage> due(Instant now, std::size_t pages_max) const;
  std::optional<Instant> next_attempt() const;

  // The page was read: it is not waited for any more.
  void put(ItemId item, const std::string& text);

  // An attempt failed, `error` in words. Without `next_attempt` the page is not waited for any
  // more.
  void record_failure(ItemId item, const std::string& error, std::optional<Instant> next_attempt);

  // Nothing was tried; the page's turn comes later.
  void put_off(ItemId item, Instant next_attempt);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
