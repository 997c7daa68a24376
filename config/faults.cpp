#include "config/faults.h"

#include <algorithm>

namespace fundwatch::config {

Error Faults::error() const {
  std::vector<Fault> sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Fault& a, const Fault& b) { return a.line < b.line; });
  const std::size_t shown = std::min(sorted.size(), kFaultsShownMax);
  std::string message;
  for (std::size_t i = 0; i < shown; ++i) {
    message += (i == 0 ? "" : "\n") + name_ + ":" + std::to_string(sorted[i].line) + ": " +
               sorted[i].words;
  }
  if (shown < sorted.size()) {
    message +=
        "\n" + name_ + ": " + std::to_string(sorted.size() - shown) + " more; mend these first";
  }
  return {Stage::config, message};
}

}  // namespace fundwatch::config
