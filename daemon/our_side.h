// daemon/our_side.h — whether what kept sources from being read is on our side: the network, or the
// TLS trust of this machine. Then none of them is blamed, all are asked again soon, and the
// sysadmin is told (troubles.h). A round of fetching is judged when it is over, because one answer
// shows that our side is well.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "daemon/parts.h"
#include "daemon/reach.h"
#include "daemon/troubles.h"
#include "daemon/visit.h"

namespace fundwatch::daemon {

class OurSide {
 public:
  OurSide(const Parts& parts, const Calendar& calendar) : parts_(parts), calendar_(calendar) {}

  // Takes note of an answer of this round.
  void hear(const feeds::Answer& answer);

  // Whether the visit is kept as a suspect, which may have failed through us: not to be acted on
  // yet.
  bool keeps(const Visit& visit);

  // The round is over. The suspects that failed through themselves.
  std::vector<Visit> judge_round();

  bool is_down() const;

  // When sources are to be asked again at the earliest; nothing unless our side is down.
  std::optional<Instant> next_try() const;

 private:
  struct Side {
    Trouble trouble;
    std::string is_down;  // in words, with what to do
    std::string is_well;  // again
    Reach reach{};
    bool is_proven_well = false;  // in this round
    bool is_proven_down = false;
    std::vector<Visit> suspects{};
  };

  void judge(Side& side);

  const Parts& parts_;
  const Calendar& calendar_;
  Side network_{Trouble::network,
                "no source can be reached: check the network and the name server of this machine",
                "sources answer again; the network had been down"};
  Side trust_{Trouble::trust,
              "no source's TLS certificate can be accepted: check the system's certificates "
              "(package ca-certificates), fetch.ca_file, and whether something between here and "
              "the internet signs with an authority of its own",
              "TLS certificates are accepted again; none had been"};
};

}  // namespace fundwatch::daemon
