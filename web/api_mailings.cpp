#include "web/api_mailings.h"

#include <boost/json/array.hpp>

#include "digest/follow_up_report.h"
#include "web/api_days.h"
#include "web/edition_section.h"
#include "web/follow_up_count.h"
#include "web/json_values.h"
#include "web/mail_sample.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::string_view word_for(store::MailState state) {
  switch (state) {
    case store::MailState::queued: return "queued";
    case store::MailState::sent: return "sent";
    case store::MailState::refused: return "refused";
  }
  return "queued";
}

json::object to_json(const store::MailRecord& mail) {
  const bool is_queued = mail.state == store::MailState::queued;
  const bool is_subscriber = mail.subscriber != SubscriberId{};
  return {{"id", static_cast<std::int64_t>(mail.id)},
          {"subscriber", is_subscriber ? json::value(static_cast<std::int64_t>(mail.subscriber))
                                       : json::value(nullptr)},
          {"recipient", mail.recipient},
          {"subject", mail.subject},
          {"state", word_for(mail.state)},
          {"attempts", mail.attempts},
          {"answer", mail.answer},
          {"made_at", iso8601_utc(mail.made_at)},
          {"next_attempt", is_queued ? instant_or_null(mail.next_attempt) : json::value(nullptr)},
          {"done_at", instant_or_null(mail.done_at)}};
}

json::value hold_json(const std::optional<store::Hold>& hold) {
  if (!hold) return nullptr;
  return json::object{{"reason", hold->reason},
                      {"since", iso8601_utc(hold->since)},
                      {"next_try", iso8601_utc(hold->next_try)}};
}

// Whose mail is looked at, and how.
struct SampleAsked {
  std::optional<std::int64_t> subscriber;  // absent: somebody new
  std::string week;
};

// Fills in the reader. The fault of what is not as expected.
std::optional<Reply> read_sample(const ApiCall& call, const SampleAsked& asked,
                                 Subscriber& reader) {
  if (asked.week != "" && asked.week != "empty") {
    return refusal(422, {"expected \"empty\", or nothing: as it is", "week"});
  }
  std::optional<Subscriber> known;
  if (asked.subscriber) {
    known = call.store().subscribers.find(SubscriberId{*asked.subscriber});
    if (!known) return nothing_called("subscriber", std::to_string(*asked.subscriber));
  }
  reader = reader_of_sample(call.desk, known,
                            asked.week.empty() ? SampleWeek::as_it_is : SampleWeek::empty);
  return std::nullopt;
}

}  // namespace

Reply api_mailings(const ApiCall& call) {
  const Fields& query = call.request.query;
  const auto before =
      query.has("fore") ? whole_number(query.text("fore")) : std::optional(std::int64_t{0});
  if (!before) return refusal(422, {"expected the number of a mail", "fore"});
  const store::Outbox& outbox = call.store().outbox;
  const auto page = outbox.page(MailId{*before}, kApiPageMails);
  json::array mails;
  for (const store::MailRecord& mail : page) mails.push_back(to_json(mail));
  json::value next = nullptr;
  if (page.size() == kApiPageMails) {
    next = "/api/v1/mailings?fore=" + std::to_string(static_cast<std::int64_t>(page.back().id));
  }
  return json_reply(json::object{{"mails", std::move(mails)},
                                 {"next", std::move(next)},
                                 {"queued", outbox.queued()},
                                 {"hold", hold_json(outbox.hold())},
                                 {"next_digest", instant_or_null(next_mail(call.desk))}});
}

Reply api_mail_preview(const ApiCall& call) {
  const Fields& query = call.request.query;
  SampleAsked asked{std::nullopt, query.text("week")};
  if (query.has("subscriber")) {
    asked.subscriber = whole_number(query.text("subscriber"));
    if (!asked.subscriber) return refusal(422, {"expected a number", "subscriber"});
  }
  Subscriber reader;
  if (auto wrong = read_sample(call, asked, reader)) return *std::move(wrong);
  const DigestSample sample = call.desk.site.services.sample_digest(reader);
  return json_reply(
      json::object{{"subject", sample.subject}, {"text", sample.text}, {"html", sample.html}});
}

Reply api_send_trial(const ApiCall& call) {
  BodyReader body(call.body);
  const auto subscriber = body.whole_number("subscriber");
  const SampleAsked asked{subscriber, body.text("week", kWordCharactersMax).value_or("")};
  if (const auto fault = body.fault()) return refusal(422, *fault);
  Subscriber reader;
  if (auto wrong = read_sample(call, asked, reader)) return *std::move(wrong);
  if (!send_trial(call.desk, reader)) {
    return refusal(429, {"expected at most " + std::to_string(kTrialsAnHourMax) +
                         " trials an hour: send it again later"});
  }
  return json_reply(json::object{{"recipient", call.desk.visitor.account.email}});
}

Reply api_report(const ApiCall& call) {
  const auto days = days_asked(call, this_year(call.desk));
  if (const auto* fault = std::get_if<ApiFault>(&days)) return refusal(422, *fault);
  const auto& [from, to] = std::get<store::Days>(days);
  Reply reply = json_reply(nullptr);
  reply.body =
      digest::follow_up_json(follow_up_of(call.store(), {from, to}, call.desk.site.calendar));
  return reply;
}

}  // namespace fundwatch::web
