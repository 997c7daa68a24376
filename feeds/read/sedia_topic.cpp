#include "feeds/read/sedia_topic.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "base/text.h"
#include "feeds/read/dates.h"
#include "feeds/read/items.h"
#include "feeds/read/json_answer.h"
#include "feeds/read/links.h"
#include "feeds/read/notice_item.h"
#include "feeds/read/plain_text.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

constexpr std::string_view kTopicPage =
    "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/"
    "topic-details/";

// What the portal's codes mean, as it says it itself.
struct Code {
  std::string_view code;
  std::string_view words;
};
constexpr std::array<Code, 14> kCodes{{
    {"31094501", "forthcoming"},
    {"31094502", "open"},
    {"31094503", "closed"},
    {"0", "tender"},
    {"1", "grant"},
    {"8", "cascade funding"},
    {"43254019", "ESF+"},
    {"43353764", "Erasmus+"},
    {"43251589", "CERV"},
    {"43252476", "Single Market Programme"},
    {"44416173", "I3"},
    {"44773066", "Just Transition Mechanism"},
    {"43252405", "LIFE"},
    {"43108390", "Horizon Europe"},
}};

std::string words_of(const std::string& code) {
  for (const Code& known : kCodes) {
    if (code == known.code) return std::string(known.words);
  }
  return {};
}

Error changed(const std::string& what) {
  return {Stage::read, "SEDIA: " + what + "; the service may have changed its answers"};
}

// The first after `now`: of a call in two stages, the one that people can still keep.
std::optional<DueDate> coming(const std::vector<std::string>& dates,
                              const std::optional<Instant>& now, const Calendar& calendar) {
  std::vector<Instant> instants;
  for (const std::string& date : dates) {
    const auto instant = parse_date(date, calendar);
    if (instant && is_plausible(*instant)) instants.push_back(*instant);
  }
  if (instants.empty()) return std::nullopt;
  std::sort(instants.begin(), instants.end());
  const auto next =
      now ? std::upper_bound(instants.begin(), instants.end(), *now) : instants.begin();
  const Instant chosen = next == instants.end() ? instants.back() : *next;
  return DueDate{calendar.day(chosen), chosen};
}

// "Deadlines (two-stage): 2027-02-16, 2027-09-14": what the one date of the item leaves out.
std::string all_deadlines(const AnswerFields& metadata, const Calendar& calendar) {
  std::string days;
  int count = 0;
  for (const std::string& date : metadata.texts("deadlineDate")) {
    const auto instant = parse_date(date, calendar);
    if (!instant || !is_plausible(*instant)) continue;
    days += (++count == 1 ? "" : ", ") + iso_day(calendar.day(*instant));
  }
  if (count < 2) return {};
  const std::string model = metadata.line("deadlineModel");
  return (model.empty() ? "Deadlines: " : "Deadlines (" + model + "): ") + days;
}

// Keywords are words, or one text that is a JSON list of them.
void add_keywords(const std::string& text, std::vector<std::string>& categories) {
  if (!text.starts_with("[")) {
    add_once(categories, collapsed(text));
    return;
  }
  boost::system::error_code fault;
  const json::value list = json::parse(text, fault);
  if (fault || !list.is_array()) return;
  for (const json::value& word : list.get_array()) {
    if (word.is_string()) add_once(categories, collapsed(std::string_view(word.get_string())));
  }
}

std::vector<std::string> categories_of(const AnswerFields& metadata) {
  std::vector<std::string> categories;
  for (const char* field : {"frameworkProgramme", "type", "status"}) {
    for (const std::string& code : metadata.texts(field)) add_once(categories, words_of(code));
  }
  for (const std::string& text : metadata.texts("keywords")) add_keywords(text, categories);
  if (categories.size() > kCategoriesMax) categories.resize(kCategoriesMax);
  return categories;
}

void read_texts(const AnswerFields& result, const AnswerFields& metadata, Item& item) {
  item.title = metadata.line("title");
  if (item.title.empty()) item.title = result.line("title");
  if (item.title.empty()) item.title = result.line("summary");
  item.title = utf8_prefix(plain_line({item.title, TextKind::unsure, {}}), kTitleBytesMax);
  item.summary = metadata.line("callTitle");
  for (const std::string& html : metadata.texts("descriptionByte")) {
    item.text += (item.text.empty() ? "" : "\n\n") + plain_text(html);
  }
  item.summary = utf8_prefix(item.summary, kSummaryBytesMax);
}

// Tenders and cascade calls have pages of other shapes; the result's own link leads there.
std::string page_of(const AnswerFields& result, const AnswerFields& metadata,
                    const std::string& identifier) {
  const std::string type = metadata.line("type");
  const std::string own = web_link({}, result.line("url"));
  if ((type == "1" || type == "2" || own.empty()) && !identifier.empty()) {
    return web_link({}, std::string(kTopicPage) + identifier);
  }
  return own;
}

}  // namespace

Result<Item> read_sedia_topic(const json::value& value, const std::optional<Instant>& now,
                              const Calendar& calendar) {
  const json::object* object = value.if_object();
  const json::value* found = object == nullptr ? nullptr : object->if_contains("metadata");
  if (found == nullptr || !found->is_object()) {
    return changed("a result without an object \"metadata\"");
  }
  const AnswerFields result(*object);
  const AnswerFields metadata(found->get_object());
  Item item;
  const std::string identifier = metadata.line("identifier");
  item.key = identifier.empty() ? result.line("reference") : identifier;
  if (item.key.empty()) return changed("a result without \"identifier\" and \"reference\"");
  read_texts(result, metadata, item);
  const std::string deadlines = all_deadlines(metadata, calendar);
  if (!deadlines.empty()) item.text += (item.text.empty() ? "" : "\n\n") + deadlines;
  item.text = utf8_prefix(item.text, kTextBytesMax);
  if (item.title.empty()) return changed("topic " + item.key + " has no \"title\"");
  item.url = page_of(result, metadata, identifier);
  item.language = result.line("language");
  item.categories = categories_of(metadata);
  item.deadline = coming(metadata.texts("deadlineDate"), now, calendar);
  const auto opened = parse_date(metadata.line("startDate"), calendar);
  if (opened && is_plausible(*opened)) item.published = opened;
  if (!metadata.unexpected().empty()) {
    return changed("topic " + item.key + ": " + metadata.unexpected());
  }
  return item;
}

}  // namespace fundwatch::feeds
