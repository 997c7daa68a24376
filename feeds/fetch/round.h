// feeds/fetch/round.h — one round of fetching: what waits, what is under way, what was answered.
// Belongs to curl_fetcher.h, which keeps the engine from one round to the next.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "feeds/fetch/curl_handles.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/host_pace.h"
#include "feeds/fetch/host_queues.h"
#include "feeds/fetch/policy.h"
#include "feeds/fetch/robots.h"
#include "feeds/fetch/transfer.h"

namespace fundwatch::feeds {

// A site's robots.txt as it was when last asked for.
struct KnownRobots {
  Robots robots;
  std::string words;  // why it could not be had; then nothing is allowed
  Fault fault = Fault::none;
  Moment until{};  // asked for again from then on
};

// What lasts between rounds: connections, the DNS cache and handles are used again, hosts are left
// in peace, and robots.txt is remembered.
struct Engine {
  Policy policy;
  const Clock& clock;
  std::stop_token stop;
  std::function<void()> on_progress;
  HostPace pace{policy.limits.host_spacing};
  std::unordered_map<std::string, KnownRobots> robots{};  // by site_of
  MultiHandle multi{curl_multi_init()};
  std::vector<std::unique_ptr<Transfer>> idle{};
};

// Its end, by exception or stop too, leaves the engine with nothing under way.
class Round {
 public:
  Round(Engine& engine, const OnAnswer& on_answer);
  ~Round();
  Round(const Round&) = delete;
  Round& operator=(const Round&) = delete;

  void add(std::vector<Request> requests);
  void until_done();

 private:
  using Active = std::unordered_map<CURL*, std::unique_ptr<Transfer>>;

  bool is_stopped() const { return engine_.stop.stop_requested(); }
  bool is_under_way(Moment now) const;
  void wait(Moment now);

  void add(Request request);
  void hand_over(const Request& request, Answer answer);
  void admit(Errand errand);
  void ask_robots(Errand errand);
  void learn_robots(const std::string& site, const Answer& given);
  void start_waiting();
  void start(Errand errand);
  void set_route(Errand& errand) const;
  void finish_done();
  void finish(CURL* handle, CURLcode code);
  void find_route(Outcome outcome);
  void settle(Outcome outcome);
  void follow(Outcome outcome);
  void answer(const Errand& errand, const Answer& answer);

  Engine& engine_;
  const OnAnswer& on_answer_;
  Moment end_;
  HostQueues queues_{engine_.pace};
  std::unordered_map<std::string, std::vector<Errand>> waiting_for_robots_;  // by site_of
  Active active_;
};

}  // namespace fundwatch::feeds
