#include "daemon/pipeline.h"

#include <spdlog/logger.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/text.h"
#include "feeds/facts/facts.h"
#include "feeds/read/stated_reading.h"
#include "feeds/read/watched_page.h"

namespace fundwatch::daemon {
namespace {

// Of items that waited for their marks, put together with those of an answer's items.
constexpr std::size_t kMarkedBesidesMax = 20;

std::vector<ProfileId> ids_of(const std::vector<Profile>& profiles) {
  std::vector<ProfileId> ids;
  ids.reserve(profiles.size());
  for (const Profile& profile : profiles) ids.push_back(profile.id);
  return ids;
}

// What the store has made of a fresh item.
Item as_stored(Item&& item, const store::Stored& stored, Instant now) {
  item.id = stored.id;
  item.case_id = stored.case_id;
  item.first_seen = now;
  return std::move(item);
}

}  // namespace

bool is_linked_text_wanted(const Source& source, const Item& item) {
  if (item.address.empty() || feeds::states_facts(source.kind)) return false;
  switch (source.linked_text) {
    case LinkedText::always: return true;
    case LinkedText::never: return false;
    case LinkedText::when_short: break;
  }
  return utf8_length(item.summary) + utf8_length(item.text) < kShortTextCharactersMax;
}

Ingested Pipeline::ingest(Visit&& visit, const matchers::Matcher& matcher) {
  const Source& asked = visit.source;
  const feeds::Answer& answer = visit.answer;
  auto& items = visit.items;
  const Instant now = parts_.clock.now();
  parts_.at(Point::fetched);
  store::Transaction transaction = store_.begin();
  // Removed or changed by a command while it was asked?
  const auto source = store_.sources.find(asked.id);
  if (!source || !store::is_asked_alike(*source, asked)) return {.postponed = true};
  Ingested ingested{.read = items.ok(), .postponed = !answer.was_asked};
  if (!answer.was_asked) {
    health_.postpone(*source, answer, now);
  } else if (items) {
    ingested = ingest_items(*source, std::move(*items), answer, matcher);
    if (const auto& position = visit.mailbox_position) {
      store_.mailboxes.put(source->id, {position->validity, position->last});
    }
    if (ingested.fresh + ingested.edited > 0) marking_.catch_up(kMarkedBesidesMax);
  } else {
    const Attempt attempt{
        .error = items.error().message, .status = answer.status, .moved_to = answer.moved_to};
    health_.record(*source, attempt, answer, now);
  }
  transaction.commit();
  return ingested;
}

Ingested Pipeline::ingest_items(const Source& source, std::vector<Item> items,
                                const feeds::Answer& answer, const matchers::Matcher& matcher) {
  const Instant now = parts_.clock.now();
  const bool is_same = answer.response->status == 304;
  if (source.kind == SourceKind::watch) items = changes_since_last_visit(source, items, now);
  const int count = static_cast<int>(items.size());
  Ingested ingested = store_items(source, std::move(items), matcher, now);
  ingested.read = true;
  // Who tells only what is new says without any item what it said before.
  const bool tells_news = feeds::tells_only_news(source.kind);
  health_.record(source,
                 {.status = answer.status,
                  .moved_to = answer.moved_to,
                  .has_news = ingested.fresh > 0,
                  .is_known = is_same || count > ingested.fresh || (tells_news && count == 0),
                  .is_empty = count == 0 && !is_same && !tells_news},
                 answer, now);
  return ingested;
}

std::vector<Item> Pipeline::changes_since_last_visit(const Source& source,
                                                     const std::vector<Item>& visits, Instant now) {
  if (visits.empty()) return {};  // 304
  const Item& visit = visits.front();
  const auto before = store_.watched_pages.find(source.id);
  const auto change =
      before ? feeds::change_since(*before, visit, calendar_.day(now)) : std::nullopt;
  if (!before || change) store_.watched_pages.put(source.id, visit.text, now);
  return change ? std::vector<Item>{*change} : std::vector<Item>{};
}

Ingested Pipeline::store_items(const Source& source, std::vector<Item> items,
                               const matchers::Matcher& matcher, Instant now) {
  for (Item& item : items) {
    item.source = source.id;
    // Every change of a watched page is an item of its own.
    if (source.kind == SourceKind::watch) item.address.clear();
  }
  Ingested ingested;
  const std::vector<store::Stored> stored = store_.items.put(items, now);
  // A document may say an item twice, and then otherwise.
  const bool has_edits = std::ranges::any_of(
      stored, [](const store::Stored& each) { return each.arrival == store::Arrival::edited; });
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (stored[i].arrival == store::Arrival::unchanged) continue;
    decide_linked_text(source, items[i], stored[i], now);
    const bool is_fresh = stored[i].arrival == store::Arrival::fresh;
    Item item = with_facts(
        has_edits ? unread(stored[i].id) : as_stored(std::move(items[i]), stored[i], now), source);
    if (is_fresh) {
      ++ingested.fresh;
      store_.facts.add(item);
    } else {
      ++ingested.edited;
      store_.facts.revise(item, now);
      item = shown(item.id);
    }
    ingested.hits += take_in(item, source.name, matcher, now);
  }
  return ingested;
}

void Pipeline::decide_linked_text(const Source& source, const Item& item,
                                  const store::Stored& stored, Instant now) {
  if (!is_linked_text_wanted(source, item)) {
    if (stored.arrival != store::Arrival::fresh) store_.linked_texts.forget(stored.id);
  } else if (stored.is_link_new) {
    store_.linked_texts.wait_for(stored.id, now);
  }
}

// As it is stored: with the text of the page that it links to.
Item Pipeline::unread(ItemId id) const {
  auto item = store_.facts.unread(id);
  CHECK(item.has_value());
  return std::move(*item);
}

// With what people know better.
Item Pipeline::shown(ItemId id) const {
  auto item = store_.items.find(id);
  CHECK(item.has_value());
  return std::move(*item);
}

// Facts are those of the day on which it was first seen, so that reading it again finds the same.
Item Pipeline::with_facts(Item item, const Source& source) const {
  feeds::find_facts(item, {.publisher = source.name, .seen = item.first_seen}, calendar_);
  return item;
}

// Read once, for its case, its marks and its hits.
int Pipeline::take_in(const Item& item, const std::string& publisher,
                      const matchers::Matcher& matcher, Instant now) {
  const auto [hits, marks, print] = matcher.match_and_mark({item, publisher});
  cases_.place(item, print);
  store_.marks.put(item, marks);
  return store_.hits.replace(item.id, ids_of(matcher.profiles()), hits, now);
}

int Pipeline::ingest_linked_text(ItemId id, const std::string& text,
                                 const matchers::Matcher& matcher) {
  store::Transaction transaction = store_.begin();
  const auto known = store_.items.find(id);
  if (!known) return 0;  // removed by a command while its page was asked for
  store_.linked_texts.put(id, text);
  const auto source = store_.sources.find(known->source);
  CHECK(source.has_value());
  store_.facts.put(with_facts(unread(id), *source));
  const Item item = shown(id);
  const int hits = take_in(item, source->name, matcher, parts_.clock.now());
  marking_.catch_up(kMarkedBesidesMax);
  parts_.at(Point::commit);
  transaction.commit();
  parts_.at(Point::committed);
  return hits;
}

}  // namespace fundwatch::daemon
