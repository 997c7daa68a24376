// web/follow_up_count.h — what the store knows of outcomes, counted by digest/follow_up.h.
#pragma once

#include "digest/follow_up.h"
#include "store/store.h"

namespace fundwatch::web {

digest::FollowUp follow_up_of(const store::Store& store, const digest::ReportPeriod& period,
                              const Calendar& calendar);

}  // namespace fundwatch::web
