#include "feeds/read/reserved_ground.h"

#include <array>
#include <vector>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kSectionBytesMax = 12;  // of "25 a §", however spaced

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A full stop ends a sentence before white space and a capital (of ASCII or beyond), so not in
// "4 kap. 18 §" and "enl. lagen".
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
  const auto next = text.find_first_not_of(" \t\r\n", at + 1);
  if (next == at + 1) return false;
  if (next == std::string_view::npos) return true;
  return (text[next] >= 'A' && text[next] <= 'Z') || text.substr(next).starts_with("\xC3");
}

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!ends_sentence(text, at)) continue;
    found.push_back(collapsed(text.substr(begin, at + 1 - begin)));
    begin = at + 1;
  }
  found.push_back(collapsed(text.substr(begin)));
  return found;
}

// Whether "4 kap. 18 §" and its like stand there: chapter, section, and nothing that makes the
// chapter's number longer. `sentence` is collapsed, `section` has no spaces.
bool cites(std::string_view sentence, std::string_view chapter, std::string_view section) {
  for (auto at = sentence.find(chapter); at != std::string_view::npos;
       at = sentence.find(chapter, at + 1)) {
    if (at > 0 && is_digit(sentence[at - 1])) continue;
    const std::string_view rest = sentence.substr(at + chapter.size());
    if (!rest.starts_with(" kap")) continue;
    const auto number = rest.find_first_of("0123456789");
    if (number == std::string_view::npos) continue;
    std::string words(rest.substr(number, kSectionBytesMax));
    std::erase(words, ' ');
    if (words.starts_with(section)) return true;
  }
  return false;
}

bool cites_a_ground(std::string_view sentence) {
  return cites(sentence, "4", "18§") || cites(sentence, "19", "25§") ||
         cites(sentence, "19", "25a§");
}

bool says_reserved(std::string_view sentence) {
  const std::string lower = ascii_lower(sentence);
  for (const std::string_view word : {"reserverad", "reserverat", "reserveras", "reserved"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string reserved_ground(std::string_view text) {
  const std::vector<std::string> all = sentences(text);
  for (const std::string& sentence : all) {
    if (cites_a_ground(sentence)) return shortened(sentence, kGroundCharactersMax);
  }
  for (const std::string& sentence : all) {
    if (says_reserved(sentence)) return shortened(sentence, kGroundCharactersMax);
  }
  return {};
}

bool is_for_idea_based(std::string_view ground) {
  if (cites(ground, "19", "25a§")) return true;
  return says_reserved(ground) && (ground.find("idéburna organisation") != std::string_view::npos ||
                                   ground.find("idéburen organisation") != std::string_view::npos);
}

}  // namespace fundwatch::feeds
