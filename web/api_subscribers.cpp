#include "web/api_subscribers.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "base/names.h"
#include "base/text.h"
#include "web/addresses.h"
#include "web/numbers.h"
#include "web/subscriber_json.h"
#include "web/subscriber_page.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

std::optional<Subscriber> subscriber_called(const ApiCall& call) {
  const auto id = whole_number(call.id);
  return id ? call.store().subscribers.find(SubscriberId{*id}) : std::nullopt;
}

std::vector<std::string> names_of_profiles(const ApiCall& call) {
  std::vector<std::string> names;
  for (const Profile& profile : call.store().profiles.all()) names.push_back(profile.name);
  return names;
}

void take_texts(BodyReader& body, Subscriber& subscriber) {
  if (auto name = body.text("name", kOrganisationCharactersMax)) subscriber.name = collapsed(*name);
  if (auto organisation = body.text("organisation", kOrganisationCharactersMax)) {
    subscriber.organisation = collapsed(*organisation);
  }
  if (auto municipality = body.text("municipality", kMunicipalityCharactersMax)) {
    subscriber.municipality = collapsed(*municipality);
  }
}

std::optional<ApiFault> take_choices(BodyReader& body, Subscriber& subscriber) {
  if (const auto word = body.text("reach", kWordCharactersMax)) {
    const auto reach = parse_reach(*word);
    if (!reach) return ApiFault{one_of(reach_names()), "reach"};
    subscriber.reach = *reach;
  }
  if (const auto word = body.text("language", kWordCharactersMax)) {
    const auto language = parse_language(*word);
    if (!language) return ApiFault{"expected \"sv\" or \"en\"", "language"};
    subscriber.language = *language;
  }
  if (const auto word = body.text("weekday", kWordCharactersMax)) {
    const auto weekday = parse_weekday(*word);
    if (!weekday) return ApiFault{"expected monday … sunday", "weekday"};
    subscriber.moment.weekday = *weekday;
  }
  if (const auto word = body.text("hour", kWordCharactersMax)) {
    const auto hour = parse_hour(*word);
    if (!hour) return ApiFault{"expected 07:00", "hour"};
    subscriber.moment.time_of_day = *hour;
  }
  subscriber.wants_empty_weeks = body.flag("empty_weeks").value_or(subscriber.wants_empty_weeks);
  return std::nullopt;
}

std::optional<ApiFault> take_profiles(const ApiCall& call, BodyReader& body,
                                      Subscriber& subscriber) {
  const json::array* wanted = body.list("profiles");
  if (wanted == nullptr) return std::nullopt;
  const std::vector<std::string> known = names_of_profiles(call);
  std::vector<std::string> profiles;
  for (const json::value& each : *wanted) {
    const json::string* name = each.if_string();
    if (name == nullptr || std::ranges::find(known, std::string_view(*name)) == known.end()) {
      return ApiFault{one_of(known), "profiles"};
    }
    if (std::ranges::find(profiles, std::string_view(*name)) == profiles.end()) {
      profiles.emplace_back(*name);
    }
  }
  if (profiles.empty()) return ApiFault{"expected at least one profile", "profiles"};
  subscriber.profiles = std::move(profiles);
  return std::nullopt;
}

std::optional<ApiFault> take_stated(const ApiCall& call, BodyReader& body, Subscriber& subscriber) {
  take_texts(body, subscriber);
  if (auto fault = take_choices(body, subscriber)) return fault;
  return take_profiles(call, body, subscriber);
}

// The one that is there now.
Reply saved(const ApiCall& call, const Subscriber& subscriber, const Change& change, int status) {
  store::Transaction transaction = call.store().begin();
  const auto id = call.store().subscribers.save(subscriber);
  if (!id) return refusal(422, {id.error().message, "profiles"});
  record(call.desk, change);
  transaction.commit();
  return json_reply(to_json(*call.store().subscribers.find(id.value())), status);
}

}  // namespace

Reply api_subscribers(const ApiCall& call) {
  const std::string after = ascii_lower(call.request.query.text("efter"));
  json::array subscribers;
  json::value next = nullptr;
  std::string last;
  for (const Subscriber& subscriber : call.store().subscribers.all()) {
    if (ascii_lower(subscriber.email) <= after) continue;
    if (subscribers.size() == kApiPageSubscribers) {
      next = "/api/v1/subscribers?efter=" + percent_encoded(last);
      break;
    }
    last = subscriber.email;
    subscribers.push_back(to_json(subscriber));
  }
  return json_reply(json::object{{"subscribers", std::move(subscribers)}, {"next", next}});
}

Reply api_subscriber(const ApiCall& call) {
  const auto subscriber = subscriber_called(call);
  return subscriber ? json_reply(to_json(*subscriber)) : nothing_called("subscriber", call.id);
}

Reply api_invite(const ApiCall& call) {
  const Site& site = call.desk.site;
  Subscriber guest;
  guest.language = site.config.coordinator.language;
  guest.profiles = names_of_profiles(call);
  guest.moment = site.config.digest.moment;
  guest.since = site.clock.now();
  BodyReader body(call.body);
  guest.email = std::string(trimmed(body.text("email", kAddressBytesMax).value_or("")));
  auto fault = take_stated(call, body, guest);
  if (const auto slip = body.fault()) fault = slip;
  if (!fault && (guest.email.size() > kAddressBytesMax || !digest::Link::mail(guest.email))) {
    fault = ApiFault{"expected an address: anna@example.se", "email"};
  }
  if (fault) return refusal(422, *fault);
  if (call.store().subscribers.find(guest.email)) {
    return refusal(409, {"there is a subscriber with this address", "email"});
  }
  if (call.store().subscribers.unconfirmed() >= kUnconfirmedMax) {
    return refusal(409, {"too many were asked and have not confirmed yet", "email"});
  }
  return saved(call, guest, {"subscriber.invite", guest.email}, 201);
}

Reply api_change_subscriber(const ApiCall& call) {
  const auto before = subscriber_called(call);
  if (!before) return nothing_called("subscriber", call.id);
  Subscriber subscriber = *before;
  BodyReader body(call.body);
  auto fault = take_stated(call, body, subscriber);
  subscriber.paused = body.flag("paused").value_or(subscriber.paused);
  if (const auto slip = body.fault()) fault = slip;
  if (fault) return refusal(422, *fault);
  const bool is_pause = subscriber.paused != before->paused;
  return saved(call, subscriber,
               {is_pause ? "subscriber.pause" : "subscriber.edit", subscriber.email,
                subscriber.paused ? "paused" : ""},
               200);
}

Reply api_kept(const ApiCall& call) {
  const auto subscriber = subscriber_called(call);
  if (!subscriber) return nothing_called("subscriber", call.id);
  return json_reply(json::object{{"kept", kept_of(call.desk, *subscriber)}});
}

Reply api_erase(const ApiCall& call) {
  const auto subscriber = subscriber_called(call);
  if (!subscriber) return nothing_called("subscriber", call.id);
  store::Transaction transaction = call.store().begin();
  call.store().subscribers.remove(subscriber->email);
  // Of whom is erased, the record says no more than that somebody was.
  record(call.desk, {"subscriber.remove", call.id});
  transaction.commit();
  return json_reply(json::object{{"removed", static_cast<std::int64_t>(subscriber->id)}});
}

}  // namespace fundwatch::web
