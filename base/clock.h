// base/clock.h — the one way to ask what time it is.
// Everything that needs the time takes a Clock& or a `now` argument, so that tests play a year in
// milliseconds. Only base/clock.cpp reads the machine's clock.
#pragma once

#include <chrono>

namespace fundwatch {

// Instants are whole seconds of UTC; local time exists only in base/calendar.h.
using Instant = std::chrono::sys_seconds;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// The machine's own clock.
class SystemClock : public Clock {
 public:
  Instant now() const override;
};

}  // namespace fundwatch
