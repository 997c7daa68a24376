#include "web/api_corrections.h"

#include "base/text.h"
#include "web/api_hits.h"
#include "web/item_correction.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

constexpr std::size_t kCurrencyCharactersMax = 3;

json::value day_or_null(const std::optional<Day>& day) {
  return day ? json::value(iso_day(*day)) : json::value(nullptr);
}

json::object both(json::value read, json::value right) {
  return {{"read", std::move(read)}, {"right", std::move(right)}};
}

std::optional<ApiFault> take_deadline(const ApiCall& call, BodyReader& body, Item& item) {
  if (body.is_null("deadline")) item.deadline.reset();
  if (!body.text("deadline", kWordCharactersMax)) return std::nullopt;
  item.deadline = due_at(call.body, "deadline", call.desk.site.calendar);
  if (item.deadline) return std::nullopt;
  return ApiFault{"expected 2027-01-31, 2027-01-31T16:00:00+01:00, or null", "deadline"};
}

std::optional<ApiFault> take_event(BodyReader& body, Item& item) {
  if (body.is_null("event_date")) item.event_date.reset();
  const auto text = body.text("event_date", kWordCharactersMax);
  if (!text) return std::nullopt;
  item.event_date = parse_iso_day(*text);
  if (item.event_date) return std::nullopt;
  return ApiFault{"expected 2027-01-31, or null", "event_date"};
}

std::optional<ApiFault> take_amount(BodyReader& body, Item& item) {
  if (body.is_null("amount")) item.amount.reset();
  const json::object* stated = body.object("amount");
  if (stated == nullptr) return std::nullopt;
  BodyReader amount(*stated);
  const auto value = amount.whole_number("value");
  const std::string currency = amount.text("currency", kCurrencyCharactersMax).value_or("SEK");
  if (auto fault = amount.fault()) {
    fault->field = "amount." + fault->field;
    return fault;
  }
  if (!value || *value < 0 || *value > kCorrectedAmountMax) {
    return ApiFault{"expected 0 to " + std::to_string(kCorrectedAmountMax), "amount.value"};
  }
  if (!is_currency(currency)) return ApiFault{"expected three capitals", "amount.currency"};
  item.amount = Amount{*value, currency};
  return std::nullopt;
}

// Puts in what the body states. The fault of what is not as expected.
std::optional<ApiFault> take_stated(const ApiCall& call, Item& item) {
  BodyReader body(call.body);
  if (auto fault = take_deadline(call, body, item)) return fault;
  if (auto fault = take_event(body, item)) return fault;
  if (auto fault = take_amount(body, item)) return fault;
  if (body.is_null("municipality")) item.place.municipality.clear();
  const auto place = body.text("municipality", kMunicipalityCorrectedCharactersMax);
  if (place) item.place.municipality = collapsed(*place);
  if (auto fault = body.fault()) return fault;
  if (!call.body.empty()) return std::nullopt;
  return ApiFault{"expected any of deadline, event_date, amount and municipality"};
}

}  // namespace

Reply api_correct(const ApiCall& call) {
  const auto view = hit_named(call);
  if (!view) return nothing_called("hit", call.id);
  Item right = view->item;
  if (const auto fault = take_stated(call, right)) return refusal(422, *fault);
  correct(call.desk, right);
  return hit_reply(call, view->id);
}

Reply api_uncorrect(const ApiCall& call) {
  const auto view = hit_named(call);
  if (!view) return nothing_called("hit", call.id);
  if (const auto fault = BodyReader(call.body).fault()) return refusal(422, *fault);
  if (!take_back_correction(call.desk, view->item)) {
    return refusal(409, {"nothing of it is corrected"});
  }
  return hit_reply(call, view->id);
}

json::value correction_of(const Desk& desk, ItemId id) {
  const Calendar& calendar = desk.site.calendar;
  const store::Correction correction = desk.site.store.corrections.find(id);
  if (correction.is_empty()) return nullptr;
  json::object told;
  if (const auto& deadline = correction.deadline) {
    told["deadline"] =
        both(due_or_null(deadline->read, calendar), due_or_null(deadline->right, calendar));
  }
  if (const auto& event = correction.event) {
    told["event_date"] = both(day_or_null(event->read), day_or_null(event->right));
  }
  if (const auto& amount = correction.amount) {
    told["amount"] = both(amount_or_null(amount->read), amount_or_null(amount->right));
  }
  if (const auto& place = correction.place) {
    told["municipality"] = both(text_or_null(place->read), text_or_null(place->right));
  }
  return told;
}

}  // namespace fundwatch::web
