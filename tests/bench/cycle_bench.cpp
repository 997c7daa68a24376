#include <spdlog/logger.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "config/catalogue.h"
#include "config/embedded.h"
#include "daemon/app.h"
#include "daemon/daemon.h"
#include "feeds/fetch/curl_fetcher.h"
#include "feeds/fetch/host_queues.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/served_feeds.h"
#include "tests/bench/usage.h"
#include "tests/support/fakes.h"

namespace fundwatch::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kFeeds = 1000;
constexpr int kSources = 20'000;
constexpr int kManyHosts = 200;
// 2026-11-24 10:00 in Stockholm, by day.
constexpr Instant kStart{std::chrono::seconds(1795510800)};

config::Config settings(const std::filesystem::path& folder, int port) {
  config::Config config;
  config.installation.state_directory = folder;
  config.fetch.allowed_addresses = {"127.0.0.0/8"};
  config.fetch.allowed_ports = {port};
  config.fetch.host_spacing = 0s;
  return config;
}

void add_sources(const config::Config& config, const std::vector<std::string>& urls) {
  store::Store store(config.database());
  daemon::seed_profiles(store, kStart);
  store::Transaction transaction = store.begin();
  for (const std::string& url : urls) {
    Source source;
    source.name = url;
    source.url = url;
    source.language = "sv";
    store.sources.save(source);
  }
  transaction.commit();
}

// Ticks until nothing is due; what was read must be all there is.
void run_cycle(const config::Config& config, feeds::Fetcher& fetcher, tests::FakeClock& clock,
               int sources) {
  store::Store store(config.database());
  tests::FakeMailer mailer;
  spdlog::logger silence("bench");
  daemon::Troubles troubles(silence, {});
  const daemon::Parts parts{
      .clock = clock, .fetcher = fetcher, .mailer = mailer, .log = silence, .troubles = troubles};
  daemon::Daemon daemon(config, store, parts, digest::Mode::real);
  while (daemon.tick() <= clock.now()) continue;
  if (daemon.tally().sources_read != sources) std::abort();
}

void read_all(const config::Config& config, Instant now) {
  tests::FakeClock clock(now);
  auto guard =
      feeds::AddressGuard::make(config.fetch.allowed_addresses, config.fetch.allowed_ports);
  feeds::CurlFetcher fetcher(
      {.limits = config.fetch, .guard = guard.value(), .user_agent = "fundwatch/bench"}, clock, {},
      [] {});
  run_cycle(config, fetcher, clock, kFeeds);
}

void print_stored(const config::Config& config) {
  const store::Store store(config.database());
  const auto bytes = static_cast<double>(std::filesystem::file_size(config.database()));
  std::printf("  %lld items stored in %.0f MB; %lld hits\n",
              static_cast<long long>(store.items.count()), bytes / 1e6,
              static_cast<long long>(store.hits.count()));
}

// Debian's newsboat, on the same addresses, with a cache of its own.
Usage newsboat(const std::filesystem::path& folder) {
  return measure_command(
      {"newsboat", "-q", "-u", (folder / "urls").string(), "-c", (folder / "cache.db").string(),
       "-C", (folder / "config").string(), "-x", "reload"},
      "/dev/null");
}

// Hosts as polite clients find them, without a network: each request takes no time, and the clock
// goes on to the next turn.
class PacedFetcher : public feeds::Fetcher {
 public:
  explicit PacedFetcher(tests::FakeClock& clock) : clock_(clock) {}

  void fetch(std::vector<feeds::Request> requests, const feeds::OnAnswer& on_answer) override {
    feeds::HostQueues queues(pace_);
    for (feeds::Request& request : requests) {
      feeds::Errand errand;
      errand.hop.authority = request.url.substr(7, request.url.find('/', 7) - 7);
      errand.request = std::move(request);
      queues.add(std::move(errand));
    }
    while (!queues.empty()) {
      now_ = std::max(now_, *queues.next_turn());
      clock_.set(kStart +
                 std::chrono::duration_cast<std::chrono::seconds>(now_.time_since_epoch()));
      const auto errand = queues.take(now_);
      on_answer(errand->request, {.response = Response{.status = 304}});
      queues.release(errand->hop.authority, now_);
    }
  }

 private:
  tests::FakeClock& clock_;
  feeds::HostPace pace_{2s};
  feeds::Moment now_{};
};

void politely_simulated() {
  const tests::TemporaryFolder folder;
  const config::Config config = settings(folder.path(), 80);
  std::vector<std::string> urls;
  for (int i = 0; i < kSources; ++i) {
    urls.push_back("http://h" + std::to_string(i % kManyHosts) + ".example/" + std::to_string(i));
  }
  add_sources(config, urls);
  const Usage usage = measure([&] {
    tests::FakeClock clock(kStart);
    PacedFetcher fetcher(clock);
    run_cycle(config, fetcher, clock, kSources);
    std::printf("  %d unchanged sources on %d hosts, 2 s between requests: %lld s of their time\n",
                kSources, kManyHosts, static_cast<long long>((clock.now() - kStart).count()));
    std::fflush(stdout);
  });
  print_usage("fundwatch, a polite cycle, simulated", usage, 0);
}

}  // namespace

int cycle_bench() {
  const std::vector<std::string> words = words_of_the_help();
  if (words.empty()) {
    std::printf("cycle: install libreoffice-help-sv\n");
    return 69;
  }
  const ServedFeeds served(
      kFeeds,
      {.items_max = 20, .description_words = 150, .content_words = 0, .everyday_words = &words});
  std::printf("cycle: %d feeds of 20 items, %.0f MB; fetch, read, match, store; then unchanged\n",
              kFeeds, served.megabytes());
  const tests::TemporaryFolder folder;
  const config::Config config = settings(folder.path(), served.port());
  add_sources(config, served.urls());
  std::ofstream urls(folder / "urls");
  for (const std::string& url : served.urls()) urls << url << "\n";
  urls.close();
  std::ofstream(folder / "config") << "";

  const Usage first = measure([&] { read_all(config, kStart); });
  print_stored(config);
  print_usage("fundwatch", first, served.megabytes());
  const Usage unchanged = measure([&] { read_all(config, kStart + 2h); });
  print_usage("fundwatch, unchanged", unchanged, served.megabytes());
  const Usage newsboat_first = newsboat(folder.path());
  print_usage("newsboat -x reload", newsboat_first, served.megabytes());
  const Usage newsboat_unchanged = newsboat(folder.path());
  print_usage("newsboat -x reload, unchanged", newsboat_unchanged, served.megabytes());
  if (newsboat_first.succeeded && newsboat_unchanged.succeeded) {
    print_at_most("time / newsboat's", first.cpu_seconds / newsboat_first.cpu_seconds, 1.0 / 4);
    print_at_most("unchanged: time / newsboat's",
                  unchanged.cpu_seconds / newsboat_unchanged.cpu_seconds, 1.0 / 100);
  }
  politely_simulated();
  return 0;
}

}  // namespace fundwatch::bench
