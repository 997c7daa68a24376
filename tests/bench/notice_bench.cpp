#include <spdlog/logger.h>

#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>

#include "daemon/app.h"
#include "daemon/daemon.h"
#include "matchers/lexicon.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/swedish_feed.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

namespace json = boost::json;

constexpr std::size_t kNotices = 3000;  // a day of TED
constexpr std::size_t kNoticesPerPage = 250;
constexpr std::size_t kLotsMax = 4;
constexpr Instant kStart{std::chrono::seconds(1795510800)};  // 2026-11-24 10:00 in Stockholm

// In every language of the Union, as each notice has them: most of an answer's bytes.
json::object links_of(const std::string& number) {
  json::object links;
  for (const char* kind : {"xml", "pdf", "html", "htmlDirect", "pdfs"}) {
    json::object languages;
    for (const char* language :
         {"BUL", "SPA", "CES", "DAN", "DEU", "EST", "ELL", "ENG", "FRA", "GLE", "HRV", "ITA",
          "LAV", "LIT", "HUN", "MLT", "NLD", "POL", "POR", "RON", "SLK", "SLV", "FIN", "SWE"}) {
      languages[language] =
          "https://ted.europa.eu/" + std::string(language) + "/notice/" + number + "/" + kind;
    }
    links[kind] = std::move(languages);
  }
  return links;
}

json::object notice_of(std::size_t index, const Item& words) {
  const std::string number = std::to_string(900'000 + index) + "-2026";
  const std::size_t lots = 1 + index % kLotsMax;
  json::array titles;
  json::array texts;
  json::array codes;
  json::array deadlines;
  json::array reserved;
  for (std::size_t lot = 0; lot < lots; ++lot) {
    titles.emplace_back(words.title + " " + std::to_string(lot));
    texts.emplace_back(words.text);
    codes.emplace_back("90910000");
    deadlines.emplace_back("2026-12-18+01:00");
    reserved.emplace_back(index % 50 == 0 ? "res-ws" : "none");
  }
  return {{"publication-number", number},
          {"publication-date", "2026-11-24+01:00"},
          {"notice-type", "cn-standard"},
          {"notice-title", {{"swe", words.title}, {"eng", words.title}}},
          {"buyer-name", {{"swe", json::array{"Exempelköpings kommun"}}}},
          {"title-lot", {{"swe", std::move(titles)}}},
          {"description-lot", {{"swe", std::move(texts)}}},
          {"classification-cpv", std::move(codes)},
          {"place-of-performance", json::array{"SE313", "SWE"}},
          {"deadline-receipt-tender-date-lot", std::move(deadlines)},
          {"reserved-procurement-lot", std::move(reserved)},
          {"links", links_of(number)}};
}

// The last one empty.
std::vector<std::string> pages() {
  const std::string feed = swedish_rss(
      {.items_max = kNotices, .description_words = 60, .content_words = 300, .seed = 7});
  config::Read limits;
  limits.items_max = kNotices;
  const auto words = feeds::read({.bytes = feed}, limits);
  if (!words || words->items.size() != kNotices) std::abort();
  std::vector<std::string> pages;
  for (std::size_t begin = 0; begin <= kNotices; begin += kNoticesPerPage) {
    json::array notices;
    for (std::size_t i = begin; i < std::min(begin + kNoticesPerPage, kNotices); ++i) {
      notices.push_back(notice_of(i, words->items[i]));
    }
    pages.push_back(json::serialize(json::object{{"notices", std::move(notices)},
                                                 {"totalNoticeCount", kNotices},
                                                 {"iterationNextToken", std::to_string(begin)},
                                                 {"timedOut", false}}));
  }
  return pages;
}

// One round with the real daemon, everything there at once.
void run(const std::vector<std::string>& pages, const std::filesystem::path& folder) {
  config::Config config;
  config.installation.state_directory = folder;
  store::Store store(config.database());
  daemon::seed_profiles(store, kStart);
  Source source;
  source.name = "TED";
  source.url = "https://ted.example/search";
  source.kind = SourceKind::ted;
  source.query = "buyer-country=SWE";
  store.sources.save(source);
  tests::FakeClock clock(kStart);
  tests::FakeFetcher fetcher;
  std::size_t page = 0;
  fetcher.serve_by(source.url, [&](const feeds::Request& request) {
    feeds::Answer answer{Response{.final_url = request.url, .status = 200, .body = pages[page++]}};
    answer.status = 200;
    return answer;
  });
  tests::FakeMailer mailer;
  spdlog::logger silence("bench");
  daemon::Troubles troubles(silence, {});
  const daemon::Parts parts{.clock = clock,
                            .fetcher = fetcher,
                            .mailer = mailer,
                            .log = silence,
                            .troubles = troubles,
                            .lexicon = daemon::read_lexicon(matchers::kSwedishDictionary, silence)};
  daemon::Daemon daemon(config, store, parts, digest::Mode::real);
  daemon.tick();
  if (daemon.tally().items != static_cast<int>(kNotices)) std::abort();
}

}  // namespace

int notice_bench() {
  const std::vector<std::string> answers = pages();
  double megabytes = 0;
  for (const std::string& page : answers) megabytes += static_cast<double>(page.size()) / 1e6;
  std::printf("notices: %zu of TED, %.0f MB in %zu pages; read, match, store in one round\n",
              kNotices, megabytes, answers.size());
  const tests::TemporaryFolder folder;
  const Usage usage = measure([&] { run(answers, folder.path()); });
  print_usage("fundwatch", usage, megabytes);
  std::printf("  %-42s %8.2f s\n", "by the clock", usage.wall_seconds);
  return usage.succeeded ? 0 : 1;
}

}  // namespace fundwatch::bench
