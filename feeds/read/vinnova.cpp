#include "feeds/read/vinnova.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "base/text.h"
#include "feeds/read/dates.h"
#include "feeds/read/items.h"
#include "feeds/read/json_answer.h"
#include "feeds/read/links.h"
#include "feeds/read/plain_text.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

constexpr std::string_view kService = "Vinnova";
constexpr std::string_view kByInvitation = "0";  // in "Publik"

// 1900-01-01 stands for "no date"; times are those of clocks in Sweden, without an offset.
std::optional<Instant> date_at(const AnswerFields& fields, std::string_view key,
                               const Calendar& calendar) {
  const auto instant = parse_date(fields.line(key), calendar);
  return instant && is_plausible(*instant) ? instant : std::nullopt;
}

std::string swedish_or_english(const AnswerFields& fields, std::string_view swedish,
                               std::string_view english) {
  const std::string text = fields.line(swedish);
  return text.empty() ? fields.line(english) : text;
}

// The objects of the list at `key`; other elements are passed over.
std::vector<AnswerFields> objects_at(const json::object& object, std::string_view key) {
  std::vector<AnswerFields> objects;
  const json::value* value = object.if_contains(key);
  const json::array* list = value == nullptr ? nullptr : value->if_array();
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if ((*list)[i].is_object()) objects.emplace_back((*list)[i].get_object());
  }
  return objects;
}

std::string link_of(const json::object& object) {
  for (const AnswerFields& link : objects_at(object, "LankLista")) {
    for (const char* key : {"URL", "Lank"}) {
      const std::string address = web_link({}, link.line(key));
      if (!address.empty()) return address;
    }
  }
  return {};
}

void add_paragraph(std::string& text, const std::string& html) {
  const std::string paragraph = plain_text(html);
  if (paragraph.empty() || text.find(paragraph) != std::string::npos) return;
  text += (text.empty() ? "" : "\n\n") + paragraph;
}

// Texts for the web come as {TextSv, TextEn} or as {Text, Lang}.
std::string web_texts(const json::object& object) {
  std::string text;
  for (const AnswerFields& part : objects_at(object, "WebTextLista")) {
    std::string html = swedish_or_english(part, "TextSv", "TextEn");
    if (html.empty() && part.line("Lang") != "en") html = part.line("Text");
    add_paragraph(text, html);
  }
  return text;
}

// The calls and rounds of one list.
class Calls {
 public:
  // `answers` are lists of objects, and outlive this.
  explicit Calls(const std::vector<json::value>& answers) {
    for (const json::value& answer : answers) {
      for (const json::value& value : answer.get_array()) sort(value.get_object());
    }
  }

  std::vector<Item> items(const Calendar& calendar) const {
    std::vector<Item> items;
    std::set<std::string> with_rounds;
    for (const json::object* round : rounds_) {
      const json::object* call = call_of(*round);
      if (call != nullptr) with_rounds.insert(AnswerFields(*call).line("Diarienummer"));
      if (!is_by_invitation(*round)) items.push_back(item_of(*round, call, calendar));
    }
    for (const auto& [number, call] : calls_) {
      if (!with_rounds.contains(number) && !is_by_invitation(*call)) {
        items.push_back(item_of(*call, call, calendar));
      }
    }
    return items;
  }

  VinnovaNumbers missing() const {
    VinnovaNumbers missing;
    std::set<std::string> with_rounds;
    for (const json::object* round : rounds_) {
      const std::string call = AnswerFields(*round).line("DiarienummerUtlysning");
      const bool is_named = with_rounds.insert(call).second && is_number(call);
      if (is_named && !calls_.contains(call)) missing.calls.push_back(call);
    }
    for (const auto& [number, call] : calls_) {
      if (with_rounds.contains(number)) continue;
      for (const std::string& round : rounds_of(*call)) missing.rounds.push_back(round);
    }
    return missing;
  }

 private:
  // Only rounds name a call.
  void sort(const json::object& object) {
    if (object.contains("DiarienummerUtlysning")) {
      rounds_.push_back(&object);
    } else {
      calls_.emplace(AnswerFields(object).line("Diarienummer"), &object);
    }
  }

  const json::object* call_of(const json::object& round) const {
    const auto found = calls_.find(AnswerFields(round).line("DiarienummerUtlysning"));
    return found == calls_.end() ? nullptr : found->second;
  }

  // Numbers go into addresses.
  static bool is_number(const std::string& text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
  }

