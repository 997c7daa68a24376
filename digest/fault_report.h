// digest/fault_report.h — the mail to the coordinator about sources in trouble and those whose
// address was changed, as words: plain
// text (72 columns) and HTML. Pure. Says of each what is wrong, since when, and what to do.
#pragma once

#include <string>
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
  // Whose address was changed because their server redirects for good.
  struct Moved {
    Source source;
    std::string from;
  };
  std::vector<Moved> moved;
  int well = 0;  // the others
  Instant now{};
};

Rendering render(const FaultReport& report, const config::Config& config, const Calendar& calendar,
                 Mode mode);

}  // namespace fundwatch::digest
