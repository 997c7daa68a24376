#include "web/month_phrases.h"

namespace fundwatch::web {
namespace {

constexpr MonthPhrases kPhrases{
    .title = {"1 dag att hålla i {month}", "{n} dagar att hålla i {month}"},
    .title_none = "Inget inlagt i {month}",
    .lead =
        "Sista dagar och träffar för det som är nytt eller behållet. Det ni avfärdar "
        "försvinner härifrån.",
    .month_name = "{month} {year}",
    .two_months = "{first} och {last}",
    .caption = "{month}. Dagar med länk har något inlagt.",
    .week_short = "v.",
    .week = "Vecka",
    .today = "i dag",
    .entries = {"1 händelse", "{n} händelser"},
    .last_day = "Sista dag",
    .event = "Träff",
    .earlier = "Tidigare",
    .this_month = "Den här månaden",
    .months = "Månader",
};

}  // namespace

const MonthPhrases& swedish_month_phrases() { return kPhrases; }

}  // namespace fundwatch::web
