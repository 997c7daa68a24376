// ./dev bench pages [FOLDER [PART]]: how long the server works on each page when a million items
// are stored and five thousand hits wait. By the clock, on one thread, as the daemon answers them;
// the first call warms up, and the median of nine more counts. A folder that is named keeps its
// database, for another run or for a daemon; then only addresses with that part may be asked for.
#include <spdlog/logger.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/calendar.h"
#include "daemon/app.h"
#include "daemon/pages.h"
#include "digest/signed_link.h"
#include "matchers/lexicon.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/grown_store.h"
#include "tests/support/temporary_folder.h"
#include "web/addresses.h"
#include "web/api_token.h"
#include "web/inbox_filter.h"
#include "web/routes.h"
#include "web/session.h"

namespace fundwatch::bench {
namespace {

constexpr std::size_t kCalls = 9;
constexpr double kMillisecondsMax = 50;
constexpr std::size_t kFarCases = 3000;  // before a page that is far down

config::Config settings(const std::filesystem::path& folder) {
  config::Config config;
  config.installation.name = "Bevakningen för sociala företag i Gävleborg";
  config.installation.organisation = "Nätverket";
  config.installation.state_directory = folder;
  config.place.county = "SE313";
  config.coordinator.email = "kim@asf.example";
  config.mail.from = "bevakning@asf.example";
  config.web.public_url = "http://bevakning.example";
  return config;
}

// By what somebody at the desk and a program are known.
struct Known {
  std::string session;
  std::string api_token;
};

Known log_in(store::Store& store, Instant now) {
  Known known{web::new_session_token(), web::new_api_token()};
  Account account;
  account.email = "kim@asf.example";
  account.name = "Kim";
  account.role = Role::sysadmin;  // who sees the record too
  const auto before = store.accounts.find(account.email);
  const AccountId id = before ? before->id : store.accounts.add(account, "none");
  store.sessions.begin(web::hash_of_token(known.session), id, now);
  for (const store::Token& token : store.tokens.of(id)) store.tokens.revoke(id, token.id, now);
  store.tokens.add(id, {web::hash_of_api_token(known.api_token), "bench"}, now);
  return known;
}

using Targets = std::vector<std::string>;

// Where the inbox goes on after so many.
std::string far_down(const store::Store& store, web::InboxView view, Day today) {
  const std::vector<Profile> profiles = store.profiles.all();
  view.after = store.inbox.page(filter_of(view, profiles, today), {}, kFarCases).next;
  return query_of(view);
}

Targets inbox_pages(const store::Store& store, Day today) {
  const std::string profile = web::percent_encoded(store.profiles.all().front().name);
  Targets targets{"/"};
  targets.push_back("/?" + far_down(store, {}, today));
  targets.push_back("/?profil=" + profile);
  for (const char* closing : {"7", "30", "senare", "lopande"}) {
    targets.push_back(std::string("/?stanger=") + closing);
  }
  targets.push_back("/?kommun=" + web::percent_encoded("Gävle"));
  targets.push_back("/?q=" + web::percent_encoded("för att"));
  targets.push_back("/?q=verkstad");
  targets.push_back("/?status=behallna");
  targets.push_back("/?status=avfardade");
  targets.push_back("/?status=alla");
  targets.push_back("/?" + far_down(store, {.status = web::InboxStatus::all}, today));
  targets.push_back("/?status=alla&stanger=30&q=till&profil=" + profile);
  targets.push_back("/?status=avfardade&q=" + web::percent_encoded("för") + "&profil=" + profile);
  return targets;
}

std::string text_of(auto id) { return std::to_string(static_cast<std::int64_t>(id)); }

struct Chosen {
  std::string hit;
  std::string source;
  std::string subscriber;
  std::string profile;
  std::string last_year;
};

Chosen choose(const store::Store& store, Day today) {
  const auto page = store.inbox.page({.today = today, .state = Review::none}, {}, 1);
  const auto source = store.sources.all().front();
  return {text_of(page.cases.at(0)), text_of(source.id),
          text_of(store.subscribers.all().front().id), store.profiles.all().front().name,
          std::to_string(static_cast<int>(today.year()) - 1)};
}

Targets desk_pages(const Chosen& chosen) {
  return {"/traffar/" + chosen.hit,
          "/lagg-till",
          "/kalender",
          "/uppfoljning",
          "/uppfoljning?ar=" + chosen.last_year,
          "/uppfoljning?format=csv&ar=" + chosen.last_year,
          "/profiler",
          "/profiler/" + chosen.profile,
          "/kallor",
          "/kallor/opml",
          "/kallor/" + chosen.source,
          "/prenumeranter",
          "/prenumeranter/" + chosen.subscriber,
          "/prenumeranter/" + chosen.subscriber + "/uppgifter",
          "/utskick",
          "/utskick/mejl?som=" + chosen.subscriber,
          "/konto",
          "/logg"};
}

Targets lists_for_programs(const Chosen& chosen) {
  const std::string api = "/api/v1/";
  return {api + "hits",
          api + "hits?status=alla&q=till",
          api + "hits/" + chosen.hit,
          api + "sources",
          api + "sources/" + chosen.source,
          api + "profiles",
          api + "profiles/" + chosen.profile,
          api + "subscribers",
          api + "subscribers/" + chosen.subscriber,
          api + "profiles/" + chosen.profile + "/versions",
          api + "profiles/" + chosen.profile + "/proposals",
          api + "webhooks",
          api + "opml",
          api + "mailings",
          api + "mailings/preview?subscriber=" + chosen.subscriber,
          api + "meetings",
          api + "calendar",
          api + "goals",
          api + "report"};
}

Targets public_pages(const store::Store& store, const Chosen& chosen, Instant now) {
  Targets targets{"/prenumerera",
                  "/logga-in",
                  "/integritet",
                  "/tillganglighet",
                  "/healthz",
                  "/metrics",
                  "/kalender.ics",
                  "/flode/" + chosen.profile + ".atom",
                  "/flode/" + chosen.profile + ".json"};
  using digest::LinkPurpose;
  for (const LinkPurpose purpose : {LinkPurpose::confirm, LinkPurpose::settings,
                                    LinkPurpose::unsubscribe, LinkPurpose::answer}) {
    const digest::SignedLink link{purpose, SubscriberId{std::stoll(chosen.subscriber)},
                                  CaseId{std::stoll(chosen.hit)}, now};
    targets.push_back(web::address_of(link, store.signing_keys.all(), "."));
  }
  const digest::SignedLink calendar{
      LinkPurpose::calendar, SubscriberId{std::stoll(chosen.subscriber)}, {}, now};
  targets.push_back(web::address_of(calendar, store.signing_keys.all(), ".") +
                    std::string(web::kCalendarEnding));
  for (std::string& target : targets) target.erase(0, target.starts_with('.') ? 1 : 0);
  return targets;
}

Targets all_pages(const store::Store& store, Instant now) {
  const Day today = Calendar().day(now);
  const Chosen chosen = choose(store, today);
  Targets all = inbox_pages(store, today);
  for (const Targets& more :
       {desk_pages(chosen), lists_for_programs(chosen), public_pages(store, chosen, now)}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

web::Request request_for(const std::string& target, const Known& known,
                         const config::Config& config) {
  web::Request asked;
  const auto question = std::min(target.find('?'), target.size());
  asked.path = web::percent_decoded(target.substr(0, question));
  asked.query = web::parse_form(target.substr(std::min(question + 1, target.size()))).value();
  asked.target = target;
  const std::string cookie = web::session_cookie(known.session, config);
  asked.cookies = cookie.substr(0, cookie.find(';'));
  asked.authorization = "Bearer " + known.api_token;
  asked.is_local = true;
  return asked;
}

struct Times {
  int status = 0;
  std::size_t bytes = 0;
  double first = 0;
  double median = 0;
  double slowest = 0;
};

Times times_of(const std::function<web::Reply()>& ask) {
  const auto milliseconds = [](auto duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
  };
  Times times;
  std::array<double, kCalls + 1> all{};
  for (double& each : all) {
    const auto begin = std::chrono::steady_clock::now();
    const web::Reply reply = ask();
    each = milliseconds(std::chrono::steady_clock::now() - begin);
    times.status = reply.status;
    times.bytes = reply.body.size();
  }
  times.first = all.front();
  std::sort(all.begin() + 1, all.end());
  times.median = all.at(1 + kCalls / 2);
  times.slowest = all.back();
  return times;
}

// The slowest page's median. A page that is not there would be quick: that ends the benchmark.
double measure_pages(const config::Config& config, const Targets& targets, const Known& known,
                     const std::shared_ptr<const matchers::Lexicon>& lexicon) {
  const SystemClock clock;
  daemon::PageServices::Outside outside;
  outside.lexicon = lexicon;
  daemon::Pages pages(config, clock, outside);
  double worst = 0;
  std::printf("  %-58s %7s %8s %8s %8s\n", "page", "kB", "first", "median", "slowest");
  for (const std::string& target : targets) {
    const web::Request request = request_for(target, known, config);
    const Times times = times_of([&] { return pages.answer(request); });
    std::printf("  %-58s %7.1f %8.2f %8.2f %8.2f\n", target.c_str(),
                static_cast<double>(times.bytes) / 1000, times.first, times.median, times.slowest);
    if (times.status != 200) {
      std::fprintf(stderr, "%s: status %d\n", target.c_str(), times.status);
      std::abort();
    }
    // What the pool answers keeps no other page waiting, and is measured apart (bench tune).
    if (web::lane_of(request) == web::Lane::page) worst = std::max(worst, times.median);
  }
  return worst;
}

void grow_if_new(store::Store& store, const matchers::Lexicon& lexicon, Instant now) {
  if (store.items.count() > 0) return;
  daemon::make_first_key(store, now);
  daemon::seed_profiles(store, now);
  const Announcements announcements(lexicon, store.profiles.all());
  GrownStore(store, announcements, now).grow();
}

int bench_in(const std::filesystem::path& folder, const std::string& part) {
  const auto lexicon = matchers::Lexicon::read(std::string(matchers::kSwedishDictionary));
  if (!lexicon) {
    std::printf("pages: install hunspell-sv\n");
    return 69;
  }
  const config::Config config = settings(folder);
  const Instant now = SystemClock().now();
  Known known;
  Targets targets;
  {
    store::Store store(config.database());
    grow_if_new(store, **lexicon, now);
    known = log_in(store, now);
    targets = all_pages(store, now);
    std::erase_if(targets, [&](const auto& target) { return target.find(part) == target.npos; });
    std::printf("pages: %ld items and %ld hits stored, %ld cases wait, %ld MB; milliseconds\n",
                static_cast<long>(store.items.count()), static_cast<long>(store.hits.count()),
                static_cast<long>(store.inbox.counts().waiting),
                static_cast<long>(store.size_bytes() / 1'000'000));
  }
  const double worst = measure_pages(config, targets, known, *lexicon);
  print_at_most("median of the slowest page off the pool, ms", worst, kMillisecondsMax);
  return 0;
}

}  // namespace

int page_times_bench(const std::vector<std::string>& arguments) {
  if (!arguments.empty()) {
    std::filesystem::create_directories(arguments.front());
    return bench_in(arguments.front(), arguments.size() > 1 ? arguments[1] : "");
  }
  const tests::TemporaryFolder folder;
  return bench_in(folder.path(), "");
}

}  // namespace fundwatch::bench
