// feeds/fetch/fetcher.h — the seam between us and the network (one of three; see base/clock.h and
// digest/mailer.h). The real one is feeds/fetch/curl_fetcher.h, tests have a scripted one.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::feeds {

// What a request sends along: it is a POST then.
struct Payload {
  std::string content_type;  // "application/json", "multipart/form-data; boundary=…"
  std::string bytes;
  bool operator==(const Payload&) const = default;
};

// A header field beside ours. Its value may be a secret and stands in no message.
struct HeaderField {
  std::string name;
  std::string value;
  bool operator==(const HeaderField&) const = default;
};

struct Request {
  SourceId source{};
  std::string url;
  Validators validators;      // sent as If-None-Match and If-Modified-Since
  ItemId item{};              // whose linked page it is; 0 for the source's own document
  bool obeys_robots = false;  // a page that we crawl: robots.txt is asked first (robots.h)
  std::optional<Payload> payload{};
  std::vector<HeaderField> headers{};  // an Accept takes the place of ours
  // PEM file of authorities that are trusted for this request beside the configuration's.
  std::string ca_file{};
  // Instead of those of the configuration; a redirect takes its share of the time.
  std::optional<std::size_t> body_bytes_max{};
  std::optional<std::chrono::seconds> total_timeout{};
};

// Why there is no document, for those who must tell one cause from another.
enum class Fault {
  none,
  name,        // the host name leads nowhere
  address,     // it leads where fundwatch may not go
  connection,  // nobody answers there
  proxy,       // the one of the configuration does not answer, or does not let us through
  tls,
  trust_store,  // the certificates that we trust for all cannot be read
  authority,    // none of them vouches for the server's
  timeout,
  size,      // beyond a limit
  redirect,  // too many, or to where we do not follow
  robots,    // robots.txt asks us not to
  guarded,   // a check that keeps programs out, or a captcha, stands before it
  status,    // see Answer::status
  broken     // what came is no answer
};

struct Answer {
  // A complete 200, or a 304 to a request with validators; all else is an Error{fetch} in words.
  Result<Response> response;
  // The pause that the server asked for, whatever its status; at most a week.
  std::optional<std::chrono::seconds> retry_after{};
  // How long the server holds the document for fresh (RFC 9111 § 4.2); nothing if it does not say.
  std::optional<std::chrono::seconds> fresh_for{};
  Fault fault = Fault::none;
  int status = 0;          // of the last hop; 0 where there was no answer
  std::string refusal{};   // what a 4xx to a request with a payload says of it, or its beginning
  bool was_asked = true;   // false: its host wants to be left in peace for `retry_after`
  std::string moved_to{};  // where permanent redirects (301, 308) lead to from the first hop on
};

// Called once for each request, on the calling thread, as answers come in. It may give another
// request, such as the next page, which is asked in the same round, at its host's pace. May throw.
using OnAnswer = std::function<std::optional<Request>(const Request&, Answer)>;

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Returns when every request was answered, when a round has lasted too long, or soon (within
  // 200 ms) after a stop was asked for; what was not answered is to be asked for again.
  virtual void fetch(std::vector<Request> requests, const OnAnswer& on_answer) = 0;
};

}  // namespace fundwatch::feeds
