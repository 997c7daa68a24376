#include "daemon/visit.h"

#include <utility>

namespace fundwatch::daemon {

Visit visit_of(feeds::Inquiry inquiry) {
  auto reading = inquiry.take_reading();
  auto items = reading ? Result(std::move(reading->items)) : reading.error();
  return {inquiry.source(), inquiry.answer(), std::move(items)};
}

}  // namespace fundwatch::daemon
