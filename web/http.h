// web/http.h — what a browser asks and what it gets, as values: pages are functions from one to the
// other and know nothing of sockets (web/server.h).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/form.h"

namespace fundwatch::web {

enum class Method { get, head, post, other };

// All that pages may know of a request. Of its sender there is nothing in it.
struct Request {
  Method method = Method::get;
  std::string path;     // "/s/TOKEN", percent signs resolved; begins with "/"
  Fields query;         // what stands after "?"
  Fields form;          // of a POST
  bool is_ours = true;  // false: the browser says that another site sent the form
};

struct Reply {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // beside those of every reply
};

// "See other" (RFC 9110 § 15.4.4): after a POST, so that reloading does not send it again.
Reply redirect(std::string location);

using Handler = std::function<Reply(const Request&)>;

}  // namespace fundwatch::web
