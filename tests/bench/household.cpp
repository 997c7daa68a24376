#include "tests/bench/household.h"

#include <spdlog/logger.h>

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "daemon/app.h"
#include "matchers/lexicon.h"
#include "tests/bench/served_feeds.h"

namespace fundwatch::bench {
namespace {

using namespace std::chrono_literals;

// A county's: sources of its own and the country's, and a network's people.
constexpr int kSources = 60;
constexpr int kSubscribers = 50;
constexpr int kItemsOfAFeed = 20;
// Short, so that thirty weeks are well beyond it.
constexpr int kMonthsKept = 2;
constexpr int kMailDaysKept = 30;

constexpr std::array<const char*, 5> kPages{"/prenumerera", "/logga-in", "/metrics", "/integritet",
                                            "/ui.css"};

std::uintmax_t size_of(const std::filesystem::path& file) {
  std::error_code missing;
  const auto bytes = std::filesystem::file_size(file, missing);
  return missing ? 0 : bytes;
}

std::unique_ptr<feeds::Fetcher> fetcher_for(const config::Config& config, const Clock& clock) {
  auto guard =
      feeds::AddressGuard::make(config.fetch.allowed_addresses, config.fetch.allowed_ports);
  return std::make_unique<feeds::CurlFetcher>(
      feeds::Policy{.limits = config.fetch, .guard = guard.value(), .user_agent = "fundwatch/soak"},
      clock, std::stop_token(), [] {});
}

}  // namespace

config::Config Household::settings() const {
  config::Config config;
  config.installation.state_directory = folder_.path();
  config.fetch.allowed_addresses = {"127.0.0.0/8"};
  config.fetch.allowed_ports = {nginx_.port()};
  config.fetch.host_spacing = 0s;
  config.housekeeping.keep_items_months = kMonthsKept;
  config.housekeeping.keep_mails_days = kMailDaysKept;
  return config;
}

Household::Household(Instant start, std::chrono::minutes interval)
    : clock(start),
      nginx_(feeds_.path(), kHosts),
      log_(std::make_shared<spdlog::logger>("soak")),
      troubles_(*log_, {}),
      config_(settings()),
      lexicon_(daemon::read_lexicon(matchers::kSwedishDictionary, *log_)),
      store_(config_.database()),
      fetcher_(fetcher_for(config_, clock)),
      daemon_(config_, store_,
              {.clock = clock,
               .fetcher = *fetcher_,
               .mailer = mailer_,
               .log = *log_,
               .troubles = troubles_,
               .lexicon = lexicon_},
              digest::Mode::real) {
  people_and_sources(interval);
  daemon::PageServices::Outside outside;
  outside.lexicon = lexicon_;
  pages_served_ = std::make_unique<daemon::Pages>(config_, clock, outside);
  server_ = std::make_unique<web::Server>(
      io_, daemon::backend_of(pages_served_, [](const std::string& fault) {
        std::fprintf(stderr, "a page failed: %s\n", fault.c_str());
        std::abort();
      }));
  port_ = server_->listen("127.0.0.1:0").value();
  serving_ = std::thread([this] { io_.run(); });
}

Household::~Household() {
  io_.stop();
  serving_.join();
}

void Household::people_and_sources(std::chrono::minutes interval) {
  daemon::make_first_key(store_, clock.now());
  daemon::seed_profiles(store_, clock.now());
  std::vector<Profile> profiles = store_.profiles.all();
  announcements_ = std::make_unique<Announcements>(*lexicon_, profiles);
  store::Transaction transaction = store_.begin();
  for (int number = 0; number < kSources; ++number) {
    Source source;
    source.name = "Källa " + std::to_string(number);
    source.url = "http://127.0.0." + std::to_string(1 + number % kHosts) + ":" +
                 std::to_string(nginx_.port()) + "/" + std::to_string(number) + ".rss";
    source.language = "sv";
    source.linked_text = LinkedText::never;
    source.interval = interval;
    store_.sources.save(source);
  }
  for (int number = 0; number < kSubscribers; ++number) {
    Subscriber subscriber;
    subscriber.email = "reader" + std::to_string(number) + "@asf.example";
    for (const Profile& profile : profiles) subscriber.profiles.push_back(profile.name);
    subscriber.moment = {std::chrono::weekday(static_cast<unsigned>(number % 7)),
                         std::chrono::hours(number % 24)};
    subscriber.since = clock.now();
    subscriber.consented_at = clock.now();
    if (!store_.subscribers.save(subscriber)) std::abort();
  }
  transaction.commit();
}

void Household::write_feed(int number) const {
  std::string items;
  for (int i = 0; i < kItemsOfAFeed; ++i) {
    const std::int64_t id = std::int64_t{published_ - i} * kSources + number + 1'000'000;
    const Item item = announcements_->item(id);
    const std::string url = "https://region.example/" + std::to_string(id);
    items += "<item><guid>" + url + "</guid><link>" + url + "</link><title>" + item.title +
             "</title><description>" + item.text + "</description></item>";
  }
  // Never half a feed: it takes its name when it is whole.
  const auto file = feeds_ / (std::to_string(number) + ".rss");
  const auto part = feeds_ / "part";
  std::ofstream(part) << "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" << number
                      << "</title>" << items << "</channel></rss>";
  std::filesystem::rename(part, file);
}

void Household::publish() {
  ++published_;
  for (int number = 0; number < kSources; ++number) write_feed(number);
}

void Household::play(Instant until) {
  for (Instant wake = tick(); wake <= until; wake = tick()) {
    clock.set(std::max(wake, clock.now()));
  }
  clock.set(until);
}

void Household::visit() {
  const std::string page = kPages[static_cast<std::size_t>(pages_++) % kPages.size()];
  namespace asio = boost::asio;
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(port_)});
  const std::string request = "GET " + page + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
  asio::write(socket, asio::buffer(request));
  std::string answer;
  boost::system::error_code end;
  asio::read(socket, asio::dynamic_buffer(answer), end);
  if (!answer.starts_with("HTTP/1.1 200 ")) {
    std::fprintf(stderr, "%s: %s\n", page.c_str(), answer.substr(0, 200).c_str());
    std::abort();
  }
}

std::uintmax_t Household::database_bytes() const { return size_of(config_.database()); }

std::uintmax_t Household::log_bytes() const {
  return size_of(config_.database().string() + "-wal");
}

}  // namespace fundwatch::bench
