#include "daemon/reader_links.h"

#include "web/addresses.h"

namespace fundwatch::daemon {

std::string ReaderLinks::of(digest::LinkPurpose purpose, CaseId case_id) const {
  if (reader_ == SubscriberId{}) return {};
  return web::address_of({purpose, reader_, case_id, now_}, keys_, config_.web.public_url);
}

std::string ReaderLinks::calendar() const {
  const std::string address = of(digest::LinkPurpose::calendar, {});
  return address.empty() ? address : address + std::string(web::kCalendarEnding);
}

}  // namespace fundwatch::daemon
