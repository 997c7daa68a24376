// store/inbox.h — the cases with hits as the coordinator goes through them: what closes next first,
// then what has no day, the newest first, then what is over, the last first.
// Read only: what people say of hits is store/reviews.h. Answers pages by where the one before
// ended, so that the thousandth is as quick as the first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Of what people search for; the words beyond are left out.
inline constexpr std::size_t kSearchWordsMax = 8;

// Both ends belong to it.
struct Days {
  Day first{};
  Day last{};
};

// Which cases. What is absent or empty asks for nothing.
struct InboxFilter {
  Day today{};
  std::optional<Review> state;  // none: still waiting; kept: any hit of it was
  std::optional<ProfileId> profile;
  std::optional<Days> closing;  // their day is one of these
  bool is_without_day = false;
  std::string municipality;  // of the item that speaks
  std::string words;         // that all begin words of its items
};

// Where a page of the inbox ended.
struct InboxPlace {
  int part = 0;  // 0: with a day to come, 1: without one, 2: over
  std::string day;
  CaseId case_id{};
};

struct InboxPage {
  std::vector<CaseId> cases;
  std::optional<InboxPlace> next;  // nothing: it was the last page
};

struct InboxCounts {
  std::int64_t waiting = 0;
  std::int64_t kept = 0;
  std::int64_t dismissed = 0;
  std::int64_t all() const { return waiting + kept + dismissed; }
};

class Inbox {
 public:
  explicit Inbox(Connection& database) : database_(database) {}

  // At most `cases_max`, after `after` or from the beginning.
  InboxPage page(const InboxFilter& filter, const std::optional<InboxPlace>& after,
                 std::size_t cases_max) const;
  std::int64_t count(const InboxFilter& filter) const;

  // Of all, whatever the filter.
  InboxCounts counts() const;

  // Of all cases that are not over, in alphabetical order of bytes.
  std::vector<std::string> municipalities() const;

  // Kept cases, or waiting ones too, whose day is one of these: the earliest first.
  std::vector<CaseId> on_days(const Days& days, std::size_t cases_max) const;
  // The same, the latest first.
  std::vector<CaseId> latest_on_days(const Days& days, std::size_t cases_max) const;
  // How many there are.
  std::int64_t count_on_days(const Days& days) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
