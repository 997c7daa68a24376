// store/meetings.h — the network's own meetings. A meeting that is called off stays, so that
// readers and their calendars learn of it.
#pragma once

#include <optional>
#include <vector>

#include "base/meeting.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Meetings {
 public:
  explicit Meetings(Connection& database) : database_(database) {}

  // Its id is given; its sequence begins at 0.
  MeetingId add(const Meeting& meeting, Instant now);

  // What people state of it; the sequence rises if anything is another. False if there is none.
  bool edit(const Meeting& meeting, Instant now);

  // Called off. False if there is none, or it was called off before.
  bool cancel(MeetingId id, Instant now);

  std::optional<Meeting> find(MeetingId id) const;

  // Those that begin at `from` or later, the soonest first, called off ones too.
  std::vector<Meeting> since(Instant from) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
