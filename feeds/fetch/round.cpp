#include "feeds/fetch/round.h"

#include <algorithm>
#include <utility>

#include "config/notation.h"
#include "feeds/fetch/judge.h"

namespace fundwatch::feeds {
namespace {

constexpr std::chrono::milliseconds kPollTime{200};

Moment steady_now() { return std::chrono::steady_clock::now(); }

std::string origin_of(const Hop& hop) {
  return (hop.is_secure ? "https://" : "http://") + hop.authority;
}

// Whose robots.txt it is, as the request can see it: one that trusts more may have it where others
// may not.
std::string site_of(const Errand& errand) {
  return origin_of(errand.hop) + " " + errand.request.ca_file;
}

// RFC 9309 § 2.3.1: a site without one, or whose redirects lead nowhere, allows everything; while
// it cannot be had, nothing.
KnownRobots robots_of(const Answer& answer, Moment now) {
  if (answer.response.ok()) {
    return {Robots::parse(answer.response->body), {}, Fault::none, now + kRobotsAgeMax};
  }
  const bool is_missing = answer.fault == Fault::redirect ||
                          (answer.status >= 400 && answer.status < 500 && answer.status != 429);
  if (is_missing) return {Robots::allowing_all(), {}, Fault::none, now + kRobotsAgeMax};
  return {Robots::allowing_nothing(), answer.response.error().message, answer.fault,
          now + kRobotsRetry};
}

// One that would break out of its line, and could say other things there.
const HeaderField* broken_field_of(const Request& request) {
  const auto is_broken = [](const HeaderField& field) { return !config::is_one_line(field.value); };
  const auto found = std::ranges::find_if(request.headers, is_broken);
  return found == request.headers.end() ? nullptr : &*found;
}

Answer forbidden(const Hop& hop, const KnownRobots& known) {
  const std::string robots = "the robots.txt of " + hop.authority;
  if (known.fault == Fault::none) {
    return refused(Fault::robots, robots + " asks programs not to read " + hop.target +
                                      "; look for a feed there, or ask its owner");
  }
  return refused(
      known.fault,
      robots + " could not be had, and until then its pages are not read: " + known.words);
}

}  // namespace

Round::Round(Engine& engine, const OnAnswer& on_answer)
    : engine_(engine), on_answer_(on_answer), end_(steady_now() + engine.policy.round_time_max) {}

Round::~Round() {
  for (const auto& [handle, transfer] : active_) {
    curl_multi_remove_handle(engine_.multi.get(), handle);
  }
  engine_.pace.forget_free(steady_now());
}

void Round::add(std::vector<Request> requests) {
  for (Request& request : requests) {
    if (is_stopped()) return;
    add(std::move(request));
  }
}

void Round::add(Request request) {
  if (const HeaderField* broken = broken_field_of(request)) {
    return hand_over(request, refused(Fault::broken, "the request's header " + broken->name +
                                                         " is not one line; check its secret"));
  }
  auto hop = first_hop(request.url, engine_.policy.guard);
  if (!hop) return hand_over(request, refused(Fault::address, hop.error().message));
  Errand errand;
  errand.time_left = request.total_timeout.value_or(engine_.policy.limits.total_timeout);
  errand.request = std::move(request);
  errand.hop = std::move(*hop);
  admit(std::move(errand));
}

// Who asked gets the answer, and may ask on.
void Round::hand_over(const Request& request, Answer answer) {
  if (auto next = on_answer_(request, std::move(answer))) add(std::move(*next));
}

void Round::until_done() {
  const std::stop_callback wake_up(engine_.stop,
                                   [this] { curl_multi_wakeup(engine_.multi.get()); });
  start_waiting();
  while (is_under_way(steady_now()) && !is_stopped()) {
    wait(steady_now());
    int running = 0;
    must(curl_multi_perform(engine_.multi.get(), &running));
    finish_done();
    start_waiting();
    engine_.on_progress();
  }
}

// After its end a round only waits for what it has begun.
bool Round::is_under_way(Moment now) const {
  return !active_.empty() || (now < end_ && !queues_.empty());
}

void Round::wait(Moment now) {
  auto time = kPollTime;
  const auto turn = queues_.next_turn();
  if (turn && *turn > now) {
    time = std::min(time, std::chrono::ceil<std::chrono::milliseconds>(*turn - now));
  }
  must(curl_multi_poll(engine_.multi.get(), nullptr, 0, static_cast<int>(time.count()), nullptr));
}

// On its way to the queue of its host, unless that is held, or robots.txt has a say in it.
void Round::admit(Errand errand) {
  const Moment now = steady_now();
  if (const auto pause = engine_.pace.held_for(errand.hop.authority, now)) {
    return answer(errand, postponed(errand.hop, *pause));
  }
  if (errand.request.obeys_robots && errand.robots_of.empty()) {
    const auto known = engine_.robots.find(site_of(errand));
    if (known == engine_.robots.end() || known->second.until <= now) {
      return ask_robots(std::move(errand));
    }
    if (!known->second.robots.allows(errand.hop.target)) {
      return answer(errand, forbidden(errand.hop, known->second));
    }
  }
  queues_.add(std::move(errand));
}

void Round::ask_robots(Errand errand) {
  const std::string site = site_of(errand);
  Errand robots;
  robots.robots_of = site;
  robots.request.ca_file = errand.request.ca_file;
  robots.hop = first_hop(origin_of(errand.hop) + "/robots.txt", engine_.policy.guard).value();
  robots.time_left = engine_.policy.limits.total_timeout;
  std::vector<Errand>& waiting = waiting_for_robots_[site];
  waiting.push_back(std::move(errand));
  if (waiting.size() == 1) queues_.add(std::move(robots));
}

void Round::start_waiting() {
  const auto transfers_max = static_cast<std::size_t>(engine_.policy.limits.transfers_max);
  while (active_.size() < transfers_max) {
    const Moment now = steady_now();
    auto errand = now < end_ ? queues_.take(now) : std::nullopt;
    if (!errand) return;
    start(std::move(*errand));
  }
}

void Round::start(Errand errand) {
  auto& idle = engine_.idle;
  if (idle.empty()) idle.push_back(std::make_unique<Transfer>(engine_.policy));
  auto transfer = std::move(idle.back());
  idle.pop_back();
  set_route(errand);
  transfer->begin(std::move(errand));
  CURL* const handle = transfer->handle();
  must(curl_multi_add_handle(engine_.multi.get(), handle));
  active_.emplace(handle, std::move(transfer));
}

// Without a proxy every way is straight; with one it is unknown until the host was looked up.
void Round::set_route(Errand& errand) const {
  const auto& proxy = engine_.policy.proxy;
  if (!proxy || proxy->excepts(errand.hop.host)) errand.route = Route::straight;
}

void Round::finish_done() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(engine_.multi.get(), &left)) {
    if (is_stopped()) return;
    if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
  }
}

