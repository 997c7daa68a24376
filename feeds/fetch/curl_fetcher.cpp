#include "feeds/fetch/curl_fetcher.h"

#include <unordered_map>
#include <utility>

#include "feeds/fetch/retry_after.h"
#include "feeds/fetch/transfer.h"

namespace fundwatch::feeds {
namespace {

constexpr std::chrono::milliseconds kPollTime{200};

Error fault(std::string message) { return {Stage::fetch, std::move(message)}; }

bool is_conditional(const Request& request) { return request.validators != Validators{}; }

// What a 304 does not repeat stays as it was (RFC 9110 § 15.4.5).
Validators updated(Validators sent, const Validators& repeated) {
  if (!repeated.etag.empty()) sent.etag = repeated.etag;
  if (!repeated.last_modified.empty()) sent.last_modified = repeated.last_modified;
  return sent;
}

// What the outcome of the last hop is worth. Any status but 200 says it all in the head, however
// the body ended.
Result<Response> judged(Outcome outcome, const config::Fetch& limits) {
  const Head& head = outcome.head;
  const Request& request = outcome.errand.request;
  const Hop& hop = outcome.errand.hop;
  const bool is_unchanged = head.status == 304 && is_conditional(request);
  if (head.status != 0 && head.status != 200 && !is_unchanged) {
    return fault(words_for_status(head.status, hop));
  }
  if (!is_unchanged && outcome.ending.code != CURLE_OK) {
    return fault(words_for(outcome.ending, hop, limits));
  }
  Response response;
  response.final_url = hop.url;
  response.status = head.status;
  response.content_type = head.content_type;
  response.validators =
      is_unchanged ? updated(request.validators, head.validators) : head.validators;
  response.body = std::move(outcome.body);
  return response;
}

// Where a redirect leads, if its errand may still go on.
Result<Hop> redirected(const Outcome& outcome, const Policy& policy) {
  const Errand& errand = outcome.errand;
  if (errand.redirects >= policy.limits.redirects_max) {
    return fault(errand.hop.host + " redirects more than " +
                 std::to_string(policy.limits.redirects_max) +
                 " times (fetch.redirects_max); check the address in a browser");
  }
  if (errand.time_left.count() <= 0) {
    Ending late;
    late.code = CURLE_OPERATION_TIMEDOUT;
    late.phase = Phase::answering;
    late.is_out_of_time = true;
    return fault(words_for(late, errand.hop, policy.limits));
  }
  return next_hop(errand.hop, outcome.head.location, policy.guard);
}

}  // namespace

// What lasts between calls: connections, the DNS cache and handles are used again.
struct CurlFetcher::Engine {
  Policy policy;
  const Clock& clock;
  std::stop_token stop;
  std::function<void()> on_progress;
  MultiHandle multi{curl_multi_init()};
  std::vector<std::unique_ptr<Transfer>> idle{};
};

// One call of fetch(): what waits and what is under way. Its end, by exception or stop too, leaves
// the engine with nothing under way.
class CurlFetcher::Run {
 public:
  Run(Engine& engine, const OnAnswer& on_answer) : engine_(engine), on_answer_(on_answer) {}
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  void add(std::vector<Request> requests);
  void until_done();

 private:
  using Active = std::unordered_map<CURL*, std::unique_ptr<Transfer>>;

  bool is_stopped() const { return engine_.stop.stop_requested(); }
  void start_waiting();
  void start(Errand errand);
  void finish_done();
  void finish(CURL* handle, CURLcode code);
  void follow(Outcome outcome);

  Engine& engine_;
  const OnAnswer& on_answer_;
  HostQueues queues_;
  Active active_;
};

CurlFetcher::Run::~Run() {
  for (const auto& [handle, transfer] : active_) {
    curl_multi_remove_handle(engine_.multi.get(), handle);
  }
}

void CurlFetcher::Run::add(std::vector<Request> requests) {
  const config::Fetch& limits = engine_.policy.limits;
  for (Request& request : requests) {
    if (is_stopped()) return;
    auto hop = first_hop(request.url, engine_.policy.guard);
    if (hop) {
      queues_.add({std::move(request), std::move(*hop), 0, limits.total_timeout});
    } else {
      on_answer_(request, {hop.error(), {}});
    }
  }
}

void CurlFetcher::Run::until_done() {
  CURLM* const multi = engine_.multi.get();
  const std::stop_callback wake_up(engine_.stop, [multi] { curl_multi_wakeup(multi); });
  start_waiting();
  while (!queues_.empty() && !is_stopped()) {
    must(curl_multi_poll(multi, nullptr, 0, static_cast<int>(kPollTime.count()), nullptr));
    int running = 0;
    must(curl_multi_perform(multi, &running));
    finish_done();
    start_waiting();
    engine_.on_progress();
  }
}

void CurlFetcher::Run::start_waiting() {
  const auto transfers_max = static_cast<std::size_t>(engine_.policy.limits.transfers_max);
  while (active_.size() < transfers_max) {
    auto errand = queues_.take();
    if (!errand) return;
    start(std::move(*errand));
  }
}

void CurlFetcher::Run::start(Errand errand) {
  auto& idle = engine_.idle;
  if (idle.empty()) idle.push_back(std::make_unique<Transfer>(engine_.policy));
  auto transfer = std::move(idle.back());
  idle.pop_back();
  transfer->begin(std::move(errand));
  CURL* const handle = transfer->handle();
  must(curl_multi_add_handle(engine_.multi.get(), handle));
  active_.emplace(handle, std::move(transfer));
}

void CurlFetcher::Run::finish_done() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(engine_.multi.get(), &left)) {
    if (is_stopped()) return;
    if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
  }
}

void CurlFetcher::Run::finish(CURL* handle, CURLcode code) {
  auto node = active_.extract(handle);
  CHECK(!node.empty());
  Outcome outcome = node.mapped()->take_outcome(code);
  must(curl_multi_remove_handle(engine_.multi.get(), handle));
  engine_.idle.push_back(std::move(node.mapped()));
  queues_.release(outcome.errand.hop.host);

  const Head& head = outcome.head;
  if (is_redirect(head.status) && !head.location.empty()) return follow(std::move(outcome));
  const auto retry_after = parse_retry_after(head.retry_after, engine_.clock.now());
  const Request request = outcome.errand.request;
  const int status = head.status;
  on_answer_(request, {judged(std::move(outcome), engine_.policy.limits), retry_after, status});
}

void CurlFetcher::Run::follow(Outcome outcome) {
  Errand& errand = outcome.errand;
  auto hop = redirected(outcome, engine_.policy);
  if (!hop) return on_answer_(errand.request, {hop.error(), {}, outcome.head.status});
  errand.hop = std::move(*hop);
  ++errand.redirects;
  queues_.add(std::move(errand));
}

CurlFetcher::CurlFetcher(Policy policy, const Clock& clock, std::stop_token stop,
                         std::function<void()> on_progress)
    : engine_(new Engine{std::move(policy), clock, std::move(stop), std::move(on_progress)}) {
  if (!engine_->multi) must(CURLM_OUT_OF_MEMORY);
}

CurlFetcher::~CurlFetcher() = default;

void CurlFetcher::fetch(std::vector<Request> requests, const OnAnswer& on_answer) {
  Run run(*engine_, on_answer);
  run.add(std::move(requests));
  run.until_done();
}

}  // namespace fundwatch::feeds
