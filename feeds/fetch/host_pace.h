// feeds/fetch/host_pace.h — when a host may be asked again.
// A host is left in peace for a while after each request, and for longer when it asks for it (429,
// 503). Remembered from one round of fetching to the next. Pure: told the time, never asks for it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace fundwatch::feeds {

// Steady, so that a clock that is set does not hurry anybody.
using Moment = std::chrono::steady_clock::time_point;

class HostPace {
 public:
  // `spacing` is from the end of one request to the beginning of the next.
  explicit HostPace(std::chrono::milliseconds spacing) : spacing_(spacing) {}

  void asked(const std::string& host, Moment now);

  // Nobody asks it until then; a hold that is on already and lasts longer stays.
  void hold(const std::string& host, Moment until);

  Moment free_at(const std::string& host) const;

  // How much longer a hold lasts; nothing when there is none.
  std::optional<std::chrono::seconds> held_for(const std::string& host, Moment now) const;

  // Forgets the hosts that may be asked.
  void forget_free(Moment now);

  std::size_t size() const { return hosts_.size(); }

 private:
  struct Host {
    Moment free_at{};
    Moment held_until{};
  };
  std::chrono::milliseconds spacing_;
  std::unordered_map<std::string, Host> hosts_;
};

}  // namespace fundwatch::feeds
