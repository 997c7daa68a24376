#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "base/clock.h"
#include "feeds/fetch/curl_fetcher.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/served_feeds.h"
#include "tests/bench/usage.h"

namespace fundwatch::bench {
namespace {

constexpr int kRounds = 3;
constexpr int kDocuments = 5000;

feeds::Policy impolite_policy(int port) {
  config::Fetch limits;
  limits.allowed_addresses = {"127.0.0.0/8"};
  limits.allowed_ports = {port};
  limits.host_spacing = std::chrono::seconds(0);
  limits.transfers_max = kHosts;
  return {.limits = limits,
          .guard = feeds::AddressGuard::make(limits.allowed_addresses, {port}).value(),
          .user_agent = "fundwatch/bench"};
}

std::vector<feeds::Request> requests_of(const ServedFeeds& served) {
  std::vector<feeds::Request> requests;
  for (const std::string& url : served.urls()) requests.push_back({.source = {}, .url = url});
  return requests;
}

// The same requests, conditional on what came. A pass that misses a document is no measurement.
std::vector<feeds::Request> fetch_all(int port, const std::vector<feeds::Request>& requests,
                                      int status) {
  const SystemClock clock;
  feeds::CurlFetcher fetcher(impolite_policy(port), clock, {}, [] {});
  std::vector<feeds::Request> again;
  fetcher.fetch(requests, [&](const feeds::Request& request, const feeds::Answer& answer) {
    if (!answer.response.ok() || answer.response->status != status) std::abort();
    again.push_back(request);
    again.back().validators = answer.response->validators;
    return std::optional<feeds::Request>();
  });
  if (again.size() != requests.size()) std::abort();
  return again;
}

// curl's own file of options: every address, its document thrown away.
void write_curl_config(const std::filesystem::path& file, const ServedFeeds& served) {
  std::ofstream config(file);
  for (const std::string& url : served.urls()) {
    config << "url = \"" << url << "\"\noutput = \"/dev/null\"\n";
  }
}

}  // namespace

int fetch_bench() {
  const ServedFeeds served(kDocuments,
                           {.items_max = 5, .description_words = 60, .content_words = 0});
  std::printf("fetch: %d documents, %.0f MB, from nginx on loopback, %d at a time\n", kDocuments,
              served.megabytes(), kHosts);
  const tests::TemporaryFolder folder;
  write_curl_config(folder / "curl", served);
  const auto requests = requests_of(served);
  const auto conditional = fetch_all(served.port(), requests, 200);
  const std::vector<Usage> best = best_of_rounds(
      kRounds, {[&] { return measure([&] { fetch_all(served.port(), requests, 200); }); },
                [&] { return measure([&] { fetch_all(served.port(), conditional, 304); }); },
                [&] {
                  return measure_command({"curl", "--no-progress-meter", "--compressed",
                                          "--parallel", "--parallel-max", std::to_string(kHosts),
                                          "--config", (folder / "curl").string()},
                                         "/dev/null");
                }});
  const Usage& fetched = best[0];
  const Usage& unchanged = best[1];
  const Usage& curl = best[2];
  print_usage("fundwatch", fetched, served.megabytes());
  print_usage("fundwatch, all unchanged (304)", unchanged, served.megabytes());
  print_usage("curl --parallel", curl, served.megabytes());
  print_at_most("time / curl's", fetched.cpu_seconds / curl.cpu_seconds, 1.15);
  print_at_most("unchanged: time / curl's for them all", unchanged.cpu_seconds / curl.cpu_seconds,
                0.95);
  print_at_most("memory, MB", fetched.peak_megabytes, 40);
  return 0;
}

}  // namespace fundwatch::bench
