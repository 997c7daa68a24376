#include "tests/bench/swedish_page.h"

namespace fundwatch::bench {
namespace {

std::string navigation() {
  std::string html = "<nav class=\"sv-nav\"><ul>";
  for (int i = 0; i < 40; ++i) {
    html += "<li class=\"nav-item\"><a href=\"/avdelning/" + std::to_string(i) +
            "\" class=\"nav-link\"><span>Näringsliv och arbete</span></a></li>\n";
  }
  return html + "</ul></nav>\n";
}

std::string block(std::size_t number) {
  const std::string digits = std::to_string(number);
  return "<div class=\"sv-layout sv-column-12\" id=\"portlet_" + digits +
         "\">\n<article class=\"news-item\">\n<h3 class=\"subheading\"><a href=\"/nyheter/" +
         digits +
         ".html?sv.target=12.5f1&amp;x=1\" class=\"link normal\">Nytt stöd till sociala "
         "företag i länet, omgång " +
         digits +
         "</a></h3>\n<p class=\"meta\">Publicerad: "
         "<time datetime=\"2026-11-17\">17 november 2026</time> | Nyhet</p>\n<p class=\"normal\">"
         "Föreningar, kooperativ och företag som anställer människor långt från arbetsmarknaden "
         "kan "
         "söka medel för återbruk, snickeri och kafé. Ansökan öppnar i höst och regionen svarar på "
         "frågor per telefon &ndash; vardagar.</p>\n</article>\n</div>\n";
}

}  // namespace

std::string swedish_page(std::size_t blocks) {
  std::string html =
      "<!doctype html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>Nyheter</title>\n"
      "<script>var x = { a: 1 < 2 };</script><style>.a { color: red }</style></head>\n<body>\n" +
      navigation() + "<main id=\"innehall\">\n<h1>Nyheter</h1>\n";
  for (std::size_t i = 0; i < blocks; ++i) html += block(i);
  return html + "</main>\n<footer><p>Kontakta oss</p></footer>\n</body></html>\n";
}

}  // namespace fundwatch::bench
