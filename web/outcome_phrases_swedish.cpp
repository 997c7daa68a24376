#include "web/outcome_phrases.h"

namespace fundwatch::web {
namespace {

constexpr OutcomePhrases kPhrases{
    .title = "{applied} sökta och {granted} beviljade {year}",
    .lead =
        "Det bygger på vad prenumeranterna svarar i mejlen. Ett svar som ändras "
        "räknas som det senast var.",
    .years = "År",
    .quarter = "Kvartal {n}",
    .whole_year = "Hela året",
    .found = "Hittade",
    .relevant = "Relevanta",
    .applied = "Sökta",
    .granted = "Beviljade",
    .applied_sum = "Sökt belopp",
    .granted_sum = "Beviljat belopp",
    .counts_title = "Från hittat till beviljat",
    .counts_note = "Antal per kvartal.",
    .counts_chart = "Antal per kvartal {year}",
    .counts_desc =
        "Under året hittades {found}, {relevant} var relevanta, {applied} söktes och "
        "{granted} beviljades. Alla siffror står i tabellen nedanför.",
    .money_title = "Pengar sökta och beviljade",
    .money_note = "Kronor per kvartal, det företagen själva har rapporterat.",
    .money_chart = "Sökta och beviljade kronor per kvartal {year}",
    .money_desc =
        "Under året söktes {applied} och {granted} beviljades. Alla siffror står i "
        "tabellen nedanför.",
    .bar_relevant = "{n} relevanta",
    .bar_applied = "{n} sökta",
    .bar_granted = "{n} beviljade",
    .bar_applied_sum = "{n} sökt",
    .bar_granted_sum = "{n} beviljat",
    .table_title = "Samma siffror i en tabell",
    .table_caption = "Utfall per kvartal {year}",
    .period = "Kvartal",
    .csv = "Hämta som CSV",
    .by_profile = "Per profil",
    .by_municipality = "Per kommun",
    .profile = "Profil",
    .municipality = "Kommun",
    .unknown_place = "Ingen kommun",
    .goals = "Partnerskap och policyer",
    .goals_lead = "Målet är minst {n} av varje.",
    .partnerships = {"1 partnerskap", "{n} partnerskap"},
    .add_goal = "Lägg till ett mål ni nått",
    .goal = "Vad",
    .goal_partnership = "Partnerskap",
    .goal_policy = "Kommunal policy",
    .goal_text = "Beskrivning",
    .goal_text_hint = "Exempel: IOP om återbruk med Ljusdals kommun",
    .goal_place = "Kommun",
    .goal_place_hint = "Frivilligt",
    .goal_day = "Dag",
    .save_goal = "Spara",
    .remove_goal = "Ta bort",
    .goal_saved = "Målet är sparat.",
    .goal_removed = "Målet är borttaget.",
    .goal_not_saved = "Målet är inte sparat",
    .bad_goal_text = "Skriv vad det är, högst {max} tecken",
    .bad_goal_day = "Skriv dagen som 2027-02-26",
    .policies = {"1 kommunal policy", "{n} kommunala policyer"},
};

}  // namespace

const OutcomePhrases& swedish_outcome_phrases() { return kPhrases; }

}  // namespace fundwatch::web
