#include "store/items.h"

#include "base/check.h"
#include "store/lists.h"
#include "store/query.h"
#include "store/rows.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

constexpr int kPortion = 100;  // items in memory at once while visiting

// All that an edit replaces, in the order of these columns.
const char* const kContentColumns =
    "url, title, summary, text, author, language, categories, enclosures, published, updated, "
    "deadline, deadline_at, deadline_text, event_date, amount, currency, municipality, nuts";
const char* const kContentValues = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

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
}

void bind_content(Query& query, const Item& item) {
  query.bind(item.url).bind(item.title).bind(item.summary).bind(item.text).bind(item.author);
  query.bind(item.language).bind(json_of(item.categories)).bind(json_of(item.enclosures));
  query.bind(item.published).bind(item.updated);
  bind_facts(query, item);
}

// Publishing dates and enclosures change under readers' hands without anything being announced.
bool is_edited(const Item& before, const Item& after) {
  return before.url != after.url || before.title != after.title ||
         before.summary != after.summary || before.text != after.text ||
         before.language != after.language || before.author != after.author ||
         before.categories != after.categories || before.deadline != after.deadline ||
         before.event_date != after.event_date || before.amount != after.amount;
}

bool is_new_version(const Item& before, const Item& after) {
  return before.deadline != after.deadline || before.event_date != after.event_date;
}

std::optional<Item> find_by_key(const SQLite::Database& database, const Item& item) {
  Query row(database,
            std::string("SELECT ") + kItemColumns + " FROM item WHERE source = ? AND key = ?");
  if (!row.bind(item.source).bind(item.key).step()) return std::nullopt;
  return read_item(row);
}

CaseId add_case(const SQLite::Database& database) {
  Query(database, "INSERT INTO cases DEFAULT VALUES").run();
  return CaseId{last_id(database)};
}

ItemId add(const SQLite::Database& database, const Item& item, Instant now) {
  const CaseId case_id = add_case(database);
  Query query(database, std::string("INSERT INTO item (source, case_id, key, first_seen, ") +
                            kContentColumns + ") VALUES (?, ?, ?, ?, " + kContentValues +
                            ") ON CONFLICT (source, key) DO NOTHING");
  query.bind(item.source).bind(case_id).bind(item.key).bind(now);
  bind_content(query, item);
  CHECK(query.run() == 1);  // looked up in this transaction: nobody else can have added it
  return ItemId{last_id(database)};
}

void replace(const SQLite::Database& database, const Item& before, const Item& after) {
  Query query(database, std::string("UPDATE item SET (") + kContentColumns + ") = (" +
                            kContentValues + ") WHERE id = ?");
  bind_content(query, after);
  query.bind(before.id).run();
  if (!is_new_version(before, after)) return;
  Query(database, "UPDATE cases SET version = version + 1 WHERE id = ?").bind(before.case_id).run();
}

// The items that come after (`first_seen`, `id`) in the order of arrival.
std::vector<Item> portion(const SQLite::Database& database, std::optional<SourceId> source,
                          Instant first_seen, ItemId id) {
  Query row(database, std::string("SELECT ") + kItemColumns + " FROM item WHERE " +
                          (source ? "source = ? AND " : "") +
                          "(first_seen, id) > (?, ?) ORDER BY first_seen, id LIMIT ?");
  if (source) row.bind(*source);
  row.bind(first_seen).bind(id).bind(kPortion);
  std::vector<Item> items;
  while (row.step()) items.push_back(read_item(row));
  return items;
}

}  // namespace

Stored Items::put(const Item& item, Instant now) {
  CHECK(!item.key.empty());
  Transaction transaction(database_);
  Stored stored;
  const std::optional<Item> before = find_by_key(database_, item);
  if (!before) {
    stored = {add(database_, item, now), Arrival::fresh};
  } else if (is_edited(*before, item)) {
    replace(database_, *before, item);
    stored = {before->id, Arrival::edited};
  } else {
    stored = {before->id, Arrival::unchanged};
  }
  transaction.commit();
  return stored;
}

std::optional<Item> Items::find(ItemId id) const {
  Query row(database_, std::string("SELECT ") + kItemColumns + " FROM item WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  return read_item(row);
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

std::int64_t Items::count() const { return number_of(database_, "SELECT count(*) FROM item"); }

}  // namespace fundwatch::store
