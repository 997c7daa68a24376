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
    .cut_days = "{all} har sin dag i {month}. Här visas de {shown} som kommer först.",
    .cut_events =
        "{all} stängde de tre månaderna före {month}. Bara de {shown} som stängde sist är "
        "genomgångna efter träffar som hålls i månaden.",
    .cut_advice =
        "Inget är borta: allt står i inkorgen, det som stänger först överst. Avfärda det som inte "
        "är aktuellt, så får de andra plats här.",
    .this_month = "Den här månaden",
    .months = "Månader",
    .own_calendar = "I din egen kalender",
    .own_calendar_lead =
        "Prenumerera på adressen i ditt kalenderprogram, så följer dagarna med när "
        "de ändras.",
    .own_calendar_address = "Kalenderadress",
    .own_calendar_get = "Hämta kalendern",
    .meetings = "Nätverkets egna träffar",
    .meetings_lead = "De står i allas veckomejl och kalendrar, vad de än följer.",
    .meeting = "Nätverkets träff",
    .at_hour = "kl. {hour}",
    .meeting_hours = "kl. {begins}–{ends}",
    .add_meeting = "Lägg in en träff",
    .change_meeting = "Ändra",
    .change_this_meeting = "Ändra träffen",
    .meeting_title = "Vad",
    .meeting_day = "Dag",
    .meeting_begins = "Börjar",
    .meeting_ends = "Slutar",
    .meeting_ends_hint = "Samma dag. Lämna tomt för en timme.",
    .meeting_place = "Plats",
    .meeting_place_hint = "Till exempel Folkets hus, Bollnäs",
    .meeting_link = "Länk",
    .meeting_link_hint = "En sida om träffen, eller där den hålls digitalt",
    .save_meeting = "Spara träffen",
    .meeting_saved = "Träffen är sparad. Den kommer med i nästa veckomejl.",
    .meeting_not_saved = "Träffen är inte sparad än",
    .bad_meeting_title = "Skriv vad det är, med högst {max} tecken.",
    .bad_meeting_day = "Välj en dag från i dag till om tre år.",
    .bad_meeting_time = "Skriv när den börjar, till exempel 13:00, och ett slut som kommer efter.",
    .bad_meeting_link = "Skriv hela länken, med https:// först.",
    .call_off = "Ställ in",
    .call_off_note = "Nästa veckomejl och allas kalendrar säger att den är inställd.",
    .call_off_yes = "Ja, ställ in träffen",
    .called_off = "Inställd",
    .was_called_off = "Träffen är inställd. Nästa veckomejl säger det.",
};

}  // namespace

const MonthPhrases& swedish_month_phrases() { return kPhrases; }

}  // namespace fundwatch::web
