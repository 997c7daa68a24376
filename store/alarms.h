// store/alarms.h — what the coordinator has been told of sources in trouble: the ledger that makes
// each mail of it be made once. Written in the transaction that puts the mail into the outbox.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct Alarm {
  SourceId source{};
  SourceState state = SourceState::failing;  // the worst that was told
  Instant told_at{};                         // by the last mail that named it
  std::optional<Instant> cleared_at;         // when it was told that all is well again
  bool is_flapping = false;                  // it was well and in trouble again within days
  bool operator==(const Alarm&) const = default;
};

class Alarms {
 public:
  explicit Alarms(Connection& database) : database_(database) {}

  // By source.
  std::vector<Alarm> all() const;

  // Adds it, or replaces the one of the same source.
  void put(const Alarm& alarm);
  void remove(SourceId source);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
