#include "web/page_picker.h"

namespace fundwatch::web {
namespace {

// From `at` on, the lines of one block of a list, up to the next one's.
std::size_t block_end(const std::vector<PageLine>& page, std::size_t at) {
  std::size_t end = at + 1;
  while (end < page.size() && page[end].source == page[at].source && !page[end].begins_block) ++end;
  return end;
}

void put_block(Markup& html, const std::vector<PageLine>& page, std::size_t begin,
               std::size_t end) {
  html.tag("<label class=\"pick\" for=\"").text(choice_id(*page[begin].source)).tag("\">");
  for (std::size_t at = begin; at < end; ++at) {
    if (at > begin) html.tag("<br>");
    if (page[at].is_heading) html.tag("<b>");
    html.text(page[at].text);
    if (page[at].is_heading) html.tag("</b>");
  }
  html.tag("</label>\n");
}

void put_line(Markup& html, const PageLine& line) {
  html.tag("<p>");
  if (line.is_heading) html.tag("<b>");
  html.text(line.text);
  if (line.is_heading) html.tag("</b>");
  html.tag("</p>\n");
}

}  // namespace

std::string choice_id(std::size_t number) { return "val-" + std::to_string(number); }

void put_page_picker(Markup& html, const SourcePhrases& words, const std::vector<PageLine>& page) {
  html.tag("<details class=\"picker\" open><summary>").text(words.pick);
  html.tag("</summary>\n<div class=\"page\" tabindex=\"0\" role=\"group\" aria-label=\"");
  html.text(words.pick).tag("\">\n");
  for (std::size_t at = 0; at < page.size();) {
    if (!page[at].source) {
      put_line(html, page[at++]);
      continue;
    }
    const std::size_t end = block_end(page, at);
    put_block(html, page, at, end);
    at = end;
  }
  html.tag("</div></details>\n");
}

}  // namespace fundwatch::web
