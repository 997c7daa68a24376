#include "matchers/compounds.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kNameLettersMin = 4;

// A word that the dictionary does not put behind others itself, but that is too long to stand
// there by chance.
constexpr std::size_t kSureLettersMin = 5;

// Prefixes of verbs and nouns, Swedish ones and those of Latin loans. "med" is none of them:
// medfinansiering is finansiering.
constexpr auto kParticles = std::to_array<std::string_view>(
    {"a",     "ab",   "ad",    "an",    "av",  "be",    "bi",   "bort", "de",   "dis",
     "ef",    "emot", "en",    "er",    "ex",  "fram",  "från", "för",  "före", "genom",
     "hän",   "in",   "inter", "kom",   "kon", "kring", "miss", "mot",  "ned",  "ner",
     "o",     "om",   "per",   "pre",   "pro", "på",    "re",   "sam",  "sub",  "till",
     "trans", "um",   "und",   "under", "upp", "ur",    "ut",   "åter", "över"});

constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"aktig", "ande", "are", "bar", "dom",  "else", "ende", "het", "ing",  "inna",
     "isk",   "ism",  "ist", "lig", "ling", "lös",  "ning", "sam", "skap", "tion"});

// What a word may end in before another, and what it then ends in alone: löne|stöd of lön,
// kvinno|jour of kvinna, varu|hus of vara, skol|kök of skola, arbets|liv of arbete.
struct Link {
  std::string_view linked;
  std::string_view alone;
};
constexpr auto kLinks = std::to_array<Link>({{"s", ""},
                                             {"s", "e"},
                                             {"e", ""},
                                             {"e", "a"},
                                             {"o", "a"},
                                             {"u", "a"},
                                             {"", "a"},
                                             {"ie", "ium"},
                                             {"ar", "are"}});

bool is_suffix(std::string_view word) {
  return std::ranges::find(kSuffixes, word) != kSuffixes.end();
}

// The base of a headword, and no short name.
bool is_base(const Lexicon& lexicon, std::string_view word, std::size_t letters) {
  const auto owners = lexicon.headwords_of(word);
  return std::ranges::any_of(owners, [&](HeadwordId owner) {
    return lexicon.base(owner) == word && (!lexicon.is_name(owner) || letters >= kNameLettersMin);
  });
}

bool is_linked_base(const Lexicon& lexicon, std::string_view part, std::size_t letters) {
  for (const auto& [linked, alone] : kLinks) {
    if (!part.ends_with(linked)) continue;
    std::string base(part.substr(0, part.size() - linked.size()));
    base += alone;
    if (is_base(lexicon, base, letters)) return true;
  }
  return false;
}

// An adjective with a comparative: ny|anställd.
bool is_gradable(const Lexicon& lexicon, std::string_view word) {
  const std::string comparative = std::string(word) + "are";
  const auto owners = lexicon.headwords_of(word);
  return std::ranges::any_of(owners, [&](HeadwordId owner) {
    return lexicon.base(owner) == word && lexicon.has_form(owner, comparative);
  });
}

// "för" and, with a link, "förs".
bool is_linked_particle(std::string_view part) {
  return is_particle(part) || (part.ends_with('s') && is_particle(part.substr(0, part.size() - 1)));
}

bool is_part_before(const Lexicon& lexicon, std::string_view part) {
  const std::size_t letters = utf8_length(part);
  if (letters < 2 || is_linked_particle(part)) return false;
  if ((lexicon.uses(part) & kBeginsCompound) != 0) return true;
  if (letters < kCompoundPartLettersMin) return is_gradable(lexicon, part);
  return is_base(lexicon, part, letters) || is_linked_base(lexicon, part, letters);
}

bool is_part_behind(const Lexicon& lexicon, std::string_view part) {
  const std::size_t letters = utf8_length(part);
  if (letters < kCompoundPartLettersMin || is_suffix(part)) return false;
  if ((lexicon.uses(part) & kEndsCompound) == 0 && letters < kSureLettersMin) return false;
  const auto owners = lexicon.headwords_of(part);
  return std::ranges::any_of(owners, [&](HeadwordId owner) {
    return !lexicon.is_name(owner) && !is_suffix(lexicon.base(owner));
  });
}

bool stands_before(const Lexicon& lexicon, std::string_view left, int parts) {
  if (is_part_before(lexicon, left)) return true;
  if (parts == 1) return false;
  for (std::size_t i = left.size() - 1; i > 1; --i) {
    if (!begins_character(left, i) || !is_part_before(lexicon, left.substr(i))) continue;
    if (stands_before(lexicon, left.substr(0, i), parts - 1)) return true;
  }
  return false;
}

bool stands_behind(const Lexicon& lexicon, std::string_view right, int parts) {
  if (is_part_behind(lexicon, right)) return true;
  if (parts == 1) return false;
  for (std::size_t i = 2; i + 2 < right.size(); ++i) {
    if (!begins_character(right, i) || !is_part_before(lexicon, right.substr(0, i))) continue;
    if (stands_behind(lexicon, right.substr(i), parts - 1)) return true;
  }
  return false;
}

}  // namespace

bool can_stand_before(const Lexicon& lexicon, std::string_view left) {
  return !left.empty() && stands_before(lexicon, left, kCompoundPartsMax);
}

bool can_stand_behind(const Lexicon& lexicon, std::string_view right) {
  return !right.empty() && stands_behind(lexicon, right, kCompoundPartsMax);
}

bool is_particle(std::string_view word) {
  return std::ranges::find(kParticles, word) != kParticles.end();
}

bool begins_character(std::string_view text, std::size_t position) {
  return (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U;
}

}  // namespace fundwatch::matchers
