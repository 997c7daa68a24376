#include "store/items.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "base/check.h"
#include "store/cases.h"
#include "store/identity.h"
#include "store/lists.h"
#include "store/notice_text.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

constexpr int kPortion = 100;       // items in memory at once while visiting
constexpr int kCandidatesMax = 50;  // newest items that an arriving one is compared with

// All that an edit replaces, in the order of these columns.
const std::string kContentColumns =
    "key, address, url, title, summary, text, author, language, categories, enclosures, published, "
    "updated, deadline, deadline_at, deadline_text, event_date, amount, currency, municipality, "
    "nuts, notice, notice_id";
const std::string kContentValues =
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

void bind_facts(Query& query, const Item& item) {
  query.bind(item.deadline ? std::optional(item.deadline->day) : std::nullopt);
  query.bind(item.deadline ? item.deadline->at : std::nullopt);
  query.bind(item.deadline_text).bind(item.event_date);
  if (item.amount) {
    query.bind(item.amount->value).bind(item.amount->currency);
  } else {
    query.bind_null().bind(std::string());
  }
  query.bind(item.place.municipality).bind(json_of(item.place.nuts));
  query.bind(text_of(item.notice)).bind(item.notice ? item.notice->id : std::string());
}

// The item must stay until the query has run.
void bind_content(Query& query, const Item& item) {
  query.bind_lasting(item.key).bind_lasting(item.address).bind_lasting(item.url);
  query.bind_lasting(item.title).bind_lasting(item.summary).bind_lasting(item.text);
  query.bind(item.author)
      .bind(item.language)
      .bind(json_of(item.categories))
      .bind(json_of(item.enclosures));
  query.bind(item.published).bind(item.updated);
  bind_facts(query, item);
}

// Tracking parameters and session ids come and go without a link leading elsewhere.
bool leads_elsewhere(const Item& before, const Item& after) {
  if (before.address.empty() || after.address.empty()) return before.url != after.url;
  return before.address != after.address;
}

// Publishing dates and enclosures change under readers' hands without anything being announced.
bool is_edited(const Item& before, const Item& after) {
  return leads_elsewhere(before, after) || before.title != after.title ||
         before.summary != after.summary || before.text != after.text ||
         before.language != after.language || before.author != after.author ||
         before.categories != after.categories || before.deadline != after.deadline ||
         before.event_date != after.event_date || before.amount != after.amount ||
         before.notice != after.notice;
}

bool is_new_version(const Item& before, const Item& after) {
  return before.deadline != after.deadline || before.event_date != after.event_date;
}

std::string select_said(const std::string& where) {
  return "SELECT " + kSaidColumns + " FROM item WHERE " + where;
}

std::vector<Item> read_all(Query& row) {
  std::vector<Item> items;
  while (row.step()) items.push_back(read_item(row));
  return items;
}

bool has_items(const Connection& database, SourceId source) {
  return Query(database, "SELECT 1 FROM item WHERE source = ? LIMIT 1").bind(source).step();
}

std::optional<Item> holder_of_key(const Connection& database, const Item& item) {
  static const std::string sql = select_said("source = ? AND key = ?");
  Query row(database, sql);
  if (!row.bind(item.source).bind(item.key).step()) return std::nullopt;
  return read_item(row);
}

std::vector<Item> with_its_address(const Connection& database, const Item& item) {
  if (item.address.empty()) return {};
  static const std::string sql =
      select_said("source = ? AND address = ? AND address <> '' ORDER BY id DESC LIMIT ?");
  Query row(database, sql);
  row.bind(item.source).bind(item.address).bind(kCandidatesMax);
  return read_all(row);
}

std::vector<Item> with_its_title_and_date(const Connection& database, const Item& item) {
  if (!item.published) return {};
  static const std::string sql =
      select_said("source = ? AND published = ? AND title = ? ORDER BY id DESC LIMIT ?");
  Query row(database, sql);
  row.bind(item.source).bind(item.published).bind(item.title).bind(kCandidatesMax);
  return read_all(row);
}

// The newest item, of whatever source, that tells of this item's notice or of the one it changes.
std::optional<Item> teller_of_its_notice(const Connection& database, const Item& item) {
  if (!item.notice) return std::nullopt;
  Query row(database, select_said("notice_id IN (?, ?) AND notice_id <> '' "
                                  "ORDER BY id DESC LIMIT 1"));
  if (!row.bind(item.notice->id).bind(item.notice->changes).step()) return std::nullopt;
  return read_item(row);
}

