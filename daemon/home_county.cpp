#include "daemon/home_county.h"

#include <algorithm>
#include <string_view>

#include "feeds/facts/item_words.h"
#include "feeds/facts/municipalities.h"
#include "feeds/facts/neighbours.h"
#include "feeds/facts/reservation.h"

namespace fundwatch::daemon {
namespace {

bool can_be_applied_for(const Item& item) {
  return !item.event_date &&
         (item.status == CallStatus::open || item.status == CallStatus::forthcoming ||
          item.status == CallStatus::extended);
}

// Those that the reach is narrowed to; empty if it is not.
std::vector<std::string> municipalities_of(const Subscriber& subscriber) {
  std::vector<std::string> names;
  if (subscriber.reach == Reach::neighbours) {
    const auto neighbours = feeds::neighbours_of(subscriber.municipality);
    names.assign(neighbours.begin(), neighbours.end());
  }
  const bool is_narrow =
      subscriber.reach == Reach::municipality || subscriber.reach == Reach::neighbours;
  if (is_narrow) names.push_back(subscriber.municipality);
  return names;
}

}  // namespace

HomeCounty HomeCounty::of(const Subscriber& subscriber, const County* installation) {
  const auto all = feeds::municipalities();
  const auto own = std::ranges::find(all, subscriber.municipality, &feeds::Municipality::name);
  if (subscriber.reach == Reach::everywhere || own == all.end()) return HomeCounty(installation);
  return HomeCounty(&feeds::county_of(*own), municipalities_of(subscriber));
}

bool HomeCounty::is_outside(const Item& item) const {
  if (county_ == nullptr) return false;
  std::vector<std::string> places = item.place.nuts;
  bool is_bound = true;  // to where it is announced
  if (can_be_applied_for(item)) {
    is_bound = item.notice || feeds::is_procurement(feeds::ItemWords(item));
    if (!is_bound) places = item.limited_to;
  }
  const std::string& municipality = item.place.municipality;
  if (is_bound && !municipalities_.empty() && !municipality.empty()) {
    return std::ranges::find(municipalities_, municipality) == municipalities_.end();
  }
  return !places.empty() && std::ranges::none_of(places, [this](const std::string& nuts) {
    return may_meet(nuts, county_->nuts);
  });
}

}  // namespace fundwatch::daemon
