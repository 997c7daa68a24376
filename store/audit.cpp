#include "store/audit.h"

#include <limits>

#include "base/text.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {

void Audit::add(const AuditEntry& entry) {
  Transaction transaction(database_);
  Query(database_,
        "INSERT INTO audit (at, account, action, subject, detail) VALUES (?, ?, ?, ?, ?)")
      .bind(entry.at)
      .bind(entry.account)
      .bind(entry.action)
      .bind(std::string(utf8_prefix(entry.subject, kAuditDetailBytesMax)))
      .bind(std::string(utf8_prefix(entry.detail, kAuditDetailBytesMax)))
      .run();
  Query(database_, "DELETE FROM audit WHERE at < ?").bind(entry.at - kAuditKept).run();
  transaction.commit();
}

std::int64_t Audit::count(const std::string& account, const std::string& action,
                          Instant since) const {
  Query row(database_, "SELECT count(*) FROM audit WHERE at >= ? AND account = ? AND action = ?");
  row.bind(since).bind(account).bind(action).step();
  return row.integer();
}

std::vector<AuditEntry> Audit::page(std::int64_t before, std::size_t entries_max) const {
  Query row(database_,
            "SELECT id, at, account, action, subject, detail FROM audit WHERE id < ? "
            "ORDER BY id DESC LIMIT ?");
  row.bind(before == 0 ? std::numeric_limits<std::int64_t>::max() : before)
      .bind(static_cast<std::int64_t>(entries_max));
  std::vector<AuditEntry> entries;
  while (row.step()) {
    AuditEntry entry;
    entry.id = row.integer();
    entry.at = row.instant();
    entry.account = row.text();
    entry.action = row.text();
    entry.subject = row.text();
    entry.detail = row.text();
    entries.push_back(entry);
  }
  return entries;
}

}  // namespace fundwatch::store
