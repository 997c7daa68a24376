#include "store/sources.h"

#include "store/lists.h"
#include "store/query.h"
#include "store/revision.h"
#include "store/transaction.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

// What a person states about a source, in the order of these columns.
const std::string kStatedColumns =
    "name, url, kind, page_list, page_title, page_link, page_date, page_summary, linked_text, "
    "language, query, senders, interval_minutes, expected_minutes, paused, ca_file";
const std::string kStatedValues = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

// What attempts have found out, in the order of these columns.
const std::string kFoundColumns =
    "etag, last_modified, failures, error, failing_since, last_attempt, last_success, next_check, "
    "state, state_since, moved_to, move_sightings, move_since, move_is_known, newest_item, "
    "usual_gap_minutes, is_empty";
const std::string kFoundValues = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

const std::string kSelect = "SELECT id, " + kStatedColumns + ", " + kFoundColumns + " FROM source ";

std::optional<Move> read_move(Query& row) {
  Move move;
  move.url = row.text();
  move.sightings = row.number();
  move.since = row.instant();
  move.is_known = row.flag();
  return move.url.empty() ? std::nullopt : std::optional(std::move(move));
}

Health read_health(Query& row) {
  Health health;
  health.failures = row.number();
  health.error = row.text();
  health.failing_since = row.maybe_instant();
  health.last_attempt = row.maybe_instant();
  health.last_success = row.maybe_instant();
  health.next_check = row.instant();
  health.state = source_state(row.text(), row.file());
  health.since = row.instant();
  health.move = read_move(row);
  health.newest_item = row.maybe_instant();
  health.usual_gap = row.minutes();
  health.is_empty = row.flag();
  return health;
}

PageRule read_page_rule(Query& row) {
  PageRule rule;
  for (std::string* selector : {&rule.list, &rule.title, &rule.link, &rule.date, &rule.summary}) {
    *selector = row.text();
  }
  return rule;
}

Source read_source(Query& row) {
  Source source;
  source.id = SourceId{row.integer()};
  source.name = row.text();
  source.url = row.text();
  source.kind = source_kind(row.text(), row.file());
  source.page_rule = read_page_rule(row);
  source.linked_text = linked_text(row.text(), row.file());
  source.language = row.text();
  source.query = row.text();
  source.senders = words_of(row.text(), row.file());
  source.interval = row.minutes();
  source.expected_every = row.minutes();
  source.paused = row.flag();
  source.ca_file = row.text();
  source.validators.etag = row.text();
  source.validators.last_modified = row.text();
  source.health = read_health(row);
  return source;
}

std::vector<Source> read_all(Query& row) {
  std::vector<Source> sources;
  while (row.step()) sources.push_back(read_source(row));
  return sources;
}

std::optional<Source> read_one(Query& row) {
  if (!row.step()) return std::nullopt;
  return read_source(row);
}

void bind_stated(Query& query, const Source& source) {
  query.bind(source.name).bind(source.url).bind(word(source.kind));
  const PageRule& rule = source.page_rule;
  query.bind(rule.list).bind(rule.title).bind(rule.link).bind(rule.date).bind(rule.summary);
  query.bind(word(source.linked_text)).bind(source.language);
  query.bind(source.query).bind(json_of(source.senders));
  query.bind(source.interval).bind(source.expected_every).bind(source.paused).bind(source.ca_file);
}

void bind_found(Query& query, const Health& health, const Validators& validators) {
  query.bind(validators.etag).bind(validators.last_modified);
  query.bind(health.failures).bind(health.error).bind(health.failing_since);
  query.bind(health.last_attempt).bind(health.last_success).bind(health.next_check);
  query.bind(word(health.state)).bind(health.since);
  const Move move = health.move.value_or(Move{});
  query.bind(move.url).bind(move.sightings).bind(move.since).bind(move.is_known);
  query.bind(health.newest_item).bind(health.usual_gap).bind(health.is_empty);
}

SourceId insert(Connection& database, const Source& source) {
  Query query(database, "INSERT INTO source (" + kStatedColumns + ", " + kFoundColumns +
                            ") VALUES (" + kStatedValues + ", " + kFoundValues + ")");
  bind_stated(query, source);
  bind_found(query, source.health, source.validators);
  query.run();
  return SourceId{last_id(database)};
}

void update(Connection& database, SourceId id, const Source& source) {
  Query query(database,
              "UPDATE source SET (" + kStatedColumns + ") = (" + kStatedValues + ") WHERE id = ?");
  bind_stated(query, source);
  query.bind(id).run();
}

