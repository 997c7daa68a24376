// web/tune_json.h — what a changed profile would gain and lose, as `fundwatch tune` and the API say
// it. The shape is a contract (README § Commands).
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <string>

#include "matchers/tune.h"
#include "store/store.h"

namespace fundwatch::web {

// {"id","key","title","url","source","first_seen"}
boost::json::object item_in_short(const Item& item, const std::string& source);

// Rounded to hundredths.
double per_week(std::size_t hits, double weeks);

// What was found out, and over how many weeks.
struct TuneFindings {
  const matchers::Effect& effect;
  double weeks = 1;
  std::size_t items_max = 0;  // so many of the gained and of the lost are listed
};

// {"gained","lost","gained_count","lost_count","kept","per_week","per_term"}.
boost::json::object tune_json(const TuneFindings& findings, const Profile& changed,
                              const store::Store& store);

}  // namespace fundwatch::web
