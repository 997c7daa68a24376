#include "tests/scenarios/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <sstream>

#include "base/counties.h"
#include "base/names.h"
#include "base/text.h"
#include "daemon/health.h"
#include "tests/scenarios/world.h"

namespace fundwatch::tests {
namespace {

using std::chrono::minutes;

int count_of(const std::string& words, const std::string& text) {
  int count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '<') {
      result += "&lt;";
    } else if (c == '&') {
      result += "&amp;";
    } else {
      result += c;
    }
  }
  return result;
}

daemon::Point point_named(const std::string& name) {
  static const std::map<std::string, daemon::Point> points{
      {"fetched", daemon::Point::fetched},     {"commit", daemon::Point::commit},
      {"committed", daemon::Point::committed}, {"outbox", daemon::Point::outbox},
      {"queued", daemon::Point::queued},       {"send", daemon::Point::send},
      {"sent", daemon::Point::sent},           {"marked", daemon::Point::marked}};
  return points.at(name);
}

digest::Outcome outcome_named(const std::string& name) {
  static const std::map<std::string, digest::Outcome> outcomes{
      {"deferred", digest::Outcome::deferred},
      {"unreachable", digest::Outcome::unreachable},
      {"recipient_refused", digest::Outcome::recipient_refused},
      {"sender_refused", digest::Outcome::sender_refused}};
  return outcomes.at(name);
}

// One line, word by word.
class Line {
 public:
  explicit Line(const std::string& text) : stream_(text) {}

  std::string word() {
    std::string word;
    stream_ >> word;
    return word;
  }
  int number(int otherwise = 0) {
    const std::string text = word();
    return text.empty() ? otherwise : std::stoi(text);
  }
  std::string rest() {
    std::string rest;
    std::getline(stream_, rest);
    return std::string(trimmed(rest));
  }
  minutes duration() {
    const std::string text = word();
    const int count = std::stoi(text);
    if (text.ends_with("min")) return minutes(count);
    if (text.ends_with("h")) return std::chrono::hours(count);
    if (text.ends_with("d")) return std::chrono::days(count);
    throw std::runtime_error("\"" + text + "\": expected a number and min, h or d");
  }

 private:
  std::istringstream stream_;
};

class Script {
 public:
  Script(const std::filesystem::path& file, std::string point)
      : file_(file), stream_(file), point_(std::move(point)) {}

  void play() {
    for (std::string text; std::getline(stream_, text);) {
      ++number_;
      Line line{std::string(trimmed(text))};
      const std::string command = line.word();
      if (command.empty() || command.starts_with("#")) continue;
      const testing::ScopedTrace trace(file_.c_str(), number_, text);
      perform(command, line);
    }
  }

 private:
  void perform(const std::string& command, Line& line) {
    static const std::map<std::string, void (Script::*)(Line&)> commands{
        {"NOW", &Script::now},
        {"SOURCE", &Script::source},
        {"PAGE", &Script::page},
        {"WATCH", &Script::watch},
        {"COORDINATOR", &Script::coordinator},
        {"PROFILE", &Script::profile},
        {"SUBSCRIBER", &Script::subscriber},
        {"QUIET_SUBSCRIBER", &Script::quiet_subscriber},
        {"SET", &Script::set},
        {"ANSWER", &Script::answer},
        {"CORRECT", &Script::correct},
        {"MEETING", &Script::meeting},
        {"CANCEL", &Script::cancel},
        {"HOLD", &Script::hold},
        {"RESUME", &Script::resume},
        {"EARLIER", &Script::earlier},
        {"NOTE", &Script::note},
        {"ITEMS", &Script::items},
        {"SERVE", &Script::serve},
        {"REDIRECT", &Script::redirect},
        {"EXPECT", &Script::expect},
        {"EXPECT_URL", &Script::expect_url},
        {"FAIL", &Script::fail},
        {"OK", &Script::recover},
        {"KILL", &Script::kill},
        {"RESTART", &Script::restart},
        {"OFF", &Script::off},
        {"TIME_PASSES", &Script::time_passes},
        {"UNTIL", &Script::until},
        {"EXPECT_ITEMS", &Script::expect_items},
        {"EXPECT_HITS", &Script::expect_hits},
        {"EXPECT_QUEUED", &Script::expect_queued},
        {"EXPECT_MAIL", &Script::expect_mail},
        {"EXPECT_DELIVERIES", &Script::expect_deliveries},
        {"EXPECT_TOLD", &Script::expect_told},
        {"EXPECT_LAST", &Script::expect_last},
        {"EXPECT_KILLED", &Script::expect_killed},
        {"EXPECT_FAILURES", &Script::expect_failures},
        {"EXPECT_ERROR", &Script::expect_error},
        {"EXPECT_LOG", &Script::expect_log},
        {"EXPECT_STATUS", &Script::expect_status},
        {"EXPECT_REQUESTS", &Script::expect_requests}};
    const auto found = commands.find(command);
    if (found == commands.end()) throw std::runtime_error("unknown command " + command);
    (this->*found->second)(line);
  }