void start_anew(Connection& database, SourceId id) {
  Query(database,
        "UPDATE source SET etag = '', last_modified = '', next_check = 0, failures = 0, "
        "failing_since = NULL, last_success = NULL, moved_to = '' WHERE id = ?")
      .bind(id)
      .run();
  for (const char* table : {"watched_page", "mailbox_position"}) {
    Query(database, std::string("DELETE FROM ") + table + " WHERE source = ?").bind(id).run();
  }
}

void forget_next_check(Connection& database, SourceId id) {
  Query(database, "UPDATE source SET next_check = 0 WHERE id = ?").bind(id).run();
}

SourceId insert_or_update(Connection& database, const std::optional<Source>& old,
                          const Source& source) {
  if (!old) return insert(database, source);
  update(database, old->id, source);
  if (!is_asked_alike(*old, source)) {
    start_anew(database, old->id);
  }
  if (old->ca_file != source.ca_file) forget_next_check(database, old->id);
  return old->id;
}

}  // namespace

bool is_asked_alike(const Source& a, const Source& b) {
  return a.url == b.url && a.kind == b.kind && a.page_rule == b.page_rule && a.query == b.query &&
         a.senders == b.senders;
}

std::vector<Source> Sources::all() const {
  Query row(database_, kSelect + "ORDER BY name COLLATE NOCASE, name");
  return read_all(row);
}

std::optional<Source> Sources::find(SourceId id) const {
  Query row(database_, kSelect + "WHERE id = ?");
  return read_one(row.bind(id));
}

std::optional<Source> Sources::find(const std::string& name) const {
  Query row(database_, kSelect + "WHERE name = ?");
  return read_one(row.bind(name));
}

std::vector<Source> Sources::due(Instant now) const {
  Query row(database_, kSelect + "WHERE paused = 0 AND next_check <= ? ORDER BY next_check, id");
  return read_all(row.bind(now));
}

std::vector<Source> Sources::not_ok() const {
  Query row(database_, kSelect + "WHERE state <> 'ok' ORDER BY name COLLATE NOCASE, name");
  return read_all(row);
}

std::optional<Instant> Sources::next_check() const {
  Query row(database_, "SELECT min(next_check) FROM source WHERE paused = 0");
  row.step();
  return row.maybe_instant();
}

SourceId Sources::save(const Source& source) {
  Transaction transaction(database_);
  const SourceId id = insert_or_update(database_, find(source.name), source);
  raise_revision(database_);
  transaction.commit();
  return id;
}

void Sources::change(const Source& source) {
  Transaction transaction(database_);
  insert_or_update(database_, find(source.id), source);
  raise_revision(database_);
  transaction.commit();
}

void Sources::make_due(SourceId id, Instant now) {
  Transaction transaction(database_);
  Query(database_, "UPDATE source SET next_check = ? WHERE id = ?").bind(now).bind(id).run();
  raise_revision(database_);
  transaction.commit();
}

bool Sources::remove(SourceId id) {
  Transaction transaction(database_);
  Query(database_,
        "DELETE FROM cases WHERE id IN (SELECT case_id FROM item WHERE source = ?) AND NOT EXISTS "
        "(SELECT 1 FROM item WHERE item.case_id = cases.id AND item.source <> ?)")
      .bind(id)
      .bind(id)
      .run();
  if (Query(database_, "DELETE FROM source WHERE id = ?").bind(id).run() == 0) return false;
  raise_revision(database_);
  transaction.commit();
  return true;
}

void Sources::record(SourceId id, const Health& health, const Validators& validators) {
  Query query(database_,
              "UPDATE source SET (" + kFoundColumns + ") = (" + kFoundValues + ") WHERE id = ?");
  bind_found(query, health, validators);
  query.bind(id).run();
}

void Sources::set_url(SourceId id, const std::string& url) {
  Transaction transaction(database_);
  Query(database_, "UPDATE source SET url = ?, etag = '', last_modified = '' WHERE id = ?")
      .bind(url)
      .bind(id)
      .run();
  raise_revision(database_);
  transaction.commit();
}

int Sources::item_count(SourceId id) const {
  Query row(database_, "SELECT items FROM item_count WHERE source = ?");
  return row.bind(id).step() ? row.number() : 0;
}

int Sources::item_count(SourceId id, Instant since) const {
  Query row(database_, "SELECT count(*) FROM item WHERE source = ? AND first_seen >= ?");
  row.bind(id).bind(since).step();
  return row.number();
}

}  // namespace fundwatch::store
