#include "store/personal_data.h"

#include <array>

#include "store/query.h"

namespace fundwatch::store {
namespace {

struct Part {
  const char* table;
  const char* rows;  // one JSON object a row, of the subscriber that is asked for
};

// Instants are told as people write them.
constexpr std::array<Part, 11> kParts{{
    {"subscriber",
     "SELECT json_object('email', email, 'name', name, 'organisation', organisation, "
     "'municipality', municipality, 'reach', reach, 'language', language, 'weekday', weekday, "
     "'time_of_day', time_of_day, 'paused', paused, 'empty_weeks', empty_weeks, "
     "'consented_at', datetime(consented_at, 'unixepoch'), "
     "'asked_at', datetime(asked_at, 'unixepoch'), 'since', datetime(since, 'unixepoch'), "
     "'next_digest', datetime(next_digest, 'unixepoch'), 'refusals', refusals) "
     "FROM subscriber WHERE id = ?"},
    {"subscriber_profile",
     "SELECT json_object('profile', profile.name) FROM subscriber_profile "
     "JOIN profile ON profile.id = subscriber_profile.profile WHERE subscriber = ?"},
    {"answer",
     "SELECT json_object('case', case_id, 'title', "
     "(SELECT title FROM item WHERE item.case_id = answer.case_id ORDER BY id LIMIT 1), "
     "'kind', kind, 'amount', amount, 'at', datetime(at, 'unixepoch')) "
     "FROM answer WHERE subscriber = ? ORDER BY at"},
    {"answer_step",
     "SELECT json_object('case', case_id, 'kind', kind, 'amount', amount, "
     "'at', datetime(at, 'unixepoch'), 'municipality', municipality) "
     "FROM answer_step WHERE subscriber = ? ORDER BY id"},
    {"digest",
     "SELECT json_object('message_id', message_id, "
     "'composed_at', datetime(composed_at, 'unixepoch')) "
     "FROM digest WHERE subscriber = ? ORDER BY id"},
    {"ledger",
     "SELECT json_object('case', case_id, 'version', version) FROM ledger WHERE subscriber = ?"},
    {"mail",
     "SELECT json_object('message_id', message_id, 'recipient', recipient, 'subject', subject, "
     "'state', state, 'answer', answer, 'made_at', datetime(made_at, 'unixepoch'), "
     "'done_at', datetime(done_at, 'unixepoch'), 'bytes', bytes) "
     "FROM mail WHERE subscriber = ? ORDER BY id"},
    {"mail_return",
     "SELECT json_object('message_id', mail.message_id, 'status', status, 'words', words, "
     "'at', datetime(at, 'unixepoch')) FROM mail_return "
     "JOIN mail ON mail.id = mail_return.mail WHERE mail.subscriber = ?"},
    {"reminder",
     "SELECT json_object('case', case_id, 'due', due, 'kind', kind, "
     "'at', datetime(at, 'unixepoch')) FROM reminder WHERE subscriber = ?"},
    {"reminder_moment",
     "SELECT json_object('next', datetime(next, 'unixepoch')) FROM reminder_moment "
     "WHERE subscriber = ?"},
    {"dead_address",
     "SELECT json_object('since', datetime(since, 'unixepoch'), 'words', words) "
     "FROM dead_address WHERE subscriber = ?"},
}};

}  // namespace

std::vector<PersonalTable> PersonalData::of(SubscriberId subscriber) const {
  std::vector<PersonalTable> tables;
  for (const Part& part : kParts) {
    Query row(database_, part.rows);
    row.bind(subscriber);
    PersonalTable table{part.table, {}};
    while (row.step()) table.rows.push_back(row.text());
    tables.push_back(std::move(table));
  }
  return tables;
}

std::vector<std::string> PersonalData::tables() {
  std::vector<std::string> names;
  for (const Part& part : kParts) names.emplace_back(part.table);
  return names;
}

}  // namespace fundwatch::store
