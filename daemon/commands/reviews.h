// daemon/commands/reviews.h — `fundwatch hit keep|dismiss|undo`: what people say of hits, which the
// precision of profiles is made of (daemon/commands/precision.h). A dismissed hit is in no digest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class ReviewCommands {
 public:
  // Joins the commands of `hit`, which is there already (daemon/commands/lists.h).
  ReviewCommands(CLI::App& app, const Context& context);

 private:
  void review(Review review) const;

  const Context& context_;
  std::vector<std::int64_t> hits_;
  std::string note_;
};

}  // namespace fundwatch::daemon
