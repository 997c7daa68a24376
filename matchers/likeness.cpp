#include "matchers/likeness.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <tuple>

#include "base/text.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// A word tells from so many letters on, and inflection is what comes after them.
constexpr std::size_t kTellingLettersMin = 5;
constexpr std::size_t kStemLetters = 6;
constexpr std::size_t kNameLettersMin = 4;
// Shared words are counted against at least so many, so that short items are not alike by chance.
constexpr std::size_t kWordsLeast = 10;
constexpr std::size_t kHeadLeast = 3;
// More shared names than these say no more.
constexpr std::size_t kNamesMost = 3;
constexpr std::size_t kCpvDigits = 8;
constexpr std::size_t kCpvGroupDigits = 3;
constexpr std::size_t kLeadingWords = 10;
constexpr std::size_t kLeadingNames = 4;

// The weights, found by hand on half of the labelled items and checked on the other.
constexpr double kWordsWeight = 1.5;
constexpr double kHeadWeight = 0.5;
constexpr double kNameWeight = 0.08;
constexpr double kSameDay = 0.3;
constexpr double kOtherDay = -0.6;
constexpr double kOneDay = -0.1;  // one states a last day, the other none
constexpr double kSameAmount = 0.2;
constexpr double kOtherAmount = -0.3;
constexpr double kSamePlace = 0.15;
constexpr double kOtherPlace = -0.6;
constexpr double kSameCpv = 0.3;
constexpr double kOtherCpv = -0.3;
constexpr double kSameDayAndAmount = 0.1;  // both by chance is much rarer than either
constexpr double kOtherNews = -0.6;  // who got it is other news than that it can be applied for

// If one is to hide the other, so much of each title and summary must be said by the other, or so
// many facts must be the same: of another language only names, numbers and loanwords are shared.
constexpr double kSurelySaid = 0.2;
constexpr std::ptrdiff_t kSurelySameFacts = 2;

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string_view first_letters(std::string_view word, std::size_t letters) {
  std::size_t bytes = 0;
  for (; bytes < word.size(); ++bytes) {
    const bool begins = (static_cast<unsigned char>(word[bytes]) & 0xC0) != 0x80;
    if (begins && letters-- == 0) break;
  }
  return word.substr(0, bytes);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool tells(std::string_view word, std::size_t letters) {
  return std::ranges::all_of(word, is_digit) ? letters >= 2 : letters >= kTellingLettersMin;
}

// Neither tells nor is a name, which is seen without folding it: as half of all words are.
bool is_surely_mute(std::string_view text, const Token& token) {
  return token.end - token.begin < kNameLettersMin && !is_digit(text[token.begin]);
}

// A capital, and only the first letter.
bool is_capitalised(const WordReader::Seen& word) {
  const auto& [text, folded] = word;
  const std::size_t letter = first_letters(text, 1).size();
  return text.substr(0, letter) != folded.substr(0, letter) &&
         text.substr(letter) == folded.substr(std::min(letter, folded.size()));
}

// Whether the marks before a word end a sentence; its first word has a capital anyway.
bool ends_sentence(std::string_view marks) {
  return marks.find_first_of(".!?:") != std::string_view::npos;
}

// Without a branch on what is compared, which no processor foresees.
std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t x = a[i];
    const std::uint32_t y = b[j];
    count += static_cast<std::size_t>(x == y);
    i += static_cast<std::size_t>(x <= y);
    j += static_cast<std::size_t>(y <= x);
  }
  return count;
}

// Of the words of a title and summary, the part that the other says.
double part_said(const std::vector<std::uint32_t>& head, const std::vector<std::uint32_t>& words) {
  return static_cast<double>(shared(head, words)) /
         static_cast<double>(std::max(kHeadLeast, head.size()));
}

double words_likeness(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t least = std::max(kWordsLeast, std::min(a.words.size(), b.words.size()));
  return static_cast<double>(shared(a.words, b.words)) / static_cast<double>(least);
}

enum class Agreement { unknown, same, other };