  Instant instant(Line& line) {
    const std::string day = line.word();
    return Calendar().instant(parse_iso_day(day).value(), parse_hour(line.word()).value());
  }

  void now(Line& line) { world_ = std::make_unique<World>(instant(line)); }

  static Source read_source(Line& line) {
    Source source;
    source.name = line.word();
    source.url = line.word();
    source.interval = minutes(line.number(60));
    source.linked_text = LinkedText::never;
    return source;
  }

  void page(Line& line) {
    Source source = read_source(line);
    source.kind = SourceKind::page;
    source.page_rule.list = line.rest();
    world().store().sources.save(source);
  }

  void watch(Line& line) {
    Source source = read_source(line);
    source.kind = SourceKind::watch;
    world().store().sources.save(source);
  }

  void source(Line& line) {
    Source source = read_source(line);
    source.linked_text = parse_linked_text(line.word()).value_or(LinkedText::never);
    world().store().sources.save(source);
  }

  void coordinator(Line& line) { world().set_coordinator(line.word()); }

  void profile(Line& line) {
    Profile profile;
    profile.name = line.word();
    profile.title.swedish = profile.name;
    line.word();  // =
    const std::string terms = line.rest();
    for (const std::string_view term : split(terms, ',')) {
      profile.terms.push_back({.text = std::string(trimmed(term))});
    }
    world().store().profiles.save(profile, "scenario", world().clock.now());
  }

  void subscriber(Line& line) { add_subscriber(line, true); }
  // Wants no mail when nothing is new.
  void quiet_subscriber(Line& line) { add_subscriber(line, false); }

  void add_subscriber(Line& line, bool wants_empty_weeks) {
    Subscriber subscriber;
    subscriber.email = line.word();
    subscriber.moment.weekday = parse_weekday(line.word()).value();
    subscriber.moment.time_of_day = parse_hour(line.word()).value();
    for (std::string name = line.word(); !name.empty(); name = line.word()) {
      subscriber.profiles.push_back(name);
    }
    subscriber.since = world().clock.now();
    subscriber.consented_at = subscriber.since;
    subscriber.wants_empty_weeks = wants_empty_weeks;
    ASSERT_TRUE(world().store().subscribers.save(subscriber).ok());
  }

  void set(Line& line) {
    const std::string what = line.word();
    config::Config& config = world().config();
    if (what == "lead") config.digest.coordinator_lead = std::chrono::hours(line.number());
    if (what == "per_second") {
      config.mail.per_second = line.number();
      config.mail.mailer = config::MailerKind::smtp;
    }
    if (what == "public_url") config.web.public_url = line.word();
    if (what == "county") {
      const County* county = find_county(line.word());
      config.place.county = county == nullptr ? "" : county->nuts;
    }
    world().restart();
  }

  void answer(Line& line) {
    const auto subscriber = world().store().subscribers.find(line.word());
    const AnswerKind kind = parse_answer_kind(line.word()).value();
    const std::string title = line.rest();
    CaseId case_id{};
    world().store().items.each({}, [&](const Item& item) {
      if (item.title == title) case_id = item.case_id;
    });
    ASSERT_TRUE(
        world().store().answers.save({subscriber->id, case_id, kind, {}, world().clock.now()}));
  }

