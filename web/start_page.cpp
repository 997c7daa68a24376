#include "web/start_page.h"

namespace fundwatch::web {

Reply start_page(const Desk& desk, const Request& /*request*/) {
  const DeskPhrases& words = desk_phrases(desk.language());
  Markup html;
  html.tag("<h1>").text(words.inbox).tag("</h1>\n");
  return desk_page(desk, {std::string(words.inbox), Section::inbox}, html);
}

}  // namespace fundwatch::web