// Whether two ascending lists have one whose beginning they share.
bool have_in_common(const std::vector<std::string>& a, const std::vector<std::string>& b,
                    std::size_t digits) {
  return std::ranges::any_of(a, [&](const std::string& code) {
    return std::ranges::any_of(b, [&](const std::string& other) {
      return code.substr(0, digits) == other.substr(0, digits);
    });
  });
}

double weight_of(Agreement agreement, double same, double other) {
  switch (agreement) {
    case Agreement::unknown: return 0;
    case Agreement::same: return same;
    case Agreement::other: return other;
  }
  return 0;
}

// Whoever retells a procurement leaves codes out, or takes the one above them.
Agreement agreement_of_cpv(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  if (have_in_common(a, b, kCpvDigits)) return Agreement::same;
  return have_in_common(a, b, kCpvGroupDigits) ? Agreement::unknown : Agreement::other;
}

bool is_extension(const Fingerprint& before, const Fingerprint& after) {
  if (after.status != CallStatus::extended || !before.last_day || !after.last_day) return false;
  const auto longer =
      std::chrono::sys_days(*after.last_day) - std::chrono::sys_days(*before.last_day);
  return longer > std::chrono::days(0) && longer <= kExtendedAtMost;
}

Agreement agreement(const std::optional<Day>& a, const std::optional<Day>& b) {
  if (!a || !b) return Agreement::unknown;
  return *a == *b ? Agreement::same : Agreement::other;
}

Agreement agreement(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  if (!a || !b) return Agreement::unknown;
  return *a == *b ? Agreement::same : Agreement::other;
}

Agreement agreement(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  return a == b ? Agreement::same : Agreement::other;
}

struct Agreements {
  Agreement last_day;
  Agreement event_date;
  Agreement amount;
  Agreement place;
  Agreement cpv;
  Agreement news;
};

Agreements agreements(const Fingerprint& a, const Fingerprint& b) {
  const bool is_extended = is_extension(a, b) || is_extension(b, a);
  const bool is_one_award = (a.status == CallStatus::results) != (b.status == CallStatus::results);
  return {.last_day = is_extended ? Agreement::unknown : agreement(a.last_day, b.last_day),
          .event_date = agreement(a.event_date, b.event_date),
          .amount = agreement(a.amount, b.amount),
          .place = agreement(a.municipality, b.municipality),
          .cpv = agreement_of_cpv(a.cpv, b.cpv),
          .news = is_one_award ? Agreement::other : Agreement::unknown};
}

double facts_likeness(const Fingerprint& a, const Fingerprint& b) {
  const double only_one = a.last_day.has_value() != b.last_day.has_value() ? kOneDay : 0;
  const Agreements facts = agreements(a, b);
  const bool are_both_same = facts.last_day == Agreement::same && facts.amount == Agreement::same;
  return only_one + (are_both_same ? kSameDayAndAmount : 0) +
         weight_of(facts.last_day, kSameDay, kOtherDay) +
         weight_of(facts.event_date, kSameDay, kOtherDay) +
         weight_of(facts.amount, kSameAmount, kOtherAmount) +
         weight_of(facts.place, kSamePlace, kOtherPlace) +
         weight_of(facts.cpv, kSameCpv, kOtherCpv) + weight_of(facts.news, 0, kOtherNews);
}

std::ptrdiff_t count_of(Agreement wanted, const Fingerprint& a, const Fingerprint& b) {
  const Agreements facts = agreements(a, b);
  const auto all = {facts.last_day, facts.event_date, facts.amount,
                    facts.place,    facts.cpv,        facts.news};
  return std::ranges::count(all, wanted);
}

// A word or name and its length: long ones are rarer.
struct Sized {
  std::size_t letters = 0;
  std::uint32_t hash = 0;
};

bool is_longer(const Sized& a, const Sized& b) {
  return std::tie(a.letters, a.hash) > std::tie(b.letters, b.hash);
}

// By hash, each once, as the longest of those that share it.
void keep_each_once(std::vector<Sized>& all) {
  std::ranges::sort(all, [](const Sized& a, const Sized& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.letters > b.letters;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Sized& a, const Sized& b) { return a.hash == b.hash; }),
            all.end());
}

