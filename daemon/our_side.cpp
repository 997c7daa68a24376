#include "daemon/our_side.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/url.h"

namespace fundwatch::daemon {
namespace {

bool is_read_over_tls(const feeds::Answer& answer) {
  return answer.response.ok() && answer.response->final_url.starts_with("https:");
}

// Of those that were well until now.
std::vector<std::string> witnesses(const std::vector<Visit>& suspects) {
  std::vector<std::string> hosts;
  for (const Visit& suspect : suspects) {
    const auto url = parse_url(suspect.source.url);
    if (url && suspect.source.health.failures == 0) hosts.push_back(url->host);
  }
  return hosts;
}

}  // namespace

void OurSide::hear(const feeds::Answer& answer) {
  if (answer.status != 0 || answer.response.ok()) network_.is_proven_well = true;
  if (is_read_over_tls(answer)) trust_.is_proven_well = true;
  if (answer.fault == feeds::Fault::trust_store) trust_.is_proven_down = true;
}

bool OurSide::keeps(const Visit& visit) {
  const feeds::Answer& answer = visit.answer;
  Side* const side = is_out_of_reach(answer.fault) ? &network_
                     : is_untrusted(answer.fault)  ? &trust_
                                                   : nullptr;
  if (side != nullptr) side->suspects.push_back(visit);
  return side != nullptr;
}

std::vector<Visit> OurSide::judge_round() {
  std::vector<Visit> blamed;
  for (Side* side : {&network_, &trust_}) {
    judge(*side);
    if (!side->reach.is_down()) std::ranges::move(side->suspects, std::back_inserter(blamed));
    side->suspects.clear();
    side->is_proven_well = side->is_proven_down = false;
  }
  return blamed;
}

void OurSide::judge(Side& side) {
  const Instant now = parts_.clock.now();
  if (side.is_proven_well) {
    const auto since = side.reach.down_since();
    side.reach.answered();
    const std::string time = since ? " since " + calendar_.iso8601(*since) : " for some time";
    return parts_.troubles.end(side.trouble, side.is_well + time);
  }
  if (side.suspects.empty()) return;
  const bool is_news = side.is_proven_down ? side.reach.broke_down(now)
                                           : side.reach.missed(witnesses(side.suspects), now);
  if (!is_news) return;
  parts_.troubles.begin(
      side.trouble, side.is_down + "; no source is blamed, all are asked again, nothing is lost: " +
                        side.suspects.front().answer.response.error().message);
}

bool OurSide::is_down() const { return network_.reach.is_down() || trust_.reach.is_down(); }

std::optional<Instant> OurSide::next_try() const {
  return std::max(network_.reach.next_try(), trust_.reach.next_try());
}

}  // namespace fundwatch::daemon
