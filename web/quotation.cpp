#include "web/quotation.h"

#include <algorithm>

#include "base/highlight.h"
#include "base/text.h"

namespace fundwatch::web {
namespace {

constexpr std::size_t kLeadInBytes = 80;  // before the reason

bool begins_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_quotable(const Item& item, const Reason& reason) {
  if (reason.field != Field::summary && reason.field != Field::text) return false;
  const std::string& text = text_of(item, reason.field);
  return reason.begin < reason.end && reason.end <= text.size() &&
         begins_character(text, reason.begin) && begins_character(text, reason.end);
}

// From a word a little before `begin` on.
std::size_t beginning(std::string_view text, std::size_t begin) {
  if (begin <= kLeadInBytes) return 0;
  const std::size_t from = begin - kLeadInBytes;
  const std::size_t space = text.substr(0, begin).find_first_of(" \n", from);
  return space == std::string_view::npos ? begin : space + 1;
}

std::size_t ending(std::string_view text, std::size_t begin, std::size_t reason_end) {
  std::size_t end = begin;
  for (std::size_t characters = 0; end < text.size() && characters < kQuotationCharactersMax;
       ++characters) {
    do ++end;
    while (!begins_character(text, end));
  }
  end = std::max(end, reason_end);
  if (end >= text.size()) return text.size();
  const std::size_t space = text.substr(0, end).find_last_of(" \n");
  return space == std::string_view::npos || space <= reason_end ? end : space;
}

}  // namespace

const std::string& text_of(const Item& item, Field field) {
  switch (field) {
    case Field::title: return item.title;
    case Field::summary: return item.summary;
    case Field::text:
    case Field::facts: break;
  }
  return item.text;
}

void put_marked(digest::Markup& html, std::string_view text, const Range& range, Field field,
                const std::vector<Reason>& reasons) {
  for (const Stretch& stretch : stretches(text, field, reasons)) {
    const std::size_t begin = std::max(stretch.begin, range.begin);
    const std::size_t end = std::min(stretch.end, range.end);
    if (begin >= end) continue;
    if (stretch.is_marked) html.tag("<mark>");
    html.text(text.substr(begin, end - begin));
    if (stretch.is_marked) html.tag("</mark>");
  }
}

bool put_quotation(digest::Markup& html, const Item& item, const std::vector<Reason>& reasons) {
  const Reason* heaviest = nullptr;
  for (const Reason& reason : reasons) {
    if (!is_quotable(item, reason)) continue;
    if (heaviest == nullptr || reason.weight > heaviest->weight) heaviest = &reason;
  }
  if (heaviest == nullptr) return false;
  const std::string& text = text_of(item, heaviest->field);
  const std::size_t begin = beginning(text, heaviest->begin);
  const std::size_t end = ending(text, begin, heaviest->end);
  html.tag("<p>”");
  if (begin > 0) html.tag("… ");
  put_marked(html, text, {begin, end}, heaviest->field, reasons);
  html.tag(end < text.size() ? digest::Literal(" …”</p>\n") : digest::Literal("”</p>\n"));
  return true;
}

}  // namespace fundwatch::web