std::vector<std::uint32_t> hashes_of(const std::vector<Sized>& all) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(all.size());
  for (const Sized& each : all) hashes.push_back(each.hash);
  return hashes;
}

std::vector<std::uint32_t> longest(std::vector<Sized> all, std::size_t most) {
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end(), is_longer);
  all.erase(end, all.end());
  return hashes_of(all);
}

// What stands in the fields of an item.
struct Standing {
  std::vector<Sized> head;
  std::vector<Sized> text;
  std::vector<Sized> names;
};

void add_words(std::string_view text, std::vector<Sized>& words, std::vector<Sized>& names) {
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  WordReader reader;
  std::size_t before = 0;
  for (const Token& token : tokens) {
    const bool is_first =
        token.gap == Gap::beginning || ends_sentence(text.substr(before, token.begin - before));
    before = token.end;
    if (is_surely_mute(text, token)) continue;
    const auto word = reader.read(token, text.substr(token.begin, token.end - token.begin));
    const std::size_t letters = utf8_length(word.folded);
    if (!is_first && letters >= kNameLettersMin && is_capitalised(word)) {
      names.push_back({letters, hash_of(word.folded)});
    }
    if (tells(word.folded, letters)) {
      words.push_back({letters, hash_of(first_letters(word.folded, kStemLetters))});
    }
  }
}

Standing read(const Item& item) {
  Standing standing;
  add_words(utf8_prefix(item.title, kLikenessBytesMax), standing.head, standing.names);
  add_words(utf8_prefix(item.summary, kLikenessBytesMax), standing.head, standing.names);
  add_words(utf8_prefix(item.text, kLikenessBytesMax), standing.text, standing.names);
  keep_each_once(standing.head);
  keep_each_once(standing.text);
  keep_each_once(standing.names);
  return standing;
}

std::vector<std::uint32_t> either(const std::vector<std::uint32_t>& a,
                                  const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> all;
  all.reserve(a.size() + b.size());
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

std::vector<std::string> cpv_of(const std::optional<Notice>& notice) {
  if (!notice) return {};
  std::vector<std::string> codes = notice->cpv;
  std::ranges::sort(codes);
  return codes;
}

}  // namespace

Fingerprint fingerprint(const Item& item) {
  const Standing standing = read(item);
  Fingerprint print{.head = hashes_of(standing.head),
                    .words = {},
                    .names = hashes_of(standing.names),
                    .leading_words = longest(standing.head, kLeadingWords),
                    .leading_names = longest(standing.names, kLeadingNames),
                    .last_day = {},
                    .event_date = item.event_date,
                    .amount = {},
                    .municipality = item.place.municipality,
                    .cpv = cpv_of(item.notice),
                    .status = item.status};
  print.words = either(print.head, hashes_of(standing.text));
  if (item.deadline && !item.deadline->is_doubtful) print.last_day = item.deadline->day;
  if (item.amount && !item.amount->is_doubtful) print.amount = item.amount;
  return print;
}

double likeness(const Fingerprint& a, const Fingerprint& b) {
  const double names = static_cast<double>(std::min(kNamesMost, shared(a.names, b.names)));
  return kWordsWeight * words_likeness(a, b) +
         kHeadWeight * (part_said(a.head, b.words) + part_said(b.head, a.words)) +
         kNameWeight * names + facts_likeness(a, b);
}

std::optional<double> sure_likeness(const Fingerprint& a, const Fingerprint& b) {
  if (count_of(Agreement::other, a, b) > 0) return std::nullopt;
  const bool is_said =
      part_said(a.head, b.words) >= kSurelySaid && part_said(b.head, a.words) >= kSurelySaid;
  if (!is_said && count_of(Agreement::same, a, b) < kSurelySameFacts) return std::nullopt;
  const double alike = likeness(a, b);
  return alike >= kSameFrom ? std::optional(alike) : std::nullopt;
}

}  // namespace fundwatch::matchers
