// What systemd hears of the service: that it is ready, that it is alive, and nothing more once its
// worker is stuck.
#include "daemon/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <future>
#include <thread>

#include "config/fetch.h"
#include "tests/support/fakes.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"
#include "web/pool.h"
#include "web/server.h"

namespace fundwatch::tests {
namespace {

constexpr int kPatienceMilliseconds = 20'000;

// Plays systemd: the socket that sd_notify(3) writes to.
class Systemd {
 public:
  Systemd() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = (folder_ / "notify").string();
    path.copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
    EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
    setenv("WATCHDOG_USEC", "300000", 1);
    unsetenv("WATCHDOG_PID");
  }
  ~Systemd() {
    close(socket_);
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
  }
  Systemd(const Systemd&) = delete;
  Systemd& operator=(const Systemd&) = delete;

  // The next message, within the time; empty if none comes.
  std::string hear(int milliseconds = kPatienceMilliseconds) const {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, milliseconds) != 1) return "";
    std::array<char, 1000> bytes{};
    const auto count = recv(socket_, bytes.data(), bytes.size(), 0);
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }

 private:
  TemporaryFolder folder_;
  int socket_;
};

// Tells of the first error.
class Alert : public spdlog::sinks::base_sink<std::mutex> {
 public:
  std::future<std::string> first() { return first_.get_future(); }

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    if (message.level < spdlog::level::err || is_told_) return;
    is_told_ = true;
    first_.set_value(std::string(message.payload.data(), message.payload.size()));
  }
  void flush_() override {}

  std::promise<std::string> first_;
  bool is_told_ = false;
};

TEST(Service, AStuckWorkerGetsNoMoreAnswersOfTheWatchdog) {
  const Systemd systemd;
  const FakeClock clock;
  const auto alert = std::make_shared<Alert>();
  auto stuck = alert->first();
  spdlog::logger log("test", alert);
  daemon::Troubles troubles(log, {});
  daemon::Worker worker(clock, troubles, std::stop_source());
  boost::asio::io_context io;
  std::promise<void> release;
  const auto released = release.get_future().share();
  std::thread service([&] {
    daemon::Service(io, worker, log, std::chrono::seconds(1))
        .run({.tick =
                  [released] {
                    released.wait();  // as a fetch that never comes back
                    return Instant::max();
                  },
              .changed_elsewhere = [] { return false; },
              .reload = [] {}});
  });
  EXPECT_EQ(systemd.hear(), "READY=1");
  EXPECT_EQ(systemd.hear(), "WATCHDOG=1");
  ASSERT_EQ(stuck.wait_for(std::chrono::milliseconds(kPatienceMilliseconds)),
            std::future_status::ready);
  EXPECT_THAT(stuck.get(), testing::HasSubstr("no sign of life"));
  while (systemd.hear(0) == "WATCHDOG=1") {
  }
  EXPECT_EQ(systemd.hear(500), "") << "stays silent, so that systemd restarts it";
  release.set_value();
  raise(SIGTERM);
  // It may answer once more before it hears that: the worker is alive again.
  std::string last = systemd.hear();
  while (last == "WATCHDOG=1") last = systemd.hear();
  EXPECT_EQ(last, "STOPPING=1");
  service.join();
}

double setting_of_unit(const std::string& name) {
  std::ifstream unit(source_folder() / "systemd/fundwatch.service");
  for (std::string line; std::getline(unit, line);) {
    if (line.starts_with(name + "=")) return std::stod(line.substr(name.size() + 1));
  }
  return 0;
}

// Every source of a round may be on a host of its own whose name is slow to be found, each looked
// up by a thread of libcurl's, while a page looks at a source and every visitor's place is taken.
TEST(Service, LimitsOfTheUnitHoldWhatMayBeOpenAtOnce) {
  const config::Fetch fetch;
  const int lookups = 2 * fetch.transfers_max;  // of the daemon and of a page
  constexpr int kOwnThreads = 2 + static_cast<int>(web::kPoolThreads);
  constexpr int kChildren = 4;       // pdftotext
  constexpr int kOtherHandles = 64;  // databases, the log, pipes
  EXPECT_GE(setting_of_unit("TasksMax"), lookups + kOwnThreads + kChildren);
  EXPECT_GE(setting_of_unit("LimitNOFILE"),
            web::ServerLimits().connections_max + 2 * lookups + kOtherHandles);
  EXPECT_GT(setting_of_unit("WatchdogSec"), daemon::kStuckAfter.count());
}

}  // namespace
}  // namespace fundwatch::tests