Stored add(Connection& database, const Item& item, Instant now) {
  Cases cases(database);
  // A notice is one case whoever tells of it, and a change of it a version of that case.
  const auto teller = teller_of_its_notice(database, item);
  const CaseId case_id = teller ? teller->case_id : cases.add();
  static const std::string sql = "INSERT INTO item (source, case_id, first_seen, " +
                                 kContentColumns + ") VALUES (?, ?, ?, " + kContentValues +
                                 ") ON CONFLICT (source, key) DO NOTHING";
  Query query(database, sql);
  query.bind(item.source).bind(case_id).bind(now);
  bind_content(query, item);
  CHECK(query.run() == 1);  // looked up in this transaction: nobody else can have added it
  const ItemId id{last_id(database)};
  if (teller && is_new_version(*teller, item)) {
    cases.tell_anew(case_id, id);
  } else if (teller && !item.notice->changes.empty()) {
    cases.let_speak(case_id, id);
  }
  return {id, case_id, Arrival::fresh, true};
}

bool has_correction(const Connection& database, ItemId id) {
  return Query(database, "SELECT 1 FROM item WHERE id = ? AND corrected <> ''").bind(id).step();
}

Item shown(const Connection& database, ItemId id) {
  Query row(database, "SELECT " + kItemColumns + " FROM item WHERE id = ?");
  CHECK(row.bind(id).step());
  return read_item(row);
}

void replace(Connection& database, const Item& before, const Item& after) {
  Query query(database,
              "UPDATE item SET (" + kContentColumns + ") = (" + kContentValues + ") WHERE id = ?");
  const bool is_corrected = has_correction(database, before.id);
  const Item shown_before = is_corrected ? shown(database, before.id) : before;
  bind_content(query, after);
  query.bind(before.id).run();
  const Item shown_after = is_corrected ? shown(database, before.id) : after;
  if (is_new_version(shown_before, shown_after)) {
    Cases(database).tell_anew(before.case_id, before.id);
  }
}

void recognise(const Connection& database, ItemId id, const Item& item) {
  Query(database, "UPDATE item SET key = ?, address = ? WHERE id = ?")
      .bind(item.key)
      .bind(item.address)
      .bind(id)
      .run();
}

// The guid has gone to another item: its former holder stays under a key that no feed can state,
// for keys of feeds are one line.
void release_key(const Connection& database, const Item& item) {
  Query(database, "UPDATE item SET key = key || char(10) || id WHERE source = ? AND key = ?")
      .bind(item.source)
      .bind(item.key)
      .run();
}

// The items that come after (`first_seen`, `id`) in the order of arrival.
std::vector<Item> portion(const Connection& database, std::optional<SourceId> source,
                          Instant first_seen, ItemId id) {
  Query row(database, "SELECT " + kItemColumns + " FROM item WHERE " +
                          (source ? "source = ? AND " : "") +
                          "(first_seen, id) > (?, ?) ORDER BY first_seen, id LIMIT ?");
  if (source) row.bind(*source);
  row.bind(first_seen).bind(id).bind(kPortion);
  return read_all(row);
}

// One reading of a source. Items that their keys tell come first, so that whose key has changed
// cannot be taken for one of those.
class Arrivals {
 public:
  Arrivals(Connection& database, Instant now) : database_(database), now_(now) {}

