#include "daemon/hand_entry.h"

#include "base/check.h"
#include "daemon/profiles_in_force.h"
#include "feeds/facts/facts.h"
#include "feeds/read/address.h"
#include "matchers/matcher.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kMarkedBesidesMax = 20;

// Where a source must say something; it is paused and never asked.
constexpr const char* kNowhere = "http://localhost/";

std::string key_of(const Item& item, Instant now) {
  const std::string address = feeds::page_address(item.url);
  return address.empty() ? "text " + iso8601_utc(now) + " " + item.title : "link " + address;
}

}  // namespace

HandEntryBook::Added HandEntryBook::add(Item item, const std::string& source_name, Instant now) {
  store::Transaction transaction = store_.begin();
  item.source = source(source_name);
  item.key = key_of(item, now);
  item.address = feeds::page_address(item.url);
  const store::Stored put = store_.items.put(item, now);
  const ItemId id = put.id;
  auto with_facts = store_.facts.unread(id);
  CHECK(with_facts.has_value());
  feeds::find_facts(*with_facts, {.publisher = "", .seen = with_facts->first_seen}, calendar_);
  if (put.arrival == store::Arrival::fresh) {
    store_.facts.put(*with_facts);
  } else {
    store_.facts.revise(*with_facts, now);
  }
  auto stored = store_.items.find(id);
  CHECK(stored.has_value());
  cases_.place(*stored, matchers::fingerprint(*stored));
  Added added{.hits = match(*stored, source_name, now)};
  marking_.catch_up(kMarkedBesidesMax);
  stored = store_.items.find(id);  // its case may be another now
  CHECK(stored.has_value());
  added.item = *std::move(stored);
  transaction.commit();
  return added;
}

SourceId HandEntryBook::source(const std::string& name) {
  if (const auto known = store_.sources.find(name)) return known->id;
  Source source;
  source.name = name;
  source.url = config_.web.public_url.empty() ? kNowhere : config_.web.public_url;
  source.kind = SourceKind::watch;
  source.linked_text = LinkedText::never;
  source.paused = true;
  return store_.sources.save(source);
}

// Returns how many hits it has, new ones or not.
int HandEntryBook::match(const Item& item, const std::string& source_name, Instant now) {
  std::vector<Profile> profiles;
  std::vector<ProfileId> ids;
  for (ProfileInForce& each : profiles_in_force(store_)) {
    if (!each.profile) continue;
    ids.push_back(each.profile->id);
    profiles.push_back(*std::move(each.profile));
  }
  const auto matcher =
      matchers::Matcher::compile(std::move(profiles), lexicon_, config_.place.county);
  CHECK(matcher.ok());  // those in force have no faults
  const std::vector<Hit> hits = matcher->match({item, source_name});
  store_.hits.replace(item.id, ids, hits, now);
  return static_cast<int>(hits.size());
}

}  // namespace fundwatch::daemon
