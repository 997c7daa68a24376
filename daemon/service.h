// daemon/service.h — the running daemon seen from outside: signals, systemd's protocol
// (sd_notify(3), watchdog), and the main thread that never waits for the worker.
#pragma once

#include <boost/asio/io_context.hpp>
#include <string>

#include "daemon/worker.h"

namespace fundwatch::daemon {

// A worker that shows no sign of life for this long gets no more watchdog answers.
constexpr std::chrono::seconds kStuckAfter{45};

class Service {
 public:
  Service(boost::asio::io_context& io, Worker& worker, spdlog::logger& log,
          std::chrono::seconds stuck_after = kStuckAfter)
      : io_(io), worker_(worker), log_(log), stuck_after_(stuck_after) {}

  // Runs until SIGTERM or SIGINT; SIGHUP reloads.
  void run(Work work);

  // systemctl status shows this.
  static void set_status(const std::string& words);

 private:
  void answer_watchdog();

  boost::asio::io_context& io_;
  Worker& worker_;
  spdlog::logger& log_;
  const std::chrono::seconds stuck_after_;
};

}  // namespace fundwatch::daemon
