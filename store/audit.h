// store/audit.h — who changed what and when: rows are only ever added, and removed when they are
// too old. Written in the transaction of the change. No secret stands in it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

inline constexpr std::chrono::days kAuditKept{2 * 365};
inline constexpr std::size_t kAuditDetailBytesMax = 4000;  // what is longer is cut

struct AuditEntry {
  std::int64_t id = 0;
  Instant at{};
  std::string account;  // its address; "" is the service itself
  std::string action;   // "source.add"
  std::string subject;  // "Region Gävleborg"
  std::string detail;
  bool operator==(const AuditEntry&) const = default;
};

class Audit {
 public:
  explicit Audit(Connection& database) : database_(database) {}

  // Also forgets what is older than kAuditKept.
  void add(const AuditEntry& entry);

  // How often that account has done that from then on.
  std::int64_t count(const std::string& account, const std::string& action, Instant since) const;

  // Newest first, those before the one with id `before`; 0: from the newest on.
  std::vector<AuditEntry> page(std::int64_t before, std::size_t entries_max) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
