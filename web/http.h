// web/http.h — what a browser asks and what it gets, as values: pages are functions from one to the
// other and know nothing of sockets (web/server.h).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/form.h"

namespace fundwatch::web {

enum class Method { get, head, post, other };

// All that pages may know of a request.
struct Request {
  Method method = Method::get;
  std::string path;                // "/s/TOKEN", percent signs resolved; begins with "/"
  Fields query;                    // what stands after "?"
  Fields form;                     // of a POST, unless it is_json
  bool is_ours = true;             // false: the browser says that another site sent the form
  std::string file = {};           // the bytes of a file that came with the form
  bool is_json = false;            // of a POST: its body is said to be JSON
  std::string body = {};           // then, as it was sent
  std::string target = {};         // path and query as they were sent
  std::string cookies = {};        // the header, as it was sent
  std::string authorization = {};  // the same
  // The address of who asks, for limits of rate alone: it is neither stored nor logged. Empty if
  // nobody can tell: behind a proxy of this machine that is not trusted to say (web/sender.h).
  std::string sender = {};
  bool is_local = false;  // asked for on this machine, not by way of a proxy
};

struct Reply {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beside or instead of every reply's
  std::chrono::seconds held{0};  // how long the sender waits for it: who guesses passwords
};

// "See other" (RFC 9110 § 15.4.4): after a POST, so that reloading does not send it again.
// `location` is a path of ours, with its query; what may not stand in a header is encoded.
Reply redirect(std::string_view location);

// The cookie of that name; empty if there is none.
std::string cookie_of(const Request& request, std::string_view name);

// RFC 3986 § 2.1: all but letters, digits and "-._~", so that it can stand in a query or form.
std::string percent_encoded(std::string_view text);

using Handler = std::function<Reply(const Request&)>;

}  // namespace fundwatch::web
