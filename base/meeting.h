// base/meeting.h — a meeting of the network's own, as its coordinator enters it: beside what
// sources announce it needs no profile and no hit, and is everybody's. A plain value.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/clock.h"

namespace fundwatch {

enum class MeetingId : std::int64_t {};

// Of a meeting's title, and of its place.
inline constexpr std::size_t kMeetingTextCharactersMax = 200;
inline constexpr std::chrono::minutes kMeetingLengthMax{7 * 24 * 60};

struct Meeting {
  MeetingId id{};
  std::string title;  // one line, never empty
  Instant starts{};
  std::chrono::minutes length{60};
  std::string place;  // "Folkets hus, Bollnäs"; empty: not said
  std::string link;   // http(s), or empty
  int sequence = 0;   // rises with every change
  bool is_cancelled = false;
  Instant changed_at{};
  bool operator==(const Meeting&) const = default;
};

}  // namespace fundwatch
