#include "feeds/fetch/judge.h"

#include <algorithm>
#include <utility>

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
  if (status != 0 && status != 200 && !is_unchanged) {
    answer.fault = Fault::status;
    answer.response = fault(words_for_status(status, errand.hop));
  } else if (!is_unchanged && outcome.ending.code != CURLE_OK) {
    answer.fault = fault_of(outcome.ending);
    answer.response = fault(words_for(outcome.ending, errand.hop, limits));
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
    return fault(words_for(late, errand.hop, policy.limits));
  }
  return next_hop(errand.hop, outcome.head.location, policy.guard);
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
