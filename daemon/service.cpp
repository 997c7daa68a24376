#include "daemon/service.h"

#include <spdlog/logger.h>
#include <systemd/sd-daemon.h>

#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <cstdint>
#include <functional>
#include <utility>

namespace fundwatch::daemon {
namespace {

namespace asio = boost::asio;

// Waits for the next of `signals` again and again.
void each_signal(asio::signal_set& signals, const std::function<void(int)>& on_signal) {
  signals.async_wait([&signals, on_signal](const boost::system::error_code& error, int signal) {
    if (error) return;
    on_signal(signal);
    each_signal(signals, on_signal);
  });
}

void each(asio::steady_timer& timer, std::chrono::microseconds interval,
          const std::function<void()>& act) {
  timer.expires_after(interval);
  timer.async_wait([&timer, interval, act](const boost::system::error_code& error) {
    if (error) return;
    act();
    each(timer, interval, act);
  });
}

}  // namespace

void Service::run(Work work) {
  asio::signal_set signals(io_, SIGTERM, SIGINT, SIGHUP);
  each_signal(signals, [this](int signal) {
    if (signal == SIGHUP) {
      worker_.reload();
    } else {
      io_.stop();
    }
  });

  asio::steady_timer watchdog(io_);
  std::uint64_t watchdog_usec = 0;
  if (sd_watchdog_enabled(0, &watchdog_usec) > 0) {
    each(watchdog, std::chrono::microseconds(watchdog_usec / 3), [this] { answer_watchdog(); });
  }

  worker_.start(std::move(work));
  sd_notify(0, "READY=1");
  io_.run();
  sd_notify(0, "STOPPING=1");
  worker_.stop();
}

void Service::set_status(const std::string& words) { sd_notify(0, ("STATUS=" + words).c_str()); }

void Service::answer_watchdog() {
  if (worker_.since_beat() < stuck_after_) {
    sd_notify(0, "WATCHDOG=1");
  } else {
    log_.error("the worker shows no sign of life since {} s; systemd will restart the service",
               worker_.since_beat().count());
  }
}

}  // namespace fundwatch::daemon
