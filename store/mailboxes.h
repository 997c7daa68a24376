// store/mailboxes.h — up to where each mailbox that is a source was read.
#pragma once

#include <cstdint>
#include <optional>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

struct MailboxPosition {
  std::int64_t validity = 0;  // of the mailbox's own counting
  std::int64_t last = 0;
  bool operator==(const MailboxPosition&) const = default;
};

class Mailboxes {
 public:
  explicit Mailboxes(Connection& database) : database_(database) {}

  // Nothing if it was never read, or is another one since.
  std::optional<MailboxPosition> find(SourceId source) const;
  void put(SourceId source, const MailboxPosition& position);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
