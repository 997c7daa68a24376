#include "digest/notice_words.h"

#include <algorithm>

#include "digest/notice_phrases.h"
#include "digest/plain.h"
#include "digest/words.h"

namespace fundwatch::digest {
namespace {

constexpr std::string_view kWorks = "45";  // CPV codes of works begin so

bool is_for_works(const Notice& notice) {
  return std::ranges::any_of(notice.cpv,
                             [](const std::string& code) { return code.starts_with(kWorks); });
}

bool is_above_threshold(const Notice& notice) {
  if (!notice.value || is_for_works(notice)) return false;
  const Amount& value = *notice.value;
  return (value.currency == "SEK" && value.value >= kAboveThresholdSek) ||
         (value.currency == "EUR" && value.value >= kAboveThresholdEur);
}

// "4 kap. 18 §", however spaced.
bool cites_chapter_four(const std::string& ground) {
  std::string words;
  for (const char c : ground) {
    if (c != ' ') words += c;
  }
  for (auto at = words.find("4kap"); at != std::string::npos; at = words.find("4kap", at + 1)) {
    const bool is_number = at > 0 && words[at - 1] >= '0' && words[at - 1] <= '9';
    const auto section = words.find_first_of("0123456789", at + 4);
    if (!is_number && section != std::string::npos && words.substr(section).starts_with("18§")) {
      return true;
    }
  }
  return false;
}

std::string name_of_lot(const Lot& lot) {
  const std::string title = one_line(lot.title, kNameCharactersMax);
  return title.empty() ? lot.id : title;
}

// Empty where all lots are alike.
std::string reserved_lots(const Notice& notice, Language language) {
  std::vector<std::string> names;
  for (const Lot& lot : notice.lots) {
    if (lot.reserved != Reserved::none) names.push_back(name_of_lot(lot));
  }
  if (names.empty() || names.size() == notice.lots.size()) return {};
  return fill(notice_phrases(language).lots_of,
              {{"reserved", std::to_string(names.size())},
               {"n", std::to_string(notice.lots.size())},
               {"lots", Words(language).list(names, kLotsShownMax)}});
}

}  // namespace

std::string reserved_words(const Notice& notice, Language language) {
  const NoticePhrases& words = notice_phrases(language);
  switch (notice.reserved) {
    case Reserved::none: return {};
    case Reserved::sheltered:
      return std::string(cites_chapter_four(notice.reserved_ground) || is_above_threshold(notice)
                             ? words.sheltered_by_law
                             : words.sheltered);
    case Reserved::public_service: return std::string(words.public_service);
    case Reserved::idea_based: return std::string(words.idea_based);
  }
  return {};
}

std::vector<NoticeLine> notice_lines(const Item& item, Language language) {
  std::vector<NoticeLine> lines;
  if (!item.notice) return lines;
  const Notice& notice = *item.notice;
  const NoticePhrases& words = notice_phrases(language);
  const std::string lots = reserved_lots(notice, language);
  if (!lots.empty()) lines.push_back({std::string(words.lots), lots, {}});
  const std::string buyer = one_line(notice.buyer, kNameCharactersMax);
  if (!buyer.empty()) lines.push_back({std::string(words.buyer), buyer, {}});
  auto documents = Link::web(notice.documents);
  if (documents && notice.documents != item.url) {
    lines.push_back({std::string(words.documents), {}, std::move(documents)});
  }
  return lines;
}

}  // namespace fundwatch::digest
