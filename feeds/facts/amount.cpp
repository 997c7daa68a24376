#include "feeds/facts/amount.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/facts/money.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// So far before a sum and after it the words say what it is for.
constexpr std::size_t kBeforeMax = 12;
constexpr std::size_t kAfterMax = 5;
// Of somebody's turnover and the like, nearer.
constexpr std::size_t kNearMax = 7;

constexpr Phrases kNothingOnOffer{"omsätt*",
                                  "omsättning*",
                                  "årsomsättning",
                                  "medianomsättning*",
                                  "ansvarsförsäkring*",
                                  "försäkring*",
                                  "avgift*",
                                  "deltagaravgift*",
                                  "kursavgift*",
                                  "medlemsavgift*",
                                  "kostar",
                                  "kostade",
                                  "hyra",
                                  "hyran",
                                  "deposition*",
                                  "lön",
                                  "löner",
                                  "lönen",
                                  "bruttolön",
                                  "grundlön",
                                  "vite*",
                                  "vitet",
                                  "skuld*",
                                  "skulder",
                                  "avrop",
                                  "gräns*",
                                  "gränsen",
                                  "tröskel*",
                                  "beloppsgräns*",
                                  "direktupphandlingsgräns*",
                                  "såld*",
                                  "såldes",
                                  "intäkt*",
                                  "intäkterna",
                                  "förlust*",
                                  "resultat",
                                  "beviljad*",
                                  "beviljats",
                                  "beviljades",
                                  "tilldelad*",
                                  "tilldelats",
                                  "delades",
                                  "delade",
                                  "fått",
                                  "fick",
                                  "bidrog",
                                  "böter",
                                  "bot",
                                  "sanktionsavgift*",
                                  "skadestånd*",
                                  "investerar",
                                  "investering*",
                                  "biljett*",
                                  "priset",
                                  "betalar",
                                  "betala",
                                  "sparar",
                                  "inköp",
                                  "handlade",
                                  "ökade",
                                  "minskade",
                                  "uppgick",
                                  "fee",
                                  "fees",
                                  "turnover",
                                  "revenue",
                                  "equipment",
                                  "awarded",
                                  "granted",
                                  "received",
                                  "prize",
                                  "fine",
                                  "donerade",
                                  "skänkte",
                                  "skänker",
                                  "prisas",
                                  "prissumma",
                                  "förskott",
                                  "lump sum*",
                                  "third parties",
                                  "kostnader under",
                                  "minst",
                                  "at least",
                                  "över",
                                  "vinst",
                                  "vinsten"};

constexpr Phrases kNothingAfter{
    "per objekt", "per styck",       "styck",        "st",          "per dygn",      "per timme",
    "i timmen",   "per månad",       "i månaden",    "/ mån",       "/ månad",       "per kuvert",
    "per person", "i årsomsättning", "i omsättning", "in turnover", "per deltagare", "annual fee",
    "i böter",    "i vite",          "per lot",      "per del"};

constexpr Phrases kPerApplicant{"högst",
                                "upp till",
                                "max",
                                "maximalt",
                                "maxbelopp*",
                                "maxbeloppet",
                                "högsta belopp*",
                                "som mest",
                                "mer än",
                                "up to",
                                "maximum",
                                "at most",
                                "per projekt",
                                "per sökande",
                                "varje sökande",
                                "varje projekt",
                                "per organisation",
                                "per förening",
                                "per företag",
                                "enskilda projekt",
                                "each applicant",
                                "each project",
                                "kan få",
                                "kan beviljas",
                                "can win",
                                "lånebelopp*",
                                "stödet är",
                                "bidraget är",
                                "stipendiet är",
                                "bidrag på",
                                "stöd på",
                                "stipendium på",
                                "checken är",
                                "lån på",
                                "check på",
                                "bidrag ges med",
                                "taket är",
                                "tak på",
                                "taket ligger på",
                                "som högst",
                                "grants of",
                                "grant of",
                                "loans of",
                                "lån och garantier på",
                                "stödbelopp*"};

constexpr Phrases kPerApplicantAfter{
    "per projekt", "per sökande", "per organisation", "per förening",    "per företag", "per lokal",
    "per objekt",  "per project", "per applicant",    "per beneficiary", "per grant"};

constexpr Phrases kInAll{"totalt",    "total",      "sammanlagt", "pott*",       "potten",
                         "budget*",   "avsätter",   "avsätts",    "avsatt",      "satsar",
                         "satsning*", "fördelar",   "fördelas",   "fördela",     "delar",
                         "utlyser",   "lyser ut",   "omfattar",   "utlysning*",  "finns",
                         "available", "indicative", "bidrar med", "parten får",  "tillgång till",
                         "anslår",    "anslag*",    "ersättning", "ersättningen"};

constexpr Phrases kInAllAfter{"att söka", "att fördela", "att dela på", "avsätts",
                              "fördelas", "finns",       "available",   "is available",
                              "om året",  "per år",      "i bidrag",    "i stöd"};