  void correct(Line& line) {
    const std::string words = line.rest();
    const std::size_t sign = words.find(" = ");
    const DueDate right{parse_iso_day(words.substr(sign + 3)).value(), {}};
    std::optional<Item> item;
    world().store().items.each({}, [&](const Item& each) {
      if (each.title == words.substr(0, sign)) item = each;
    });
    item->deadline = right;
    ASSERT_TRUE(world().store().corrections.save(*item));
  }

  void meeting(Line& line) {
    Meeting meeting;
    meeting.starts = instant(line);
    meeting.title = line.rest();
    world().store().meetings.add(meeting, world().clock.now());
  }

  void cancel(Line& line) {
    const std::string title = line.rest();
    for (const Meeting& meeting : world().store().meetings.since(world().clock.now())) {
      if (meeting.title == title) world().store().meetings.cancel(meeting.id, world().clock.now());
    }
  }

  IsoWeek week() { return iso_week(world().calendar.day(world().clock.now())); }
  void hold(Line&) { world().store().editions.hold(week()); }
  void resume(Line&) { world().store().editions.resume(week()); }
  void earlier(Line& line) { world().store().editions.bring_forward(week(), line.number()); }
  void note(Line& line) { world().store().editions.set_note(week(), line.rest()); }

  static std::string rss_item(const std::vector<std::string_view>& parts) {
    const auto part = [&](std::size_t i) { return escaped(std::string(trimmed(parts.at(i)))); };
    const std::string link = parts.size() > 3 ? part(3) : "https://a.example/" + part(0);
    return "<item><guid isPermaLink=\"false\">" + part(0) + "</guid><link>" + link +
           "</link><title>" + part(1) + "</title><description>" + part(2) + "</description></item>";
  }

