#include "store/mailboxes.h"

#include "store/query.h"

namespace fundwatch::store {

std::optional<MailboxPosition> Mailboxes::find(SourceId source) const {
  Query row(database_, "SELECT validity, last FROM mailbox_position WHERE source = ?");
  if (!row.bind(source).step()) return std::nullopt;
  const std::int64_t validity = row.integer();
  return MailboxPosition{validity, row.integer()};
}

void Mailboxes::put(SourceId source, const MailboxPosition& position) {
  Query(database_,
        "INSERT INTO mailbox_position (source, validity, last) VALUES (?, ?, ?) ON CONFLICT "
        "(source) DO UPDATE SET validity = excluded.validity, last = excluded.last")
      .bind(source)
      .bind(position.validity)
      .bind(position.last)
      .run();
}

}  // namespace fundwatch::store
