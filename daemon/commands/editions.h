// daemon/commands/editions.h — `fundwatch digest note|hold|earlier|resume|weeks`: what the
// coordinator wants of one week's mail. What that means is store/weekly_rounds.h.
#pragma once

#include "base/calendar.h"
#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class EditionCommands {
 public:
  // Below `digest`, which outlives it.
  EditionCommands(CLI::App& digest, const Context& context);

 private:
  void note() const;
  void hold() const;
  void earlier() const;
  void resume() const;
  void weeks() const;

  IsoWeek week_of(const config::Config& config) const;

  const Context& context_;
  std::string week_;
  std::string text_;
  int days_ = 0;
};

}  // namespace fundwatch::daemon