  // Named as texts, or as {DiarienummerAnsokningsomgang}.
  static std::vector<std::string> rounds_of(const json::object& call) {
    std::vector<std::string> rounds;
    const json::value* value = call.if_contains("AnsokningsomgangDnrLista");
    const json::array* list = value == nullptr ? nullptr : value->if_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const json::value& round = (*list)[i];
      const std::string number =
          round.is_string() ? std::string(round.get_string())
          : round.is_object()
              ? AnswerFields(round.get_object()).line("DiarienummerAnsokningsomgang")
              : std::string();
      if (is_number(number)) rounds.push_back(number);
    }
    return rounds;
  }

  static bool is_by_invitation(const json::object& object) {
    const std::string open = AnswerFields(object).line("Publik");
    return open == kByInvitation || open == "false";
  }

  // `round` may be the call itself.
  static Item item_of(const json::object& round, const json::object* call,
                      const Calendar& calendar) {
    const AnswerFields fields(round);
    Item item;
    item.key = fields.line("Diarienummer");
    item.title = utf8_prefix(swedish_or_english(fields, "Titel", "TitelEngelska"), kTitleBytesMax);
    item.language = fields.line("Titel").empty() ? "en" : "sv";
    item.author = kService;
    item.url = link_of(round);
    item.published = date_at(fields, "Oppningsdatum", calendar);
    if (call != nullptr) add_call(*call, calendar, item);
    add_paragraph(item.text, swedish_or_english(fields, "Beskrivning", "BeskrivningEngelska"));
    add_paragraph(item.text, web_texts(round));
    item.text = utf8_prefix(item.text, kTextBytesMax);
    item.summary = shortened(item.text, kLeadCharacters);
    if (const auto closes = date_at(fields, "Stangningsdatum", calendar)) {
      item.deadline = DueDate{calendar.day(*closes), *closes};
    }
    return item;
  }

  static void add_call(const json::object& call, const Calendar& calendar, Item& item) {
    const AnswerFields fields(call);
    if (item.title.empty()) {
      item.title =
          utf8_prefix(swedish_or_english(fields, "Titel", "TitelEngelska"), kTitleBytesMax);
    }
    if (item.url.empty()) item.url = link_of(call);
    if (const auto published = date_at(fields, "Publiceringsdatum", calendar)) {
      item.published = published;
    }
    add_paragraph(item.text, swedish_or_english(fields, "Beskrivning", "BeskrivningEngelska"));
  }

  std::vector<const json::object*> rounds_;
  std::map<std::string, const json::object*> calls_;  // by number
};

// Error{read} unless every element has what items are made of.
Result<Done> check(const json::array& list) {
  for (const json::value& value : list) {
    const json::object* object = value.if_object();
    if (object == nullptr) {
      return Error{Stage::read, "Vinnova: expected a list of objects, but it holds " +
                                    std::string(kind_of(value))};
    }
    const AnswerFields fields(*object);
    const std::string number = fields.line("Diarienummer");
    if (number.empty()) {
      return Error{Stage::read,
                   "Vinnova: a call has no \"Diarienummer\"; the service may have "
                   "changed its answers"};
    }
    if (swedish_or_english(fields, "Titel", "TitelEngelska").empty()) {
      return Error{Stage::read, "Vinnova: call " + number +
                                    " has no \"Titel\"; the service may "
                                    "have changed its answers"};
    }
  }
  return Done{};
}

// The lists, each looked through.
Result<std::vector<json::value>> parse_lists(const std::vector<Document>& documents) {
  std::vector<json::value> answers;
  for (const Document& document : documents) {
    auto answer = parse_answer(document, kService);
    if (!answer) return answer.error();
    const json::array* list = answer->if_array();
    if (list == nullptr) {
      return Error{Stage::read, "Vinnova: expected a list of calls or rounds, but the answer is " +
                                    std::string(kind_of(*answer))};
    }
    const auto checked = check(*list);
    if (!checked) return checked.error();
    answers.push_back(*std::move(answer));
  }
  return answers;
}

}  // namespace

Result<std::vector<Item>> read_vinnova(const std::vector<Document>& lists) {
  const auto answers = parse_lists(lists);
  if (!answers) return answers.error();
  if (lists.empty()) return std::vector<Item>{};
  return Calls(*answers).items(Calendar(lists.front().time_zone));
}

Result<VinnovaNumbers> missing_in_vinnova(const std::vector<Document>& lists) {
  const auto answers = parse_lists(lists);
  if (!answers) return answers.error();
  return Calls(*answers).missing();
}

}  // namespace fundwatch::feeds
