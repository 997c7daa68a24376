#include "store/notice_text.h"

#include <boost/json.hpp>

#include "base/calendar.h"
#include "store/members.h"
#include "store/words.h"

namespace fundwatch::store {
namespace {

namespace json = boost::json;

json::array array_of(const std::vector<std::string>& texts) {
  return json::array(texts.begin(), texts.end());
}

json::value value_of(const std::optional<bool>& flag) {
  return flag ? json::value(*flag) : json::value(nullptr);
}

json::value value_of(const std::optional<Amount>& amount) {
  if (!amount) return nullptr;
  return json::object{{"value", amount->value}, {"currency", amount->currency}};
}

json::value value_of(const std::optional<DueDate>& due) {
  if (!due) return nullptr;
  json::value at = nullptr;
  if (due->at) at = std::int64_t{due->at->time_since_epoch().count()};
  return json::object{{"day", iso_day(due->day)}, {"at", std::move(at)}};
}

json::object object_of(const Lot& lot) {
  return {{"id", lot.id},
          {"title", lot.title},
          {"reserved", word(lot.reserved)},
          {"reserved_execution", value_of(lot.reserved_execution)},
          {"deadline", value_of(lot.deadline)},
          {"value", value_of(lot.value)},
          {"cpv", array_of(lot.cpv)}};
}

json::object object_of(const Notice& notice) {
  json::array lots;
  for (const Lot& lot : notice.lots) lots.push_back(object_of(lot));
  return {{"id", notice.id},
          {"procedure_id", notice.procedure_id},
          {"type", notice.type},
          {"changes", notice.changes},
          {"buyer", notice.buyer},
          {"cpv", array_of(notice.cpv)},
          {"reserved", word(notice.reserved)},
          {"reserved_ground", notice.reserved_ground},
          {"reserved_execution", value_of(notice.reserved_execution)},
          {"social_objectives", array_of(notice.social_objectives)},
          {"value", value_of(notice.value)},
          {"documents", notice.documents},
          {"lots", std::move(lots)}};
}

Lot lot_of(const Members& members, const std::string& file) {
  return {.id = members.text("id"),
          .title = members.text("title"),
          .reserved = reserved(members.text("reserved"), file),
          .reserved_execution = members.maybe_flag("reserved_execution"),
          .deadline = members.maybe_due_date("deadline"),
          .value = members.maybe_amount("value"),
          .cpv = members.texts("cpv")};
}

}  // namespace

std::string text_of(const std::optional<Notice>& notice) {
  return notice ? json::serialize(object_of(*notice)) : std::string();
}

std::optional<Notice> notice_of(const std::string& text, const std::string& file) {
  if (text.empty()) return std::nullopt;
  const json::value value = json_value(text, file);
  const Members members(value, text, file);
  Notice notice{.id = members.text("id"),
                .procedure_id = members.text("procedure_id"),
                .type = members.text("type"),
                .changes = members.text("changes"),
                .buyer = members.text("buyer"),
                .cpv = members.texts("cpv"),
                .reserved = reserved(members.text("reserved"), file),
                .reserved_ground = members.text("reserved_ground"),
                .reserved_execution = members.maybe_flag("reserved_execution"),
                .social_objectives = members.texts("social_objectives"),
                .value = members.maybe_amount("value"),
                .documents = members.text("documents"),
                .lots = {}};
  for (const json::value& lot : members.list("lots")) {
    notice.lots.push_back(lot_of({lot, text, file}, file));
  }
  return notice;
}

}  // namespace fundwatch::store
