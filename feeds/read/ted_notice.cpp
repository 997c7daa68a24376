#include "feeds/read/ted_notice.h"

#include <boost/json.hpp>

#include <algorithm>

#include "base/names.h"
#include "base/text.h"
#include "feeds/read/items.h"
#include "feeds/read/json_answer.h"
#include "feeds/read/languages.h"
#include "feeds/read/links.h"
#include "feeds/read/notice_item.h"
#include "feeds/read/ted.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;
using Texts = std::vector<std::string>;

// The pages of a notice by language, in the order in which we want them.
std::string page_of(const AnswerFields& notice, const std::string& number) {
  const AnswerFields links = notice.below("links");
  for (const char* kind : {"html", "htmlDirect", "pdf"}) {
    const std::string link = web_link({}, links.line(kind));
    if (!link.empty()) return link;
  }
  return "https://ted.europa.eu/sv/notice/-/detail/" + number;
}

// "…-01": the id of a notice without its version.
std::string without_version(const std::string& id) {
  constexpr std::size_t kUuidLength = 36;
  return id.size() > kUuidLength && id[kUuidLength] == '-' ? id.substr(0, kUuidLength) : id;
}

// The value that all of `count` lots have, if that is certain.
std::string common(const Texts& values, std::size_t count) {
  if (values.empty() || values.size() != count) return {};
  const bool all_same =
      std::all_of(values.begin(), values.end(), [&](const auto& v) { return v == values.front(); });
  return all_same ? values.front() : std::string();
}

std::optional<bool> execution_of(const std::string& code) {
  if (code == "yes" || code == "true") return true;
  if (code == "no" || code == "false") return false;
  return std::nullopt;
}

std::optional<DueDate> earliest(const Texts& dates, const Texts& times, const Calendar& calendar) {
  std::optional<DueDate> first;
  for (const std::string& date : dates) {
    const std::string time = common(times, times.size());
    const auto due = due_date(date, time, calendar);
    if (due && (!first || due->day < first->day || (due->at && first->at && *due->at < *first->at)))
      first = due;
  }
  return first;
}

// Of tenders, else of requests to participate, else of interest.
std::optional<DueDate> deadline_of(const AnswerFields& notice, const Calendar& calendar) {
  struct Stated {
    const char* dates;
    const char* times;
  };
  for (const Stated& stated :
       {Stated{"deadline-receipt-tender-date-lot", "deadline-receipt-tender-time-lot"},
        Stated{"deadline-receipt-request", ""},
        Stated{"deadline-receipt-request-date-lot", "deadline-receipt-request-time-lot"},
        Stated{"deadline-receipt-expressions-date-lot", ""}}) {
    const auto due = earliest(notice.texts(stated.dates), notice.texts(stated.times), calendar);
    if (due) return due;
  }
  return std::nullopt;
}

Texts without_none(const Texts& codes) {
  Texts kept;
  for (const std::string& code : codes) {
    if (code != "none") add_once(kept, code);
  }
  return kept;
}

Reserved reserved_of(const AnswerFields& notice) {
  for (const char* field : {"reserved-procurement-lot", "reserved-participation-part"}) {
    for (const std::string& code : without_none(notice.texts(field))) {
      if (const auto reserved = parse_reserved(code)) return *reserved;
    }
  }
  return Reserved::none;
}

std::optional<bool> reserved_execution_of(const AnswerFields& notice) {
  std::optional<bool> reserved;
  for (const std::string& code : notice.texts("reserved-execution-lot")) {
    const auto stated = execution_of(code);
    if (stated) reserved = reserved.value_or(false) || *stated;
  }
  return reserved;
}

std::vector<Lot> lots_of(const AnswerFields& notice) {
  const Texts ids = notice.texts("identifier-lot");
  const Texts titles = notice.texts("title-lot");
  const std::size_t count = std::max(ids.size(), titles.size());
  std::vector<Lot> lots(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (ids.size() == count) lots[i].id = ids[i];
    if (titles.size() == count) lots[i].title = collapsed(titles[i]);
    lots[i].reserved = parse_reserved(common(notice.texts("reserved-procurement-lot"), count))
                           .value_or(Reserved::none);
    lots[i].reserved_execution =
        execution_of(common(notice.texts("reserved-execution-lot"), count));
  }
  return lots;
}

// What only a notice of a single lot says for certain of that lot.
void complete_only_lot(Notice& notice, const std::optional<DueDate>& deadline) {
  if (notice.lots.size() != 1) return;
  notice.lots.front().deadline = deadline;
  notice.lots.front().value = notice.value;
  notice.lots.front().cpv = notice.cpv;
}

std::optional<Amount> value_of(const AnswerFields& notice) {
  const Texts procedure = notice.texts("estimated-value-proc");
  if (!procedure.empty()) {
    return amount_of(procedure.front(), notice.line("estimated-value-cur-proc"));
  }
  const Texts values = notice.texts("estimated-value-lot");
  const Texts currencies = notice.texts("estimated-value-cur-lot");
  const std::string currency = common(currencies, values.size());
  if (currency.empty()) return std::nullopt;
  Amount sum{0, currency};
  for (const std::string& value : values) {
    const auto amount = amount_of(value, currency);
    if (!amount) return std::nullopt;
    sum.value += amount->value;
  }
  return sum;
}

