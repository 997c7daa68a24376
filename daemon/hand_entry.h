// daemon/hand_entry.h — what somebody adds by hand becomes an item like any other: its facts are
// found, it is placed in a case, and matched against all profiles in force. Its source is one of
// its own, which is never read. Belongs to the thread of its store.
#pragma once

#include <memory>
#include <string>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/case_finder.h"
#include "daemon/marking.h"
#include "matchers/lexicon.h"
#include "store/store.h"

namespace fundwatch::daemon {

class HandEntryBook {
 public:
  HandEntryBook(const config::Config& config, store::Store& store,
                std::shared_ptr<const matchers::Lexicon> lexicon)
      : config_(config),
        calendar_(config.installation.time_zone),
        store_(store),
        lexicon_(std::move(lexicon)),
        marking_(store),
        cases_(store) {}

  struct Added {
    Item item;  // as it is stored
    int hits = 0;
  };

  // In one transaction. `item` has a title, and a url or a text; an address that was added before
  // is that item again.
  Added add(Item item, const std::string& source_name, Instant now);

 private:
  SourceId source(const std::string& name);
  int match(const Item& item, const std::string& source_name, Instant now);

  const config::Config& config_;
  Calendar calendar_;
  store::Store& store_;
  std::shared_ptr<const matchers::Lexicon> lexicon_;
  Marking marking_;
  CaseFinder cases_;
};

}  // namespace fundwatch::daemon
