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
    .this_month = "Den här månaden",
    .months = "Månader",
    .own_calendar = "I din egen kalender",
    .own_calendar_lead =
        "Prenumerera på adressen i ditt kalenderprogram, så följer dagarna med när "
        "de ändras.",
    .own_calendar_address = "Kalenderadress",
    .own_calendar_get = "Hämta kalendern",
};

}  // namespace

const MonthPhrases& swedish_month_phrases() { return kPhrases; }

}  // namespace fundwatch::web
