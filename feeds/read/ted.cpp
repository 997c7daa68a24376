#include "feeds/read/ted.h"

#include <boost/json.hpp>

#include "base/text.h"
#include "feeds/read/items.h"
#include "feeds/read/json_answer.h"
#include "feeds/read/languages.h"
#include "feeds/read/links.h"
#include "feeds/read/ted_notice.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;

constexpr std::string_view kService = "TED";

// "error" is an object that names the kind of fault, or a list of fields that are wrong.
std::string faults_of(const json::value& error) {
  if (const json::object* object = error.if_object()) return AnswerFields(*object).line("type");
  const json::array* list = error.if_array();
  std::string faults;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const json::object* fault = (*list)[i].if_object();
    if (fault == nullptr) continue;
    const AnswerFields fields(*fault);
    faults += (faults.empty() ? "" : "; ") + fields.line("field") + " " + fields.line("message");
  }
  return faults;
}

std::optional<Error> refusal(const json::value& answer) {
  const json::object* object = answer.if_object();
  if (object == nullptr || object->contains("notices")) return std::nullopt;
  const json::value* error = object->if_contains("error");
  const std::string message = AnswerFields(*object).line("message");
  if (error == nullptr && message.empty()) return std::nullopt;
  std::string faults = error == nullptr ? std::string() : faults_of(*error);
  if (!faults.empty()) faults = " (" + faults + ")";
  return Error{Stage::read, "TED refused the query: " + shortened(message, 300) + faults};
}

void read_end(const json::object& answer, TedPage& page) {
  const AnswerFields fields(answer);
  page.next_token = fields.line("iterationNextToken");
  if (const json::value* total = answer.if_contains("totalNoticeCount")) {
    if (const std::int64_t* count = total->if_int64()) page.total = *count;
  }
  page.is_incomplete = fields.line("timedOut") == "true";
  if (page.is_incomplete) {
    page.problems.emplace_back("TED's search timed out: notices may be missing");
  }
}

}  // namespace

std::optional<Error> ted_refusal(std::string_view bytes) {
  const auto answer = parse_answer({.bytes = bytes}, kService);
  return answer ? refusal(*answer) : std::nullopt;
}

Result<TedPage> read_ted(const Document& document, std::size_t items_max) {
  const auto answer = parse_answer(document, kService);
  if (!answer) return answer.error();
  if (const auto refused = refusal(*answer)) return *refused;
  const auto notices = list_at(*answer, "notices", kService);
  if (!notices) return notices.error();
  const Calendar calendar(document.time_zone);
  TedPage page;
  for (const json::value& value : **notices) {
    if (page.items.size() == items_max) {
      page.problems.push_back("only the first " + std::to_string(items_max) + " of " +
                              std::to_string((*notices)->size()) + " notices were read");
      break;
    }
    auto item = read_ted_notice(value, calendar);
    if (!item) return item.error();
    page.items.push_back(*std::move(item));
  }
  read_end(answer->get_object(), page);
  return page;
}

}  // namespace fundwatch::feeds
