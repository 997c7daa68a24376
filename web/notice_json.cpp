#include "web/notice_json.h"

#include "base/names.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

json::value reserved_or_null(Reserved reserved) {
  return reserved == Reserved::none ? json::value(nullptr) : json::value(name_of(reserved));
}

json::value flag_or_null(const std::optional<bool>& flag) {
  return flag ? json::value(*flag) : json::value(nullptr);
}

json::object to_json(const Lot& lot, const Calendar& calendar) {
  return {{"id", text_or_null(lot.id)},
          {"title", text_or_null(lot.title)},
          {"reserved", reserved_or_null(lot.reserved)},
          {"reserved_execution", flag_or_null(lot.reserved_execution)},
          {"deadline", due_or_null(lot.deadline, calendar)},
          {"value", amount_or_null(lot.value)},
          {"cpv", array_of(lot.cpv)}};
}

std::optional<bool> flag_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const bool* flag = value == nullptr ? nullptr : value->if_bool();
  return flag == nullptr ? std::nullopt : std::optional(*flag);
}

std::optional<Amount> amount_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const json::object* amount = value == nullptr ? nullptr : value->if_object();
  const json::value* number = amount == nullptr ? nullptr : amount->if_contains("value");
  const std::int64_t* whole = number == nullptr ? nullptr : number->if_int64();
  if (whole == nullptr) return std::nullopt;
  return Amount{*whole, text_at(*amount, "currency")};
}

Lot lot_from_json(const json::object& object, const Calendar& calendar) {
  return {.id = text_at(object, "id"),
          .title = text_at(object, "title"),
          .reserved = parse_reserved(text_at(object, "reserved")).value_or(Reserved::none),
          .reserved_execution = flag_at(object, "reserved_execution"),
          .deadline = due_at(object, "deadline", calendar),
          .value = amount_at(object, "value"),
          .cpv = texts_at(object, "cpv")};
}

}  // namespace

json::value to_json(const std::optional<Notice>& notice, const Calendar& calendar) {
  if (!notice) return nullptr;
  json::array lots;
  for (const Lot& lot : notice->lots) lots.push_back(to_json(lot, calendar));
  return json::object{{"id", text_or_null(notice->id)},
                      {"procedure_id", text_or_null(notice->procedure_id)},
                      {"type", text_or_null(notice->type)},
                      {"buyer", text_or_null(notice->buyer)},
                      {"cpv", array_of(notice->cpv)},
                      {"reserved", reserved_or_null(notice->reserved)},
                      {"reserved_ground", text_or_null(notice->reserved_ground)},
                      {"reserved_execution", flag_or_null(notice->reserved_execution)},
                      {"social_objectives", array_of(notice->social_objectives)},
                      {"value", amount_or_null(notice->value)},
                      {"documents", text_or_null(notice->documents)},
                      {"lots", std::move(lots)}};
}

std::optional<Notice> notice_from_json(const json::object& item, const Calendar& calendar) {
  const json::value* value = item.if_contains("notice");
  const json::object* object = value == nullptr ? nullptr : value->if_object();
  const std::vector<std::string> cpv = texts_at(item, "cpv");
  if (object == nullptr && cpv.empty()) return std::nullopt;
  if (object == nullptr) return Notice{.cpv = cpv};
  Notice notice{.id = text_at(*object, "id"),
                .procedure_id = text_at(*object, "procedure_id"),
                .type = text_at(*object, "type"),
                .changes = {},
                .buyer = text_at(*object, "buyer"),
                .cpv = texts_at(*object, "cpv"),
                .reserved = parse_reserved(text_at(*object, "reserved")).value_or(Reserved::none),
                .reserved_ground = text_at(*object, "reserved_ground"),
                .reserved_execution = flag_at(*object, "reserved_execution"),
                .social_objectives = texts_at(*object, "social_objectives"),
                .value = amount_at(*object, "value"),
                .documents = text_at(*object, "documents"),
                .lots = {}};
  notice.cpv.insert(notice.cpv.end(), cpv.begin(), cpv.end());
  for (const json::value& lot : list_at(*object, "lots")) {
    if (lot.is_object()) notice.lots.push_back(lot_from_json(lot.get_object(), calendar));
  }
  return notice;
}

}  // namespace fundwatch::web
