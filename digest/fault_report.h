// digest/fault_report.h — the mail to the coordinator about sources in trouble, as words: plain
// text (72 columns) and HTML. Pure. Says of each what is wrong, since when, and what to do.
#pragma once

#include <vector>

#include "digest/render.h"

namespace fundwatch::digest {

// How many sources one mail describes; more are counted.
constexpr std::size_t kFaultsShownMax = 50;

struct FaultReport {
  enum class Occasion { news, reminder };
  Occasion occasion = Occasion::news;
  std::vector<Source> faults;  // in the order of the mail
  std::vector<Source> solved;
  int well = 0;  // the others
  Instant now{};
};

Rendering render(const FaultReport& report, const config::Config& config, const Calendar& calendar,
                 Mode mode);

}  // namespace fundwatch::digest
