// feeds/fetch/host_queues.h — what waits to be asked, a queue per host.
// Pure. A host is asked one thing at a time, and hosts take turns, so that one with many sources
// does not keep the others waiting.
#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/hop.h"

namespace fundwatch::feeds {

// A request on its way: where it stands and what it may still spend.
struct Errand {
  Request request;
  Hop hop;
  int redirects = 0;                      // followed so far
  std::chrono::milliseconds time_left{};  // for this hop and all later ones
};

class HostQueues {
 public:
  // Behind the others of its host.
  void add(Errand errand);

  // The next errand whose host is free; its host is busy until released. Nothing if there is none.
  std::optional<Errand> take();

  void release(const std::string& host);

  bool empty() const { return hosts_.empty(); }  // nothing waits and no host is busy

 private:
  struct Host {
    std::deque<Errand> waiting;
    bool is_busy = false;
  };
  std::unordered_map<std::string, Host> hosts_;  // those that are busy or waited for
  std::deque<std::string> free_;                 // those that are waited for and not busy, in turn
};

}  // namespace fundwatch::feeds