  std::vector<Stored> put(const std::vector<Item>& items) {
    std::vector<Stored> stored(items.size());
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto before = is_first_of_source(items[i]) ? std::nullopt : find_by_key(items[i]);
      if (before) {
        stored[i] = update(*before, items[i]);
      } else {
        unknown.push_back(i);
      }
    }
    for (const std::size_t i : unknown) stored[i] = put_unknown(items[i]);
    return stored;
  }

 private:
  Stored put_unknown(const Item& item) {
    // Again by key if it has come to stand there meanwhile: the document may hold an item twice.
    auto before = taken_keys_.contains(item.key) ? find_by_key(item) : std::nullopt;
    if (!before && !is_first_of_source(item)) before = find_by_likeness(item);
    if (before) return update(*before, item);
    if (taken_keys_.contains(item.key)) release_key(database_, item);
    const Stored stored = add(database_, item, now_);
    told_.insert(stored.id);
    taken_keys_.insert(item.key);
    return stored;
  }

  // Whether nothing of its source was stored when the reading began: then it is none that is known.
  bool is_first_of_source(const Item& item) {
    const auto [known, is_asked_first] = is_new_.try_emplace(item.source, false);
    if (is_asked_first) known->second = !has_items(database_, item.source);
    return known->second;
  }

  std::optional<Item> find_by_key(const Item& item) {
    auto holder = holder_of_key(database_, item);
    if (!holder) return std::nullopt;
    taken_keys_.insert(item.key);
    if (is_guid_reused(*holder, item)) return std::nullopt;
    return holder;
  }

  std::optional<Item> find_by_likeness(const Item& item) const {
    for (const Item& candidate : with_its_address(database_, item)) {
      if (!told_.contains(candidate.id) && is_guid_changed(candidate, item)) return candidate;
    }
    for (const Item& candidate : with_its_title_and_date(database_, item)) {
      const bool leads_away = !candidate.address.empty() && !item.address.empty();
      if (!told_.contains(candidate.id) && !leads_away) return candidate;
    }
    return std::nullopt;
  }

  Stored update(const Item& before, const Item& item) {
    told_.insert(before.id);
    if (before.key != item.key) release_key(database_, item);
    taken_keys_.insert(item.key);
    if (is_edited(before, item)) {
      replace(database_, before, item);
      return {before.id, before.case_id, Arrival::edited, leads_elsewhere(before, item)};
    }
    if (before.key != item.key || before.address != item.address) {
      recognise(database_, before.id, item);
    }
    return {before.id, before.case_id, Arrival::unchanged, false};
  }

  Connection& database_;
  const Instant now_;
  std::set<ItemId> told_;                       // that this reading has named
  std::unordered_set<std::string> taken_keys_;  // of those that it has looked for
  std::map<SourceId, bool> is_new_;
};

// By an index that holds both columns: the items themselves are not read.
std::vector<std::chrono::sys_days> days_of(const std::string& column, const Connection& database,
                                           SourceId source, const Items::DaysWanted& wanted) {
  Query row(database, "SELECT DISTINCT " + column + " / 86400 AS day FROM item WHERE source = ? " +
                          "AND " + column + " BETWEEN ? AND ? ORDER BY day DESC LIMIT ?");
  row.bind(source).bind(wanted.since).bind(wanted.now);
  row.bind(static_cast<std::int64_t>(wanted.days_max));
  std::vector<std::chrono::sys_days> days;
  while (row.step()) days.emplace_back(std::chrono::days{row.integer()});
  std::reverse(days.begin(), days.end());
  return days;
}

}  // namespace

std::vector<Stored> Items::put(const std::vector<Item>& items, Instant now) {
  const auto has_key = [](const Item& item) { return !item.key.empty(); };
  CHECK(std::ranges::all_of(items, has_key));
  Transaction transaction(database_);
  std::vector<Stored> stored = Arrivals(database_, now).put(items);
  transaction.commit();
  return stored;
}

Stored Items::put(const Item& item, Instant now) {
  return put(std::vector<Item>{item}, now).front();
}

std::optional<Item> Items::find(ItemId id) const {
  Query row(database_, "SELECT " + kItemColumns + " FROM item WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
}

std::vector<Item> Items::newest_of(SourceId source, std::size_t items_max) const {
  Query row(database_, "SELECT " + kItemColumns +
                           " FROM item WHERE source = ? ORDER BY first_seen DESC LIMIT ?");
  row.bind(source).bind(static_cast<std::int64_t>(items_max));
  std::vector<Item> items;
  while (row.step()) items.push_back(read_item(row));
  return items;
}

std::optional<Item> Items::find_texts(ItemId id) const {
  static const std::string sql = "SELECT title, summary, " + kWholeText + " FROM item WHERE id = ?";
  Query row(database_, sql);
  if (!row.bind(id).step()) return std::nullopt;
  Item item;
  item.title = row.text();
  item.summary = row.text();
  item.text = row.text();
  return item;
}

void Items::each(const ItemFilter& filter, const std::function<void(const Item&)>& visit) const {
  std::vector<Item> items =
      portion(database_, filter.source, filter.since.value_or(Instant::min()), ItemId{});
  while (!items.empty()) {
    for (const Item& item : items) visit(item);
    const Item& last = items.back();
    items = portion(database_, filter.source, last.first_seen, last.id);
  }
}

std::vector<std::chrono::sys_days> Items::days_with_news(SourceId source,
                                                         const DaysWanted& wanted) const {
  std::vector<std::chrono::sys_days> days = days_of("published", database_, source, wanted);
  if (days.size() >= wanted.days_min) return days;
  return days_of("first_seen", database_, source, wanted);
}

std::int64_t Items::count() const { return number_of(database_, "SELECT count(*) FROM item"); }

std::int64_t Items::ever() const {
  Query row(database_, "SELECT seq FROM sqlite_sequence WHERE name = 'item'");
  return row.step() ? row.integer() : 0;
}

}  // namespace fundwatch::store
