#include "store/editions.h"

#include "base/check.h"
#include "base/text.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

constexpr int kYear = 100;  // 202707 is week 7 of 2027

int number_of_week(const IsoWeek& week) { return week.year * kYear + week.week; }

Edition read_edition(Query& row) {
  Edition edition;
  const int number = row.number();
  edition.week = {number / kYear, number % kYear};
  edition.note = row.text();
  edition.is_held = row.flag();
  edition.days_earlier = row.number();
  return edition;
}

}  // namespace

Edition Editions::of(const IsoWeek& week) const {
  Query row(database_, "SELECT week, note, is_held, days_earlier FROM edition WHERE week = ?");
  if (!row.bind(number_of_week(week)).step()) return {week, {}, false, 0};
  return read_edition(row);
}

std::vector<Edition> Editions::since(const IsoWeek& week) const {
  Query row(database_,
            "SELECT week, note, is_held, days_earlier FROM edition WHERE week >= ? ORDER BY week");
  row.bind(number_of_week(week));
  std::vector<Edition> editions;
  while (row.step()) editions.push_back(read_edition(row));
  return editions;
}

void Editions::put(const Edition& edition) {
  Query(database_,
        "INSERT INTO edition (week, note, is_held, days_earlier) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (week) DO UPDATE SET (note, is_held, days_earlier) = "
        "(excluded.note, excluded.is_held, excluded.days_earlier)")
      .bind(number_of_week(edition.week))
      .bind(edition.note)
      .bind(edition.is_held)
      .bind(edition.days_earlier)
      .run();
}

void Editions::set_note(const IsoWeek& week, const std::string& note) {
  CHECK(utf8_length(note) <= kNoteCharactersMax);
  Edition edition = of(week);
  edition.note = note;
  put(edition);
}

void Editions::hold(const IsoWeek& week) {
  Edition edition = of(week);
  edition.is_held = true;
  edition.days_earlier = 0;
  put(edition);
}

void Editions::bring_forward(const IsoWeek& week, int days) {
  CHECK(days >= 1 && days <= kDaysEarlierMax);
  Edition edition = of(week);
  edition.is_held = false;
  edition.days_earlier = days;
  put(edition);
}

void Editions::resume(const IsoWeek& week) {
  Edition edition = of(week);
  edition.is_held = false;
  edition.days_earlier = 0;
  put(edition);
}

bool Editions::was_previewed(Instant weekly_moment) const {
  Query row(database_, "SELECT 1 FROM edition_preview WHERE weekly_moment = ?");
  return row.bind(weekly_moment).step();
}

void Editions::note_preview(Instant weekly_moment, Instant now) {
  Query(database_,
        "INSERT INTO edition_preview (weekly_moment, made_at) VALUES (?, ?) "
        "ON CONFLICT (weekly_moment) DO NOTHING")
      .bind(weekly_moment)
      .bind(now)
      .run();
}

std::optional<Instant> Editions::last_preview() const {
  Query row(database_, "SELECT max(made_at) FROM edition_preview");
  row.step();
  return row.maybe_instant();
}

}  // namespace fundwatch::store
