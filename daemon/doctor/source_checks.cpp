#include "daemon/doctor/source_checks.h"

#include <utility>

namespace fundwatch::daemon {
namespace {

std::string advice_for(const feeds::Answer& answer, const Source& source) {
  using feeds::Fault;
  switch (answer.fault) {
    case Fault::name: return "check its address, and the name server of this machine";
    case Fault::address:
      return "if it is a site of your own network, list its address as fetch.allowed_addresses";
    case Fault::connection:
    case Fault::timeout: return "try later; is there a firewall between this machine and it?";
    case Fault::proxy: return "check fetch.proxy and its credentials";
    case Fault::trust_store: return "check ca-certificates and fetch.ca_file";
    case Fault::tls:
    case Fault::authority:
      return "if it is a site of your own network, name its authority as ca_file of the source";
    case Fault::robots:
    case Fault::guarded:
      return "ask its owner for leave, or for a feed; fundwatch does not pretend";
    case Fault::none:
    case Fault::size:
    case Fault::redirect:
    case Fault::status:
    case Fault::broken: break;
  }
  return "see what it gives: fundwatch source test \"" + source.name + "\"";
}

std::string counted_items(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " item" : " items");
}

}  // namespace

Finding check_visit(const Visit& visit) {
  const Source& source = visit.source;
  const std::string part = "source \"" + source.name + "\"";
  if (!visit.items) {
    return faulty(part, visit.items.error().message, advice_for(visit.answer, source));
  }
  const std::size_t count = visit.items->size();
  if (!visit.answer.moved_to.empty()) {
    return doubtful(part, counted_items(count) + ", but it has moved for good",
                    "fundwatch source edit \"" + source.name + "\" --url " + visit.answer.moved_to);
  }
  if (count > 0 || feeds::tells_only_news(source.kind)) return well(part, counted_items(count));
  return doubtful(part, "it can be read, but holds no items",
                  "see whether it should: fundwatch source test \"" + source.name + "\"");
}

void SourceChecks::run(const std::vector<Source>& sources) {
  std::int64_t number = 0;
  for (Source source : sources) {
    source.validators = {};
    // Those of the catalogue have none yet, and answers come in any order.
    source.id = SourceId{++number};
    ask(std::move(source));
  }
  // A round of fetching ends after some time, whatever was answered.
  for (int round = 0; round < kRoundsMax && !inquiries_.empty() && !parts_.stopping(); ++round) {
    fetch_round();
  }
  for (auto& [id, inquiry] : inquiries_) on_finding_(check_visit(visit_of(std::move(inquiry))));
  inquiries_.clear();
}

void SourceChecks::ask(Source source) {
  const feeds::Asked asked{.source = std::move(source),
                           .now = parts_.now,
                           .limits = parts_.config.read,
                           .pages_max = parts_.config.fetch.pages_max};
  if (asked.source.kind != SourceKind::mail) {
    inquiries_.emplace(asked.source.id, feeds::Inquiry(asked));
    return;
  }
  if (parts_.stopping()) return;
  on_finding_(check_visit(visit_mailbox(asked, {}, parts_.read_mailbox).visit));
}

void SourceChecks::fetch_round() {
  std::vector<feeds::Request> requests;
  for (const auto& [id, inquiry] : inquiries_) requests.push_back(inquiry.first());
  parts_.fetcher.fetch(std::move(requests),
                       [this](const feeds::Request& request, feeds::Answer answer) {
                         const auto inquiry = inquiries_.find(request.source);
                         auto next = inquiry->second.take(std::move(answer));
                         if (next) return next;
                         on_finding_(check_visit(visit_of(std::move(inquiry->second))));
                         inquiries_.erase(inquiry);
                         return next;
                       });
}

}  // namespace fundwatch::daemon