Notice notice_of(const AnswerFields& fields) {
  Notice notice;
  notice.id = without_version(fields.line("notice-identifier"));
  if (notice.id.empty()) notice.id = fields.line("publication-number");
  notice.procedure_id = fields.line("procedure-identifier");
  notice.type = fields.line("notice-type");
  notice.changes = without_version(fields.line("change-notice-version-identifier"));
  notice.buyer = utf8_prefix(fields.line("buyer-name"), kTitleBytesMax);
  for (const std::string& code : fields.texts("classification-cpv")) add_once(notice.cpv, code);
  notice.reserved = reserved_of(fields);
  notice.reserved_execution = reserved_execution_of(fields);
  notice.social_objectives = without_none(fields.texts("social-objective-lot"));
  notice.value = value_of(fields);
  notice.documents = web_link({}, fields.line("document-url-lot"));
  notice.lots = lots_of(fields);
  return notice;
}

void add_paragraphs(std::string& text, const Texts& paragraphs) {
  for (const std::string& paragraph : paragraphs) {
    if (paragraph.empty() || text.find(paragraph) != std::string::npos) continue;
    if (text.size() > kTextBytesMax) return;
    text += (text.empty() ? "" : "\n\n") + paragraph;
  }
}

void read_texts(const AnswerFields& fields, Item& item) {
  item.title = utf8_prefix(fields.line("notice-title"), kTitleBytesMax);
  item.language = language_of_code(fields.language_of("notice-title"));
  const Texts described = fields.texts("description-proc");
  if (!described.empty()) item.summary = described.front();
  for (const char* field : {"title-lot", "description-lot", "contract-conditions-description-lot",
                            "reserved-execution-justification-lot"}) {
    add_paragraphs(item.text, fields.texts(field));
  }
  if (item.summary.empty()) item.summary = shortened(item.text, kLeadCharacters);
  item.summary = utf8_prefix(item.summary, kSummaryBytesMax);
  item.text = utf8_prefix(item.text, kTextBytesMax);
}

// NUTS codes stand among codes of countries ("SWE"), which the query has chosen already.
void read_places(const AnswerFields& fields, Item& item) {
  for (const std::string& code : fields.texts("place-of-performance")) {
    const bool is_country = code.size() == 3 && code[2] >= 'A' && code[2] <= 'Z';
    if (!is_country) add_once(item.place.nuts, code);
  }
}

}  // namespace

Result<Item> read_ted_notice(const json::value& value, const Calendar& calendar) {
  const json::object* object = value.if_object();
  if (object == nullptr) {
    return Error{Stage::read, "TED: a notice in \"notices\" is " + std::string(kind_of(value)) +
                                  " where an object was expected"};
  }
  const AnswerFields fields(*object);
  Item item;
  item.key = fields.line("publication-number");
  if (item.key.empty()) {
    return Error{Stage::read,
                 "TED: a notice has no \"publication-number\"; the service may have "
                 "changed its answers"};
  }
  item.notice = notice_of(fields);
  read_texts(fields, item);
  read_places(fields, item);
  item.url = page_of(fields, item.key);
  item.author = item.notice->buyer;
  item.deadline = deadline_of(fields, calendar);
  complete_only_lot(*item.notice, item.deadline);
  const auto published = due_date(fields.line("publication-date"), {}, calendar);
  if (published) item.published = calendar.instant(published->day, {});
  complete_from_lots(item);
  if (!fields.unexpected().empty() || item.title.empty()) {
    const std::string why =
        item.title.empty() ? "\"notice-title\" is missing" : fields.unexpected();
    return Error{Stage::read, "TED: notice " + item.key + ": " + why};
  }
  return item;
}

const std::vector<std::string>& ted_fields() {
  static const std::vector<std::string> kFields{"publication-number",
                                                "publication-date",
                                                "notice-identifier",
                                                "procedure-identifier",
                                                "change-notice-version-identifier",
                                                "notice-type",
                                                "notice-title",
                                                "buyer-name",
                                                "description-proc",
                                                "identifier-lot",
                                                "title-lot",
                                                "description-lot",
                                                "contract-conditions-description-lot",
                                                "classification-cpv",
                                                "place-of-performance",
                                                "deadline-receipt-tender-date-lot",
                                                "deadline-receipt-tender-time-lot",
                                                "deadline-receipt-request",
                                                "deadline-receipt-request-date-lot",
                                                "deadline-receipt-expressions-date-lot",
                                                "reserved-procurement-lot",
                                                "reserved-participation-part",
                                                "reserved-execution-lot",
                                                "reserved-execution-justification-lot",
                                                "social-objective-lot",
                                                "estimated-value-proc",
                                                "estimated-value-cur-proc",
                                                "estimated-value-lot",
                                                "estimated-value-cur-lot",
                                                "document-url-lot"};
  return kFields;
}

}  // namespace fundwatch::feeds