  void items(Line& line) {
    const std::string url = line.word();
    std::string rss = R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>)";
    for (const std::string& item : block()) rss += rss_item(split(item, '|'));
    world().fetcher.serve(url, {.final_url = url,
                                .status = 200,
                                .content_type = "application/rss+xml",
                                .validators = {},
                                .body = rss + "</channel></rss>"});
  }

  void serve(Line& line) {
    const std::string url = line.word();
    const int status = line.number();
    Response response{.final_url = url,
                      .status = status,
                      .content_type = line.rest(),
                      .validators = {},
                      .body = {}};
    for (const std::string& text : block()) response.body += text + "\n";
    world().fetcher.serve(url, response);
  }

  std::vector<std::string> block() {
    std::vector<std::string> lines;
    for (std::string text; std::getline(stream_, text);) {
      ++number_;
      if (trimmed(text) == "END") return lines;
      lines.emplace_back(trimmed(text));
    }
    throw std::runtime_error("a block without END");
  }

  void redirect(Line& line) {
    const std::string url = line.word();
    const std::string status = line.word();
    if (status == "none") return world().fetcher.end_redirect(url);
    world().fetcher.redirect(
        url, line.word(),
        status == "301" ? FakeFetcher::Redirect::permanent : FakeFetcher::Redirect::temporary);
  }

  Source stored_source(const std::string& name) {
    const auto found = world().store().sources.find(name);
    if (!found) throw std::runtime_error("there is no source " + name);
    return *found;
  }

  void expect(Line& line) {
    const Source source = stored_source(line.word());
    EXPECT_EQ(name_of(daemon::state_of(source)), line.word());
    EXPECT_THAT(source.health.error, testing::HasSubstr(line.rest()));
  }

  void expect_url(Line& line) {
    const Source source = stored_source(line.word());
    EXPECT_EQ(source.url, line.word());
  }

  void fail(Line& line) {
    const std::string what = line.word();
    if (what == "disk") return world().restart(World::Disk::full);
    if (what == "network") return world().fetcher.set_network(FakeFetcher::Network::down);
    if (what == "trust") return world().fetcher.set_network(FakeFetcher::Network::untrusted);
    if (what == "fetch") {
      const std::string url = line.word();
      return world().fetcher.fail(url, line.rest());
    }
    const std::string how = line.word();
    const bool is_taken = how == "taken";
    const digest::Outcome outcome = is_taken ? digest::Outcome::deferred : outcome_named(how);
    FakeMailer& mailer = world().mailer;
    mailer.reply = [&mailer, is_taken, outcome, words = line.rest()](const Mail& mail) {
      if (is_taken) mailer.delivered.push_back(mail);
      return digest::Delivery{outcome, words};
    };
  }

  void recover(Line& line) {
    const std::string what = line.word();
    if (what == "disk") return world().restart();
    if (what == "network" || what == "trust") {
      return world().fetcher.set_network(FakeFetcher::Network::up);
    }
    world().mailer.reply = FakeMailer().reply;
  }

  void kill(Line& line) {
    line.word();  // AT
    const std::string point = line.word();
    const daemon::Point meant = point_named(point == "$POINT" ? point_ : point);
    world().kill_at(meant, line.number(1) - 1);
  }

  void restart(Line&) { world().restart(); }

  void off(Line& line) {
    world().clock.set(world().clock.now() + line.duration());
    world().restart();
  }

  void time_passes(Line& line) { world().play(world().clock.now() + line.duration()); }
  void until(Line& line) { world().play(instant(line)); }

  void expect_items(Line& line) { EXPECT_EQ(world().store().items.count(), line.number()); }
  void expect_hits(Line& line) { EXPECT_EQ(world().store().hits.count(), line.number()); }
  void expect_queued(Line& line) { EXPECT_EQ(world().store().outbox.queued(), line.number()); }

  void expect_mail(Line& line) {
    const std::string address = line.word();
    EXPECT_EQ(world().mails_to(address).size(), static_cast<std::size_t>(line.number()));
  }

  void expect_deliveries(Line& line) {
    EXPECT_EQ(world().deliveries(), static_cast<std::size_t>(line.number()));
  }

  void expect_told(Line& line) {
    const std::string address = line.word();
    const int expected = line.number();
    const std::string words = line.rest();
    int told = 0;
    for (const std::string& mail : world().mails_to(address)) {
      if (mail.find(words) != std::string::npos) ++told;
    }
    EXPECT_EQ(told, expected) << "mails with «" << words << "»";
  }

  void expect_last(Line& line) {
    const auto mails = world().mails_to(line.word());
    ASSERT_FALSE(mails.empty());
    EXPECT_THAT(mails.back(), testing::HasSubstr(line.rest()));
  }

  void expect_killed(Line&) { EXPECT_TRUE(world().was_killed()) << "the point was never reached"; }

  void expect_failures(Line& line) {
    const auto found = world().store().sources.find(line.word());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->health.failures, line.number());
  }

  void expect_error(Line& line) {
    const auto found = world().store().sources.find(line.word());
    ASSERT_TRUE(found);
    EXPECT_THAT(found->health.error, testing::HasSubstr(line.rest()));
  }

  void expect_log(Line& line) {
    const int expected = line.number();
    EXPECT_EQ(count_of(line.rest(), world().log()), expected) << world().log();
  }

  void expect_status(Line& line) {
    const std::string words = line.rest();
    if (words == "none") {
      EXPECT_EQ(world().status(), "");
    } else {
      EXPECT_THAT(world().status(), testing::HasSubstr(words));
    }
  }

  void expect_requests(Line& line) {
    const int expected = line.number();
    const std::string url = line.word();
    const FakeFetcher& fetcher = world().fetcher;
    EXPECT_EQ(url.empty() ? fetcher.requests() : fetcher.requests(url), expected) << url;
  }

  World& world() {
    if (!world_) throw std::runtime_error("NOW must come first");
    return *world_;
  }

  std::filesystem::path file_;
  std::ifstream stream_;
  std::string point_;
  int number_ = 0;
  std::unique_ptr<World> world_;
};

}  // namespace

void play_script(const std::filesystem::path& file, const std::string& point) {
  Script(file, point).play();
}

}  // namespace fundwatch::tests
