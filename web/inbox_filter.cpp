#include "web/inbox_filter.h"

#include <algorithm>
#include <array>

#include "base/calendar.h"
#include "base/text.h"
#include "web/http.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

constexpr std::chrono::days kSoon{7};
constexpr std::chrono::days kThisMonth{30};

Day later(Day day, std::chrono::days days) { return std::chrono::sys_days(day) + days; }

Closing parse_closing(std::string_view word) {
  for (const Closing each :
       {Closing::within_7, Closing::within_30, Closing::later, Closing::open}) {
    if (word == word_of(each)) return each;
  }
  return Closing::any;
}

InboxStatus parse_status(std::string_view word) {
  for (const InboxStatus each : {InboxStatus::kept, InboxStatus::dismissed, InboxStatus::all}) {
    if (word == word_of(each)) return each;
  }
  return InboxStatus::waiting;
}

// "0.2027-02-26.4812"
std::optional<store::InboxPlace> parse_place(const std::string& text) {
  const std::vector<std::string_view> parts = split(text, '.');
  if (parts.size() != 3) return std::nullopt;
  const auto part = whole_number(parts[0]);
  const auto id = whole_number(parts[2]);
  if (!part || *part < 0 || *part > 2 || !id) return std::nullopt;
  if (!parts[1].empty() && !parse_iso_day(parts[1])) return std::nullopt;
  return store::InboxPlace{static_cast<int>(*part), std::string(parts[1]), CaseId{*id}};
}

std::string text_of(const store::InboxPlace& place) {
  return std::to_string(place.part) + "." + place.day + "." +
         std::to_string(static_cast<std::int64_t>(place.case_id));
}

void add(std::string& query, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!query.empty()) query += '&';
  query += std::string(name) + "=" + percent_encoded(value);
}

std::optional<Review> review_of(InboxStatus status) {
  switch (status) {
    case InboxStatus::waiting: return Review::none;
    case InboxStatus::kept: return Review::kept;
    case InboxStatus::dismissed: return Review::dismissed;
    case InboxStatus::all: break;
  }
  return std::nullopt;
}

}  // namespace

std::string_view word_of(Closing closing) {
  switch (closing) {
    case Closing::any: break;
    case Closing::within_7: return "7";
    case Closing::within_30: return "30";
    case Closing::later: return "senare";
    case Closing::open: return "lopande";
  }
  return "";
}

std::string_view word_of(InboxStatus status) {
  switch (status) {
    case InboxStatus::waiting: break;
    case InboxStatus::kept: return "behallna";
    case InboxStatus::dismissed: return "avfardade";
    case InboxStatus::all: return "alla";
  }
  return "";
}

InboxView inbox_view(const Fields& query) {
  const auto text = [&query](std::string_view name) {
    return shortened(collapsed(query.text(name)), kSearchCharactersMax);
  };
  return {.profile = text("profil"),
          .closing = parse_closing(query.text("stanger")),
          .municipality = text("kommun"),
          .words = text("q"),
          .status = parse_status(query.text("status")),
          .after = parse_place(query.text("efter"))};
}

std::string query_of(const InboxView& view) {
  std::string query;
  add(query, "profil", view.profile);
  add(query, "stanger", word_of(view.closing));
  add(query, "kommun", view.municipality);
  add(query, "q", view.words);
  add(query, "status", word_of(view.status));
  if (view.after) add(query, "efter", text_of(*view.after));
  return query;
}

store::InboxFilter filter_of(const InboxView& view, const std::vector<Profile>& profiles,
                             Day today) {
  store::InboxFilter filter{.today = today,
                            .state = review_of(view.status),
                            .municipality = view.municipality,
                            .words = view.words};
  const auto profile = std::ranges::find(profiles, view.profile, &Profile::name);
  if (profile != profiles.end()) filter.profile = profile->id;
  switch (view.closing) {
    case Closing::any: break;
    case Closing::within_7: filter.closing = {today, later(today, kSoon)}; break;
    case Closing::within_30: filter.closing = {today, later(today, kThisMonth)}; break;
    case Closing::later:
      filter.closing = {later(today, kThisMonth + std::chrono::days{1}), kLastDay};
      break;
    case Closing::open: filter.is_without_day = true; break;
  }
  return filter;
}

}  // namespace fundwatch::web
