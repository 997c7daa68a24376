#include "matchers/likeness.h"

#include <algorithm>
#include <string_view>

namespace fundwatch::matchers {
namespace {

// Shared words are counted against at least so many, so that short items are not alike by chance.
constexpr std::size_t kWordsLeast = 10;
constexpr std::size_t kHeadLeast = 3;
// More shared names than these say no more.
constexpr std::size_t kNamesMost = 3;
constexpr std::size_t kCpvDigits = 8;
constexpr std::size_t kCpvGroupDigits = 3;

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

}  // namespace

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