constexpr Phrases kValue{"ram",
                         "kostnadsram*",
                         "ramvärde*",
                         "ersättning får",
                         "summa omkring",
                         "budgetram*",
                         "uppskatt*",
                         "beräkn*",
                         "värde*",
                         "värdet",
                         "kontraktsvärde*",
                         "kontraktsvärdet",
                         "kontraktssumma*",
                         "kontraktssumman",
                         "avtalsvärde*",
                         "ramavtalsvärde*",
                         "ordervärde*",
                         "takvolym*",
                         "takpris*",
                         "takbelopp*",
                         "volym*",
                         "årsvärde*",
                         "årsvolym*",
                         "estimated value",
                         "value",
                         "contract value",
                         "värde uppgår",
                         "förvänta*",
                         "bedöms",
                         "köpa tjänster för",
                         "köpa för",
                         "anbudsvärde*",
                         "upphandlingens värde",
                         "maximal volym",
                         "takvärde*"};

// What an item must speak of for a sum to be on offer at all.
constexpr Phrases kOffers{"utlys*",
                          "ansök*",
                          "sök",
                          "söka",
                          "sökas",
                          "bidrag*",
                          "stöd",
                          "stödet",
                          "stipendi*",
                          "lån",
                          "lånet",
                          "check*",
                          "anbud*",
                          "upphandl*",
                          "direktupphandl*",
                          "ramavtal*",
                          "offert*",
                          "intresseanmäl*",
                          "partnerskap*",
                          "apply",
                          "call",
                          "grant*",
                          "tender*",
                          "loan*",
                          "funding",
                          "proposal*",
                          "lot",
                          "contract*",
                          "application*",
                          "utvecklingsbidrag*",
                          "projektmedel",
                          "fördelar",
                          "medel",
                          "concession*",
                          "lånebelopp*",
                          "procurement",
                          "procedure",
                          "purchasing",
                          "requests to participate",
                          "uppskattat värde",
                          "estimated value"};

// What a sum is. The surest counts: of a procurement its value, of a call the applicant's share.
enum class Meaning { none, mentioned, in_all, per_applicant, value };

std::size_t begin_of(WordSpan words, const std::vector<Sum>& sums, std::size_t i,
                     std::size_t most) {
  const std::size_t at = sums[i].begin;
  std::size_t begin = at - std::min(at, most);
  if (i > 0) begin = std::max(begin, sums[i - 1].end);
  while (begin < at && words[begin].sentence != words[at].sentence) ++begin;
  return begin;
}

std::size_t end_of(WordSpan words, const Sum& sum) {
  std::size_t end = sum.end;
  while (end < std::min(words.size(), sum.end + kAfterMax) &&
         words[end].sentence == words[sum.end - 1].sentence) {
    ++end;
  }
  return end;
}

Meaning meaning_of(WordSpan words, const std::vector<Sum>& sums, std::size_t i, Field field) {
  const Sum& sum = sums[i];
  const std::size_t near = begin_of(words, sums, i, kNearMax);
  const std::size_t begin = begin_of(words, sums, i, kBeforeMax);
  const std::size_t end = end_of(words, sum);
  const bool is_value = contains_phrase(words, begin, sum.begin, kValue);
  const bool is_most = contains_phrase(words, begin, sum.begin, kPerApplicant);
  if (!is_most && contains_phrase(words, sum.end, end, kNothingAfter)) return Meaning::none;
  if (!is_value && contains_phrase(words, near, sum.begin, kNothingOnOffer)) return Meaning::none;
  if (is_value) return sum.from ? Meaning::none : Meaning::value;
  if (is_most || contains_phrase(words, sum.end, end, kPerApplicantAfter)) {
    return Meaning::per_applicant;
  }
  if (sum.from && field != Field::text) return Meaning::per_applicant;
  if (contains_phrase(words, begin, sum.begin, kInAll) ||
      contains_phrase(words, sum.end, end, kInAllAfter)) {
    return sum.from ? Meaning::none : Meaning::in_all;
  }
  return field == Field::text || sum.from ? Meaning::none : Meaning::mentioned;
}

bool is_offer(const ItemWords& words) {
  return std::ranges::any_of(kFields, [&](Field field) {
    const WordSpan of_field = words.of(field);
    return contains_phrase(of_field, 0, of_field.size(), kOffers);
  });
}

}  // namespace

std::optional<Amount> find_amount(const ItemWords& words) {
  if (!is_offer(words)) return std::nullopt;
  std::optional<Amount> best;
  Meaning meaning = Meaning::none;
  for (const Field field : kFields) {
    const std::vector<Sum> sums = sums_in(words.of(field));
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (sums[i].amount.value < kAmountMin) continue;
      const Meaning found = meaning_of(words.of(field), sums, i, field);
      if (found <= meaning) continue;
      meaning = found;
      best = sums[i].amount;
    }
  }
  return best;
}

}  // namespace fundwatch::feeds
