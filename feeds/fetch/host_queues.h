// feeds/fetch/host_queues.h — what waits to be asked in one round, a queue per host.
// Pure: told the time, never asks for it. A host is asked one thing at a time and at its pace, and
// hosts take turns, so that one with many sources does not keep the others waiting.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/hop.h"
#include "feeds/fetch/host_pace.h"
#include "feeds/fetch/proxy.h"

namespace fundwatch::feeds {

// A request on its way: where it stands and what it may still spend.
struct Errand {
  Request request;
  Hop hop;
  Route route = Route::unknown;           // of this hop
  int redirects = 0;                      // followed so far
  std::string moved_to;                   // where the permanent ones before any other lead
  std::string robots_of;                  // not empty: this asks for the robots.txt of this site
  std::chrono::milliseconds time_left{};  // for this hop and all later ones
};

class HostQueues {
 public:
  explicit HostQueues(HostPace& pace) : pace_(pace) {}

  // Behind the others of its host.
  void add(Errand errand);

  // The next errand whose host may be asked now; its host is busy until released. Nothing if there
  // is none.
  std::optional<Errand> take(Moment now);

  void release(const std::string& host, Moment now);

  // All that waits for this host, which it then no longer does.
  std::vector<Errand> take_all(const std::string& host);

  // When take() has something next, if nothing changes; nothing if no host that is free is waited
  // for.
  std::optional<Moment> next_turn() const;

  bool empty() const { return hosts_.empty(); }  // nothing waits and no host is busy

 private:
  // By the moment from which on the host may be asked; hosts with the same one in turn.
  using Turns = std::map<std::pair<Moment, std::uint64_t>, std::string>;
  struct Host {
    std::deque<Errand> waiting;
    bool is_busy = false;
    std::optional<Turns::iterator> turn;  // when it is waited for and not busy
  };

  void give_turn(const std::string& name, Host& host);

  HostPace& pace_;
  std::unordered_map<std::string, Host> hosts_;  // those that are busy or waited for
  Turns turns_;
  std::uint64_t turns_given_ = 0;
};

}  // namespace fundwatch::feeds
