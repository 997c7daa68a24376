#include "feeds/fetch/judge.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "feeds/fetch/retry_after.h"

namespace fundwatch::feeds {
namespace {

bool is_conditional(const Request& request) { return request.validators != Validators{}; }

// What a 304 does not repeat stays as it was (RFC 9110 § 15.4.5).
Validators updated(Validators sent, const Validators& repeated) {
  if (!repeated.etag.empty()) sent.etag = repeated.etag;
  if (!repeated.last_modified.empty()) sent.last_modified = repeated.last_modified;
  return sent;
}

Response response_of(Outcome outcome, bool is_unchanged) {
  const Head& head = outcome.head;
  Response response;
  response.final_url = outcome.errand.hop.url;
  response.status = head.status;
  response.content_type = head.content_type;
  response.validators =
      is_unchanged ? updated(outcome.errand.request.validators, head.validators) : head.validators;
  response.body = std::move(outcome.body);
  return response;
}

// The limits that hold for this request.
config::Fetch limits_for(const Request& request, config::Fetch limits) {
  limits.body_bytes_max = request.body_bytes_max.value_or(limits.body_bytes_max);
  limits.total_timeout = request.total_timeout.value_or(limits.total_timeout);
  return limits;
}

// What a request sends along is for the server that it was made for, and a 301 or 302 would turn a
// POST into a GET.
bool may_follow(const Outcome& outcome, const Hop& to) {
  const Request& request = outcome.errand.request;
  const Hop& from = outcome.errand.hop;
  if (!request.payload && request.headers.empty()) return true;
  const bool is_same_origin = from.authority == to.authority && from.is_secure == to.is_secure;
  const int status = outcome.head.status;
  return is_same_origin && (!request.payload || status == 307 || status == 308);
}

Error fault(std::string message) { return {Stage::fetch, std::move(message)}; }

}  // namespace

Answer judged(Outcome outcome, const config::Fetch& limits, Instant now) {
  const int status = outcome.head.status;
  const Errand& errand = outcome.errand;
  Answer answer{fault("")};
  answer.status = status;
  answer.retry_after = parse_retry_after(outcome.head.retry_after, now);
  answer.fresh_for = fresh_for(outcome.head.freshness, now);
  answer.moved_to = errand.moved_to;
  const bool is_unchanged = status == 304 && is_conditional(errand.request);
  if (outcome.obstacle && !is_unchanged) {
    answer.fault = Fault::guarded;
    answer.response = fault(words_for_obstacle(*outcome.obstacle, status, errand.hop));
  } else if (status != 0 && status != 200 && !is_unchanged) {
    answer.fault = Fault::status;
    if (errand.request.payload && status >= 400 && status < 500) answer.refusal = outcome.body;
    answer.response = fault(words_for_status(status, errand.hop));
  } else if (!is_unchanged && outcome.ending.code != CURLE_OK) {
    answer.fault = fault_of(outcome.ending);
    answer.response =
        fault(words_for(outcome.ending, errand.hop, limits_for(errand.request, limits)));
  } else {
    answer.response = response_of(std::move(outcome), is_unchanged);
  }
  return answer;
}

bool is_led_on(const Outcome& outcome) {
  return is_redirect(outcome.head.status) && !outcome.head.location.empty();
}

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
    return fault(words_for(late, errand.hop, limits_for(errand.request, policy.limits)));
  }
  auto hop = next_hop(errand.hop, outcome.head.location, policy.guard);
  if (!hop || may_follow(outcome, *hop)) return hop;
  return fault(errand.hop.host + " redirects a request that is meant for it alone to " +
               shortened(hop->url, kUrlCharactersMax) +
               "; if its service has moved there, give that address");
}

Answer refused(Fault why, std::string words) {
  Answer answer{fault(std::move(words))};
  answer.fault = why;
  return answer;
}

std::optional<std::chrono::seconds> hold_after(const Answer& answer) {
  if (answer.status != 429 && answer.status != 503) return std::nullopt;
  return std::max<std::chrono::seconds>(answer.retry_after.value_or(kHoldUnlessSaid), kHoldMin);
}

Answer postponed(const Hop& hop, std::chrono::seconds held_for) {
  Answer answer{fault(hop.authority + " has asked for a pause; it is asked again in " +
                      std::to_string(std::chrono::ceil<std::chrono::minutes>(held_for).count()) +
                      " min")};
  answer.retry_after = held_for;
  answer.was_asked = false;
  return answer;
}

}  // namespace fundwatch::feeds
