// mailbox/batch.h — mails that were taken out of a mailbox, whatever kind of one, and where reading
// goes on. Mailboxes are only read: nothing in them is marked, moved or deleted. What the mails say
// is for others: this folder knows their bytes alone.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"

namespace fundwatch::mailbox {

// Up to where a mailbox was read, in its own counting; meaningless for any other.
struct Position {
  std::int64_t validity = 0;  // of the counting: another one means that it has begun anew
  std::int64_t last = 0;      // the last message; 0: none yet
  bool operator==(const Position&) const = default;
};

struct Wanted {
  Position from;                               // what comes after it
  Instant since{};                             // of a mailbox that was never read: no older mails
  std::size_t messages_max = 200;              // the others are for the next time
  std::size_t message_bytes_max = 10'000'000;  // a larger one is passed over
  bool is_room_asked = false;                  // whether the mailbox is nearly full is a problem
};

struct Batch {
  std::vector<std::string> messages;  // each one's bytes (RFC 5322), the oldest first
  std::vector<std::string> problems;  // what was passed over, in words
  Position position;                  // after them
};

}  // namespace fundwatch::mailbox
