#include "store/inbox.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/calendar.h"
#include "base/check.h"
#include "base/text.h"
#include "store/query.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

constexpr int kToCome = 0;
constexpr int kWithoutDay = 1;
constexpr int kOver = 2;

// Of cases without a day that have the words, so many numbers of cases are looked at first.
constexpr std::int64_t kNewestSearchedFirst = 30'000;

// The words as a query of FTS5: each begins a word of the text. Quotes make all of it text.
std::string search_of(const std::string& words) {
  std::string search;
  std::size_t count = 0;
  const std::string line = collapsed(words);
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty() || count++ == kSearchWordsMax) continue;
    search += search.empty() ? "\"" : " \"";
    for (const char c : word) search += c == '"' ? std::string("\"\"") : std::string(1, c);
    search += "\"*";
  }
  return search;
}

// Before the oldest case that waits, or closes on those days, nothing need be searched; what waits
// and what closes soon are few and new among all that was ever found.
std::string search_begin(const InboxFilter& filter) {
  if (filter.state == Review::none) {
    return " AND hit_words.rowid >= (SELECT min(case_id) FROM inbox WHERE state = 'none')";
  }
  if (!filter.closing) return "";
  return " AND hit_words.rowid >= (SELECT min(case_id) FROM inbox WHERE day BETWEEN ? AND ?)";
}

// Of the row itself, with their parameters in the same order.
std::string row_conditions(const InboxFilter& filter) {
  std::string sql;
  if (filter.state) sql += " AND state = ?";
  if (!filter.municipality.empty()) sql += " AND municipality = ?";
  return sql;
}

void bind_row_conditions(Query& query, const InboxFilter& filter) {
  if (filter.state) query.bind(word(*filter.state));
  if (!filter.municipality.empty()) query.bind(filter.municipality);
}

// All of them, and their parameters, in one order. Of what has words only the cases from
// `searched_from` on, if that is stated.
std::string conditions(const InboxFilter& filter, CaseId searched_from = {}) {
  std::string sql = row_conditions(filter);
  if (filter.profile) {
    sql +=
        " AND EXISTS (SELECT 1 FROM inbox_profile WHERE inbox_profile.case_id = inbox.case_id "
        "AND inbox_profile.profile = ?)";
  }
  if (!search_of(filter.words).empty()) {
    sql += " AND case_id IN (SELECT rowid FROM hit_words WHERE hit_words MATCH ?" +
           (searched_from == CaseId{} ? search_begin(filter) : " AND hit_words.rowid >= ?") + ")";
  }
  return sql;
}

void bind_conditions(Query& query, const InboxFilter& filter, CaseId searched_from = {}) {
  bind_row_conditions(query, filter);
  if (filter.profile) query.bind(*filter.profile);
  const std::string search = search_of(filter.words);
  if (search.empty()) return;
  query.bind(search);
  if (searched_from != CaseId{}) {
    query.bind(searched_from);
    return;
  }
  if (filter.state == Review::none || !filter.closing) return;
  query.bind(iso_day(filter.closing->first)).bind(iso_day(filter.closing->last));
}

// Those that have the words, whatever their day, from each to its row: no list is made of them,
// which takes twice as long where they are most of all.
std::int64_t count_with_words(const Connection& database, const InboxFilter& filter) {
  CHECK(!filter.closing);
  std::string sql = "SELECT count(*) FROM hit_words ";
  if (filter.profile) {
    sql +=
        "CROSS JOIN inbox_profile AS owner ON owner.case_id = hit_words.rowid AND owner.profile = "
        "? ";
  }
  sql += "CROSS JOIN inbox ON inbox.case_id = hit_words.rowid WHERE hit_words MATCH ?" +
         search_begin(filter) + row_conditions(filter);
  Query row(database, sql);
  if (filter.profile) row.bind(*filter.profile);
  row.bind(search_of(filter.words));
  bind_row_conditions(row, filter);
  row.step();
  return row.integer();
}

bool has_part(const InboxFilter& filter, int part) {
  if (filter.is_without_day) return part == kWithoutDay;
  if (filter.closing) return part == kToCome;
  return true;
}

