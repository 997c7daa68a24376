#include "daemon/home_county.h"

#include <algorithm>
#include <string_view>

#include "feeds/facts/limits.h"
#include "feeds/facts/reservation.h"

namespace fundwatch::daemon {
namespace {

bool can_be_applied_for(const Item& item) {
  return !item.event_date &&
         (item.status == CallStatus::open || item.status == CallStatus::forthcoming ||
          item.status == CallStatus::extended);
}

}  // namespace

bool HomeCounty::is_outside(const Item& item) const {
  if (county_ == nullptr) return false;
  std::vector<std::string> places = item.place.nuts;
  if (can_be_applied_for(item)) {
    const feeds::ItemWords words(item);
    if (!item.notice && !feeds::is_procurement(words)) places = feeds::find_limits(words);
  }
  return !places.empty() &&
         std::ranges::none_of(places, [this](const std::string& nuts) { return is_home(nuts); });
}

// "SE" and "SE31" hold the county, too.
bool HomeCounty::is_home(const std::string& nuts) const {
  return nuts.starts_with(county_->nuts) || county_->nuts.starts_with(nuts);
}

}  // namespace fundwatch::daemon
