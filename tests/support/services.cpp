#include "tests/support/services.h"

#include <algorithm>
#include <boost/json.hpp>
#include <regex>

namespace fundwatch::tests {
namespace {

namespace json = boost::json;

ServiceAnswer json_answer(const json::value& value, int status = 200) {
  return {status, {{"Content-Type", "application/json"}}, json::serialize(value)};
}

// TED's errors have one of two shapes.
ServiceAnswer refusal(const std::string& message, const std::string& type) {
  return json_answer({{"message", message}, {"error", {{"type", type}}}}, 400);
}

ServiceAnswer invalid(const std::string& field, const std::string& message) {
  return json_answer({{"message", "Validation error"},
                      {"error", json::array{{{"objectName", "publicExpertSearchRequestV1"},
                                             {"field", field},
                                             {"message", message}}}}},
                     400);
}

const std::set<std::string> kTedKeys{"query",
                                     "fields",
                                     "page",
                                     "limit",
                                     "scope",
                                     "paginationMode",
                                     "checkQuerySyntax",
                                     "onlyLatestVersions",
                                     "iterationNextToken"};

// Of some 1,830 fields those that anybody here asks for.
const std::regex kTedField(
    "publication-(number|date)|(notice|procedure)-identifier|change-notice-version-identifier|"
    "notice-(type|title)|buyer-name|description-(proc|lot)|identifier-lot|title-lot|"
    "contract-conditions-description-lot|classification-cpv|place-of-performance|"
    "deadline-receipt-(tender|request|expressions)-(date|time)-lot|deadline-receipt-request|"
    "reserved-(procurement-lot|participation-part|execution-lot|execution-justification-lot)|"
    "social-objective-lot|estimated-value-(cur-)?(proc|lot)|document-url-lot|links");

std::string first_match(const std::string& text, const std::string& pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match[1].str() : std::string();
}

}  // namespace

// ---------------------------------------------------------------- TED

void TedService::publish(Notice notice) { notices_.push_back(std::move(notice)); }

ServiceAnswer TedService::answer(const HttpRequest& request) {
  if (mood_ == Mood::keeps_robots_out) {
    return {202, {{"x-amzn-waf-action", "challenge"}}, ""};
  }
  if (request.method != "POST") return {405, {}, ""};
  if (request.header("content-type") != "application/json") return {415, {}, ""};
  boost::system::error_code fault;
  const json::value value = json::parse(request.body, fault);
  if (fault || !value.is_object()) return invalid("body", "must be JSON");
  const json::object& body = value.as_object();
  for (const auto& member : body) {
    if (!kTedKeys.contains(std::string(member.key()))) {
      return invalid(std::string(member.key()), "unknown property");
    }
  }
  const std::string query(body.at("query").as_string());
  const json::array& fields = body.at("fields").as_array();
  if (fields.empty()) return invalid("fields", "must not be empty");
  for (const json::value& field : fields) {
    const std::string name(field.as_string());
    if (!std::regex_match(name, kTedField)) {
      return refusal("Unknown field: " + name, "QUERY_UNKNOWN_FIELD");
    }
  }
  if (body.at("limit").as_int64() > 250) return invalid("limit", "must be at most 250");
  if (query.find(" ASC") != std::string::npos || query.find("((") == 0) {
    return refusal("Syntax error in expert query", "QUERY_SYNTAX_ERROR");
  }
  const json::value* token = body.if_contains("iterationNextToken");
  if (token == nullptr) return page(0, found(query));
  if (mood_ == Mood::tokens_expire) {
    return refusal("The iteration token has expired", "EXPIRED_ITERATION_TOKEN");
  }
  return page(std::stoul(std::string(token->as_string())), found(query));
}

// Whose day of publication is late enough, the newest first.
std::vector<TedService::Notice> TedService::found(const std::string& query) const {
  const std::string since = first_match(query, "publication-date>=(\\d{8})");
  std::vector<Notice> found;
  for (const Notice& notice : notices_) {
    std::string day = notice.day;
    std::erase(day, '-');
    if (day >= since) found.push_back(notice);
  }
  std::ranges::stable_sort(found, std::greater<>(), &Notice::day);
  return found;
}

ServiceAnswer TedService::page(std::size_t begin, const std::vector<Notice>& found) {
  ++pages_given_;
  if (mood_ == Mood::wraps_around && begin >= found.size()) begin = 0;
  const std::size_t end = std::min(begin + page_notices_max_, found.size());
  json::array notices;
  for (std::size_t i = begin; i < end; ++i) {
    json::object notice{{"publication-number", found[i].number},
                        {"publication-date", found[i].day + "+01:00"},
                        {"notice-type", "cn-standard"},
                        {"notice-title", {{"swe", found[i].title}}},
                        {"links", {{"xml", {{"MUL", "https://ted.europa.eu/x/xml"}}}}}};
    if (!found[i].id.empty()) notice["notice-identifier"] = found[i].id;
    if (!found[i].changes.empty()) {
      notice["change-notice-version-identifier"] = found[i].changes + "-01";
    }
    if (!found[i].deadline.empty()) {
      notice["deadline-receipt-tender-date-lot"] = json::array{found[i].deadline + "+01:00"};
    }
    notices.push_back(std::move(notice));
  }
  return json_answer({{"notices", std::move(notices)},
                      {"totalNoticeCount", found.size()},
                      {"iterationNextToken", std::to_string(end)},
                      {"timedOut", false}});
}

// ---------------------------------------------------------------- SEDIA

ServiceAnswer SediaService::answer(const HttpRequest& request) const {
  const std::string boundary =
      first_match(request.header("content-type"), "^multipart/form-data; boundary=(.*)$");
  const std::regex part(
      "--" + boundary +
      "\r\nContent-Disposition: form-data; name=\"([a-z]+)\"; "
      "filename=\"[^\"]+\"\r\nContent-Type: application/json\r\n\r\n([^\r]*)\r\n");
  std::map<std::string, json::value> parts;
  for (std::sregex_iterator each(request.body.begin(), request.body.end(), part), end; each != end;
       ++each) {
    boost::system::error_code fault;
    parts[(*each)[1]] = json::parse((*each)[2].str(), fault);
    if (fault) return {500, {}, ""};
  }
  // Whatever has no file name is not seen, and breaks the service.
  if (request.method != "POST" || boundary.empty() || !parts.contains("query"))
    return {500, {}, ""};
  json::array results;
  for (const Topic& topic : topics_) {
    for (const std::string& language : topic.languages) {
      const auto wanted = parts.find("languages");
      if (wanted != parts.end() && wanted->second != json::array{language}) continue;
      results.push_back({{"reference", topic.identifier + language},
                         {"language", language},
                         {"metadata",
                          {{"identifier", json::array{topic.identifier}},
                           {"title", json::array{topic.title}},
                           {"status", json::array{"31094502"}}}}});
    }
  }
  const std::size_t size = std::stoul(first_match(request.target, "pageSize=(\\d+)"));
  const std::size_t number = std::stoul(first_match(request.target, "pageNumber=(\\d+)"));
  const std::size_t begin = std::min(results.size(), (number - 1) * size);
  const std::size_t end = std::min(results.size(), begin + size);
  return json_answer(
      {{"apiVersion", "2.135"},
       {"totalResults", results.size()},
       {"pageNumber", number},
       {"pageSize", size},
       {"results", json::array(results.begin() + static_cast<std::ptrdiff_t>(begin),
                               results.begin() + static_cast<std::ptrdiff_t>(end))}});
}

// ---------------------------------------------------------------- Vinnova

void VinnovaService::put_call(const std::string& number, const std::string& json,
                              const std::string& changed) {
  calls_.insert_or_assign(number, Entry{json, changed});
}

void VinnovaService::put_round(const std::string& number, const std::string& json,
                               const std::string& changed) {
  rounds_.insert_or_assign(number, Entry{json, changed});
}

ServiceAnswer VinnovaService::answer(const HttpRequest& request) const {
  const std::string list = first_match(request.target, "/api/([a-z]+)/[^/]+$");
  const std::string which = first_match(request.target, "/api/[a-z]+/([0-9,-]+)$");
  if (list == "utlysningar") return answer_of(calls_, which);
  if (list == "ansokningsomgangar") return answer_of(rounds_, which);
  return {404, {}, ""};
}

ServiceAnswer VinnovaService::answer_of(const List& list, const std::string& which) {
  const bool is_date = std::regex_match(which, std::regex("\\d{4}-\\d{2}-\\d{2}"));
  std::string found;
  for (const auto& [number, entry] : list) {
    const bool is_meant = is_date
                              ? entry.changed >= which
                              : ("," + which + ",").find("," + number + ",") != std::string::npos;
    if (is_meant) found += (found.empty() ? "" : ",") + entry.json;
  }
  if (!is_date && found.empty()) return {404, {}, ""};
  return {200, {{"Content-Type", "application/json"}}, "[" + found + "]"};
}

}  // namespace fundwatch::tests