// The days of a part, with two parameters each, and its order.
struct Part {
  const char* days;
  const char* after;
  const char* order;
};

constexpr std::array<Part, 3> kParts{
    {{"day BETWEEN ? AND ?", " AND (day, case_id) > (?, ?)", " ORDER BY day, case_id"},
     {"day >= ? AND day <= ?", " AND (day, case_id) < (?, ?)", " ORDER BY day DESC, case_id DESC"},
     {"day > ? AND day < ?", " AND (day, case_id) < (?, ?)", " ORDER BY day DESC, case_id DESC"}}};

void bind_days(Query& query, const InboxFilter& filter, int part) {
  const std::string today = iso_day(filter.today);
  switch (part) {
    case kToCome:
      query.bind(filter.closing ? iso_day(filter.closing->first) : today);
      query.bind(iso_day(filter.closing ? filter.closing->last : kLastDay));
      return;
    case kWithoutDay: query.bind(std::string()).bind(std::string()); return;
    default: query.bind(std::string()).bind(today);
  }
}

struct PartAsked {
  int part = kToCome;
  CaseId searched_from = {};  // as of conditions()
};

// At most so many of one part; the day of each.
std::vector<InboxPlace> places(const Connection& database, const InboxFilter& filter,
                               const PartAsked& asked, const std::optional<InboxPlace>& after,
                               std::size_t places_max) {
  const auto& [part, searched_from] = asked;
  const Part& how = kParts.at(static_cast<std::size_t>(part));
  const bool goes_on = after && after->part == part;
  Query row(database, std::string("SELECT day, case_id FROM inbox WHERE ") + how.days +
                          conditions(filter, searched_from) + (goes_on ? how.after : "") +
                          how.order + " LIMIT ?");
  bind_days(row, filter, part);
  bind_conditions(row, filter, searched_from);
  if (goes_on) row.bind(after->day).bind(after->case_id);
  row.bind(static_cast<std::int64_t>(places_max));
  std::vector<InboxPlace> found;
  while (row.step()) {
    std::string day = row.text();
    found.push_back({part, std::move(day), CaseId{row.integer()}});
  }
  return found;
}

std::int64_t newest_without_day(const Connection& database, std::optional<Review> state) {
  Query row(database, std::string("SELECT max(case_id) FROM inbox WHERE day = ''") +
                          (state ? " AND state = ?" : ""));
  if (state) row.bind(word(*state));
  row.step();
  return row.integer();
}

// What has no day goes by the case, the newest first: of the many that have a common word the
// newest mostly suffice.
std::vector<InboxPlace> places_without_day(const Connection& database, const InboxFilter& filter,
                                           const std::optional<InboxPlace>& after,
                                           std::size_t places_max) {
  const bool is_bounded = filter.state == Review::none;  // what waits is few
  if (!is_bounded && !search_of(filter.words).empty()) {
    const std::int64_t newest = after && after->part == kWithoutDay
                                    ? static_cast<std::int64_t>(after->case_id)
                                    : newest_without_day(database, filter.state);
    const CaseId from{std::max(std::int64_t{1}, newest - kNewestSearchedFirst)};
    auto found = places(database, filter, {kWithoutDay, from}, after, places_max);
    if (found.size() == places_max) return found;
  }
  return places(database, filter, {kWithoutDay}, after, places_max);
}

// What is to come is new among all that was ever found, as what closes on some days is.
std::vector<InboxPlace> places_to_come(const Connection& database, InboxFilter filter,
                                       const std::optional<InboxPlace>& after,
                                       std::size_t places_max) {
  if (!filter.closing) filter.closing = Days{filter.today, kLastDay};
  return places(database, filter, {kToCome}, after, places_max);
}

std::vector<InboxPlace> places_of(const Connection& database, const InboxFilter& filter, int part,
                                  const std::optional<InboxPlace>& after, std::size_t places_max) {
  switch (part) {
    case kToCome: return places_to_come(database, filter, after, places_max);
    case kWithoutDay: return places_without_day(database, filter, after, places_max);
    default: return places(database, filter, {part}, after, places_max);
  }
}

