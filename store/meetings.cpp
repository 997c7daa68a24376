#include "store/meetings.h"

#include "store/query.h"

namespace fundwatch::store {
namespace {

const char* const kSelect =
    "SELECT id, title, starts, length_minutes, place, link, sequence, is_cancelled, changed_at "
    "FROM meeting ";

Meeting read_meeting(Query& row) {
  Meeting meeting;
  meeting.id = MeetingId{row.integer()};
  meeting.title = row.text();
  meeting.starts = row.instant();
  meeting.length = row.minutes();
  meeting.place = row.text();
  meeting.link = row.text();
  meeting.sequence = row.number();
  meeting.is_cancelled = row.flag();
  meeting.changed_at = row.instant();
  return meeting;
}

std::int64_t number(MeetingId id) { return static_cast<std::int64_t>(id); }

}  // namespace

MeetingId Meetings::add(const Meeting& meeting, Instant now) {
  Query query(database_,
              "INSERT INTO meeting (title, starts, length_minutes, place, link, sequence, "
              "is_cancelled, changed_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?)");
  query.bind(meeting.title).bind(meeting.starts).bind(meeting.length).bind(meeting.place);
  query.bind(meeting.link).bind(now).run();
  return MeetingId{last_id(database_)};
}

bool Meetings::edit(const Meeting& meeting, Instant now) {
  const auto before = find(meeting.id);
  if (!before) return false;
  Meeting after = meeting;
  after.sequence = before->sequence;
  after.changed_at = before->changed_at;
  if (after == *before) return true;
  Query query(database_,
              "UPDATE meeting SET (title, starts, length_minutes, place, link, is_cancelled, "
              "sequence, changed_at) = (?, ?, ?, ?, ?, ?, sequence + 1, ?) WHERE id = ?");
  query.bind(meeting.title).bind(meeting.starts).bind(meeting.length).bind(meeting.place);
  query.bind(meeting.link).bind(meeting.is_cancelled).bind(now).bind(number(meeting.id));
  return query.run() == 1;
}

bool Meetings::cancel(MeetingId id, Instant now) {
  Query query(database_,
              "UPDATE meeting SET is_cancelled = 1, sequence = sequence + 1, changed_at = ? "
              "WHERE id = ? AND is_cancelled = 0");
  return query.bind(now).bind(number(id)).run() == 1;
}

std::optional<Meeting> Meetings::find(MeetingId id) const {
  Query row(database_, std::string(kSelect) + "WHERE id = ?");
  if (!row.bind(number(id)).step()) return std::nullopt;
  return read_meeting(row);
}

std::vector<Meeting> Meetings::since(Instant from) const {
  Query row(database_, std::string(kSelect) + "WHERE starts >= ? ORDER BY starts, id");
  row.bind(from);
  std::vector<Meeting> meetings;
  while (row.step()) meetings.push_back(read_meeting(row));
  return meetings;
}

}  // namespace fundwatch::store
