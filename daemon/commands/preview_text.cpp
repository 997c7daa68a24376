#include "daemon/commands/preview_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.h"
#include "base/text.h"
#include "daemon/commands/table.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kTitleCharactersMax = 90;
constexpr std::size_t kTextCharactersMax = 400;
constexpr std::size_t kDayCharacters = 10;

std::string interval_words(std::chrono::minutes interval) {
  if (interval.count() % 60 != 0) return std::to_string(interval.count()) + " min";
  return std::to_string(interval.count() / 60) + " h";
}

std::string proposal_text(const Source& source, const feeds::Reading& reading) {
  std::vector<std::vector<std::string>> rows{
      {"name", source.name},
      {"address", source.url},
      {"kind", std::string(name_of(source.kind))},
      {"format", reading.format + ", " + reading.encoding},
      {"language", source.language.empty() ? "not stated" : source.language},
      {"every", interval_words(source.interval)}};
  const PageRule& rule = source.page_rule;
  const std::array<std::pair<const char*, const std::string*>, 5> selectors{
      {{"list", &rule.list},
       {"title", &rule.title},
       {"link", &rule.link},
       {"date", &rule.date},
       {"summary", &rule.summary}}};
  for (const auto& [name, selector] : selectors) {
    if (!selector->empty()) rows.push_back({name, *selector});
  }
  return as_table(rows);
}

std::string item_text(const Item& item, const Calendar& calendar) {
  const std::string day =
      item.published ? iso_day(calendar.day(*item.published)) : std::string(kDayCharacters, ' ');
  std::string text = "  " + day + "  " + shortened(item.title, kTitleCharactersMax) + "\n";
  if (!item.url.empty()) text += "              " + item.url + "\n";
  return text;
}

std::string visit_text(const Item& visit) {
  return "each change of its text becomes an item; now it begins:\n  " +
         shortened(collapsed(visit.text), kTextCharactersMax) + "\n";
}

std::string items_text(const std::vector<Item>& items, const Calendar& calendar) {
  if (items.empty()) return "no items now\n";
  const std::size_t shown = std::min(items.size(), kPreviewItemsShownMax);
  std::string text = std::to_string(items.size()) + (items.size() == 1 ? " item" : " items");
  text += shown < items.size() ? ", the first of them:\n" : ":\n";
  for (std::size_t i = 0; i < shown; ++i) text += item_text(items[i], calendar);
  return text;
}

}  // namespace

std::string preview_text(const Preview& preview, const Calendar& calendar) {
  std::string text;
  for (const std::string& note : preview.notes) text += note + "\n";
  for (const std::string& problem : preview.reading.problems) text += "note: " + problem + "\n";
  if (!text.empty()) text += "\n";
  text += proposal_text(preview.source, preview.reading) + "\n";
  const std::vector<Item>& items = preview.reading.items;
  const bool is_watched = preview.source.kind == SourceKind::watch;
  text += is_watched ? visit_text(items.front()) : items_text(items, calendar);
  return text;
}

}  // namespace fundwatch::daemon