std::vector<CaseId> cases_on(Query& row, const Days& days, std::size_t cases_max) {
  row.bind(iso_day(days.first)).bind(iso_day(days.last));
  row.bind(static_cast<std::int64_t>(cases_max));
  std::vector<CaseId> cases;
  while (row.step()) cases.push_back(CaseId{row.integer()});
  return cases;
}

}  // namespace

InboxPage Inbox::page(const InboxFilter& filter, const std::optional<InboxPlace>& after,
                      std::size_t cases_max) const {
  std::vector<InboxPlace> found;
  for (int part = after ? after->part : kToCome; part <= kOver; ++part) {
    if (!has_part(filter, part)) continue;
    const std::size_t wanted = cases_max + 1 - found.size();
    if (wanted == 0) break;
    auto more = places_of(database_, filter, part, after, wanted);
    std::ranges::move(more, std::back_inserter(found));
  }
  InboxPage page;
  for (std::size_t i = 0; i < found.size() && i < cases_max; ++i) {
    page.cases.push_back(found[i].case_id);
  }
  if (found.size() > cases_max) page.next = found[cases_max - 1];
  return page;
}

std::int64_t Inbox::count(const InboxFilter& filter) const {
  const bool is_of_a_part = filter.closing || filter.is_without_day;
  if (!is_of_a_part && !search_of(filter.words).empty()) {
    return count_with_words(database_, filter);
  }
  const int part = filter.is_without_day ? kWithoutDay : kToCome;
  const char* days = is_of_a_part ? kParts.at(static_cast<std::size_t>(part)).days : "day >= ''";
  Query row(database_,
            std::string("SELECT count(*) FROM inbox WHERE ") + days + conditions(filter));
  if (is_of_a_part) bind_days(row, filter, part);
  bind_conditions(row, filter);
  row.step();
  return row.integer();
}

InboxCounts Inbox::counts() const {
  Query row(database_, "SELECT state, cases FROM inbox_count");
  InboxCounts counts;
  while (row.step()) {
    const Review state = review(row.text(), row.file());
    const std::int64_t count = row.integer();
    switch (state) {
      case Review::none: counts.waiting = count; break;
      case Review::kept: counts.kept = count; break;
      case Review::dismissed: counts.dismissed = count; break;
    }
  }
  return counts;
}

std::vector<std::string> Inbox::municipalities() const {
  // From each name to the next by the index: there are few names of many cases.
  Query row(database_,
            "WITH RECURSIVE place (state, name) AS ("
            "SELECT value, '' FROM json_each('[\"none\", \"kept\"]') UNION ALL "
            "SELECT state, (SELECT min(municipality) FROM inbox "
            "WHERE inbox.state = place.state AND municipality > place.name) "
            "FROM place WHERE name IS NOT NULL) "
            "SELECT DISTINCT name FROM place WHERE name <> '' ORDER BY name");
  std::vector<std::string> names;
  while (row.step()) names.push_back(row.text());
  return names;
}

std::vector<CaseId> Inbox::on_days(const Days& days, std::size_t cases_max) const {
  Query row(database_,
            "SELECT case_id FROM inbox WHERE day BETWEEN ? AND ? AND state <> 'dismissed' "
            "ORDER BY day, case_id LIMIT ?");
  return cases_on(row, days, cases_max);
}

std::vector<CaseId> Inbox::latest_on_days(const Days& days, std::size_t cases_max) const {
  Query row(database_,
            "SELECT case_id FROM inbox WHERE day BETWEEN ? AND ? AND state <> 'dismissed' "
            "ORDER BY day DESC, case_id DESC LIMIT ?");
  return cases_on(row, days, cases_max);
}

// By the index that begins with the state: no row is read.
std::int64_t Inbox::count_on_days(const Days& days) const {
  Query row(database_,
            "SELECT count(*) FROM inbox WHERE state IN ('none', 'kept') AND day BETWEEN ? AND ?");
  row.bind(iso_day(days.first)).bind(iso_day(days.last)).step();
  return row.integer();
}

}  // namespace fundwatch::store
