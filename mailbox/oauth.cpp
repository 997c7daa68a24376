#include "mailbox/oauth.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <chrono>

#include "base/text.h"
#include "base/url.h"

namespace fundwatch::mailbox {
namespace {

namespace json = boost::json;
using std::chrono::seconds;
using Kind = TokenFault::Kind;

constexpr std::size_t kAnswerBytesMax = 65'536;
constexpr std::size_t kShownBytesMax = 300;
constexpr seconds kRenewBeforeEnd{120};
constexpr seconds kLifeIfUnsaid{300};
constexpr seconds kLifeMax{24 * 3600};

struct Answer {
  long status = 0;
  std::string body;
};

std::size_t collect(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = static_cast<Answer*>(to)->body;
  if (body.size() + size * count > kAnswerBytesMax) return 0;
  body.append(bytes, size * count);
  return size * count;
}

std::string form_field(CURL* easy, const std::string& name, const std::string& value) {
  char* escaped = curl_easy_escape(easy, value.data(), static_cast<int>(value.size()));
  std::string field = name + "=" + escaped;
  curl_free(escaped);
  return field;
}

// The secret travels encrypted (RFC 6749 § 3.2), except to this machine itself.
bool is_safe(const std::string& token_url) {
  const auto url = parse_url(token_url);
  return url && (url->scheme == "https" || url->host == "127.0.0.1" || url->host == "::1");
}

json::object object_in(const std::string& body) {
  boost::system::error_code error;
  const json::value value = json::parse(body, error);
  return !error && value.is_object() ? value.get_object() : json::object();
}

std::string text_at(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

// Some servers write the seconds as a string.
seconds life_of(const json::object& object) {
  const json::value* value = object.if_contains("expires_in");
  std::int64_t count = kLifeIfUnsaid.count();
  if (value != nullptr && value->is_int64()) count = value->get_int64();
  const std::string text = text_at(object, "expires_in");
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp(seconds(count), seconds(0), kLifeMax);
}

// What a token server says of its refusal (RFC 6749 § 5.2), never the rest of its answer.
std::string words_of(const Answer& answer, const json::object& object) {
  const std::string error = text_at(object, "error") + " " + text_at(object, "error_description");
  return "HTTP " + std::to_string(answer.status) + " " +
         std::string(utf8_prefix(collapsed(error), kShownBytesMax));
}

CURLcode post(CurlSession& session, const TokenSettings& settings, const std::string& secret,
              Answer& answer) {
  CURL* easy = session.fresh();
  const std::string form =
      "grant_type=client_credentials&" + form_field(easy, "client_id", settings.client_id) + "&" +
      form_field(easy, "client_secret", secret) + "&" + form_field(easy, "scope", settings.scope);
  curl_easy_setopt(easy, CURLOPT_URL, settings.token_url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(settings.timeout.count()));
  curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, form.c_str());
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
  const CURLcode result = session.run();
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
  return result;
}

}  // namespace

std::optional<TokenFault> TokenSource::renew(CurlSession& session) {
  if (!token_.empty() && clock_.now() < ends_) return std::nullopt;
  token_.clear();
  const std::string where = "no access token from " + settings_.token_url + ": ";
  if (!is_safe(settings_.token_url)) {
    return TokenFault{Kind::refused,
                      where + settings_.section + ".token_url must begin with https://"};
  }
  Answer answer;
  const CURLcode result = post(session, settings_, client_secret_, answer);
  if (session.is_stopping()) return TokenFault{Kind::stopped, "stopped"};
  if (result == CURLE_PEER_FAILED_VERIFICATION) {
    return TokenFault{Kind::refused, where + session.words()};
  }
  if (result != CURLE_OK) return TokenFault{Kind::unreachable, where + session.words()};
  const json::object object = object_in(answer.body);
  token_ = answer.status == 200 ? text_at(object, "access_token") : std::string();
  if (token_.empty()) {
    const bool is_passing = answer.status == 429 || answer.status >= 500;
    return TokenFault{is_passing ? Kind::unreachable : Kind::refused,
                      where + words_of(answer, object) + "; check " + settings_.section +
                          ".token_url, client_id, scope and the client secret"};
  }
  const seconds life = life_of(object);
  ends_ = clock_.now() + std::max(life - kRenewBeforeEnd, life / 2);
  return std::nullopt;
}

}  // namespace fundwatch::mailbox
