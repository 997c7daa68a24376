// tests/bench/household.h — a county's installation at work: feeds on a web server on loopback that
// have something new every day, subscribers, the real daemon with its HTTP client on a clock that
// is turned by hand, and the pages on a port of their own. Mail goes nowhere and is counted.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>

#include "base/clock.h"
#include "config/config.h"
#include "daemon/daemon.h"
#include "daemon/pages.h"
#include "feeds/fetch/curl_fetcher.h"
#include "tests/bench/announcements.h"
#include "tests/support/nginx.h"
#include "tests/support/temporary_folder.h"
#include "web/server.h"

namespace fundwatch::bench {

// Read by several threads, turned by one.
class TurnedClock : public Clock {
 public:
  explicit TurnedClock(Instant now) : now_(now.time_since_epoch().count()) {}
  Instant now() const override { return Instant(std::chrono::seconds(now_.load())); }
  void set(Instant now) { now_ = now.time_since_epoch().count(); }

 private:
  std::atomic<std::int64_t> now_;
};

class CountingMailer : public digest::Mailer {
 public:
  digest::Delivery send(const Mail& /*mail*/) override {
    ++count;
    return {};
  }
  std::int64_t count = 0;
};

class Household {
 public:
  // Every source is asked so often.
  Household(Instant start, std::chrono::minutes interval);
  ~Household();
  Household(const Household&) = delete;
  Household& operator=(const Household&) = delete;

  // Each feed has one announcement more, and lets its oldest go.
  void publish();
  // Does what is due up to `until`, jumping over what lies between.
  void play(Instant until);
  // Does what is due now.
  Instant tick() { return daemon_.tick(); }
  // Asks for a page, the next in turn.
  void visit();

  TurnedClock clock;
  std::int64_t pages() const { return pages_; }
  std::int64_t mails() const { return mailer_.count; }
  const daemon::Tally& tally() const { return daemon_.tally(); }
  // Of the file, and of its write-ahead log.
  std::uintmax_t database_bytes() const;
  std::uintmax_t log_bytes() const;

 private:
  config::Config settings() const;
  void people_and_sources(std::chrono::minutes interval);
  void write_feed(int number) const;

  tests::TemporaryFolder folder_;
  tests::TemporaryFolder feeds_;
  tests::Nginx nginx_;
  std::shared_ptr<spdlog::logger> log_;
  daemon::Troubles troubles_;
  config::Config config_;
  std::shared_ptr<const matchers::Lexicon> lexicon_;
  store::Store store_;
  std::unique_ptr<Announcements> announcements_;
  int published_ = 0;
  std::unique_ptr<feeds::Fetcher> fetcher_;
  CountingMailer mailer_;
  daemon::Daemon daemon_;

  boost::asio::io_context io_;
  std::unique_ptr<daemon::Pages> pages_served_;
  std::unique_ptr<web::Server> server_;
  int port_ = 0;
  std::int64_t pages_ = 0;
  std::thread serving_;
};

}  // namespace fundwatch::bench
