// daemon/pipeline.h — one source's way, from what it answered to committed hits. The only
// place where feeds, matchers and store meet.
#pragma once

#include "base/calendar.h"
#include "base/model.h"
#include "base/result.h"
#include "config/config.h"
#include "daemon/case_finder.h"
#include "daemon/health_record.h"
#include "daemon/marking.h"
#include "daemon/parts.h"
#include "daemon/visit.h"
#include "matchers/matcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

// What one visit brought.
struct Ingested {
  bool read = false;       // false: the source failed, and its health says why
  bool postponed = false;  // nothing was found out: its host wants to be left in peace, or the
                           // source was changed while it was asked
  int fresh = 0;           // items
  int edited = 0;
  int hits = 0;  // new ones
};

// Below so much summary and text together an item's feed says little.
constexpr std::size_t kShortTextCharactersMax = 300;

// Whether the page that the item links to is to be read: as its source says, and if the page is the
// item's alone. Never of documents that state facts: they say all themselves, and a link of a mail
// may do something when it is followed, such as to unsubscribe.
bool is_linked_text_wanted(const Source& source, const Item& item);

class Pipeline {
 public:
  Pipeline(const config::Config& config, store::Store& store, const Parts& parts)
      : store_(store),
        parts_(parts),
        calendar_(config.installation.time_zone),
        health_(store, parts, calendar_),
        marking_(store),
        cases_(store) {}

  // identify -> add new items -> find their facts and their cases -> match against all profiles
  // -> add hits -> schedule next, in one transaction or as a part of the one that is open. A fault
  // of the source is recorded in its health, never thrown; a fault of the disk is thrown, and then
  // nothing of this answer is stored.
  Ingested ingest(Visit&& visit, const matchers::Matcher& matcher);

  // The text of the page that an item links to becomes the item's, whose facts are found in it and
  // which is matched again. Returns how many hits are new.
  int ingest_linked_text(ItemId id, const std::string& text, const matchers::Matcher& matcher);

 private:
  // Of a watched page: the first visit is what later ones are compared with, and tells nothing.
  std::vector<Item> changes_since_last_visit(const Source& source, const std::vector<Item>& visits,
                                             Instant now);
  Ingested ingest_items(const Source& source, std::vector<Item> items, const feeds::Answer& answer,
                        const matchers::Matcher& matcher);
  Ingested store_items(const Source& source, std::vector<Item> items,
                       const matchers::Matcher& matcher, Instant now);
  void decide_linked_text(const Source& source, const Item& item, const store::Stored& stored,
                          Instant now);
  Item unread(ItemId id) const;
  Item shown(ItemId id) const;
  Item with_facts(Item item, const Source& source) const;
  int take_in(const Item& item, const std::string& publisher, const matchers::Matcher& matcher,
              Instant now);

  store::Store& store_;
  const Parts& parts_;
  Calendar calendar_;
  HealthRecord health_;
  Marking marking_;
  CaseFinder cases_;
};

}  // namespace fundwatch::daemon