void Round::finish(CURL* handle, CURLcode code) {
  auto node = active_.extract(handle);
  CHECK(!node.empty());
  Outcome outcome = node.mapped()->take_outcome(code);
  must(curl_multi_remove_handle(engine_.multi.get(), handle));
  engine_.idle.push_back(std::move(node.mapped()));
  if (outcome.errand.route == Route::unknown) return find_route(std::move(outcome));
  queues_.release(outcome.errand.hop.authority, steady_now());
  if (is_led_on(outcome)) return follow(std::move(outcome));
  settle(std::move(outcome));
}

// The host was looked up and has not been asked anything yet: now it is, or not at all.
void Round::find_route(Outcome outcome) {
  Errand& errand = outcome.errand;
  const auto route = route_to(errand.hop.host, outcome.look_up);
  if (route) {
    errand.route = *route;
    return start(std::move(errand));
  }
  queues_.release(errand.hop.authority, steady_now());
  answer(errand, refused(Fault::address, route.error().message));
}

void Round::follow(Outcome outcome) {
  auto hop = redirected(outcome, engine_.policy);
  if (!hop) {
    Answer given = refused(Fault::redirect, hop.error().message);
    given.status = outcome.head.status;
    return answer(outcome.errand, given);
  }
  Errand& errand = outcome.errand;
  const bool is_all_permanent = errand.redirects == 0 || errand.moved_to == errand.hop.url;
  errand.hop = std::move(*hop);
  errand.route = Route::unknown;
  if (is_all_permanent && is_permanent(outcome.head.status)) errand.moved_to = errand.hop.url;
  ++errand.redirects;
  admit(std::move(errand));
}

// The last hop is done: its host may want a rest, and who asked gets the answer.
void Round::settle(Outcome outcome) {
  const Errand errand = outcome.errand;
  const Answer given = judged(std::move(outcome), engine_.policy.limits, engine_.clock.now());
  const auto pause = hold_after(given);
  if (pause) engine_.pace.hold(errand.hop.authority, steady_now() + *pause);
  answer(errand, given);
  if (!pause) return;
  for (const Errand& waiting : queues_.take_all(errand.hop.authority)) {
    answer(waiting, postponed(waiting.hop, *pause));
  }
}

void Round::answer(const Errand& errand, const Answer& given) {
  if (errand.robots_of.empty()) return hand_over(errand.request, given);
  if (!hold_after(given) && given.was_asked) learn_robots(errand.robots_of, given);
  auto waiting = waiting_for_robots_.extract(errand.robots_of);
  if (waiting.empty()) return;
  for (Errand& each : waiting.mapped()) admit(std::move(each));
}

// One that cannot be had does not replace what is known (RFC 9309 § 2.3.1.4).
void Round::learn_robots(const std::string& site, const Answer& given) {
  KnownRobots known = robots_of(given, steady_now());
  const auto old = engine_.robots.find(site);
  if (known.fault != Fault::none && old != engine_.robots.end()) {
    old->second.until = known.until;
  } else {
    engine_.robots.insert_or_assign(site, std::move(known));
  }
}

}  // namespace fundwatch::feeds
