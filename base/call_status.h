// base/call_status.h — what the status of a call means for whoever would apply. Pure.
#pragma once

#include "base/model.h"

namespace fundwatch {

// Whether there is nothing to apply for: who got it is known, it was called off, or it is closed.
constexpr bool is_over(CallStatus status) {
  return status == CallStatus::results || status == CallStatus::cancelled ||
         status == CallStatus::closed;
}

}  // namespace fundwatch
