#include "web/http.h"

namespace fundwatch::web {

Reply redirect(std::string location) {
  Reply reply;
  reply.status = 303;
  reply.headers.emplace_back("Location", std::move(location));
  return reply;
}

}  // namespace fundwatch::web
