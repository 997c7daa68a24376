#include "web/mailing_phrases.h"

namespace fundwatch::web {

namespace {

constexpr MailingPhrases kPhrases{
    .title = "Utskick",
    .heading_sent = {"{n} mejl levererat de senaste 7 dagarna",
                     "{n} mejl levererade de senaste 7 dagarna"},
    .next = "Nästa mejl går {moment}.",
    .no_next = "Inget mejl är planerat.",
    .delivered = "levererade",
    .queued = "väntar",
    .deferred = "försöks igen",
    .refused = "studsade",
    .hold_title = "Mejl går inte ut just nu",
    .hold =
        "Mejlservern svarade: ”{reason}”. Det har varit så sedan {since}. Vi försöker igen {next}. "
        "Inget går förlorat.",
    .preview_title = "Så ser mejlet ut",
    .as = "Visa som",
    .somebody_new = "En ny prenumerant",
    .show = "Visa",
    .the_mail = "Mejlet",
    .the_text = "Ren text",
    .empty_week = "En tom vecka",
    .frame_title = "Förhandsvisning av veckomejlet",
    .links_note =
        "Länkarna i förhandsvisningen är ingens. De leder inte vidare till någons svar eller "
        "inställningar.",
    .own_tab = "Öppna i egen flik",
    .send_trial = "Skicka ett prov till mig",
    .trial_mark = "Prov: ",
    .trial_sent = "Provet är på väg till {email}.",
    .trial_refused = "Du har skickat {max} prov den senaste timmen. Vänta en stund.",
    .deliveries = "Leveranser",
    .none = "Inga mejl har skickats än.",
    .recipient = "Mottagare",
    .subject = "Ämne",
    .state = "Läge",
    .time = "Tid",
    .attempts = "Försök",
    .state_sent = "Levererat",
    .state_queued = "Väntar",
    .state_deferred = "Försöks igen {moment}",
    .state_refused = "Studsade",
    .answer = "Mejlservern svarade",
    .older = "Äldre",
    .newest = "De senaste",
    .weeks = "Veckorna som kommer",
    .week_head = "Vecka",
    .week = "Vecka {week}",
    .mail_goes = "Mejlet går",
    .week_held = "Hoppas över. Det nya kommer veckan efter.",
    .own_lines = "Dina egna rader",
    .own_lines_hint = "Står överst i mejlet. En tom rad skiljer styckena åt.",
    .has_lines = "Skrivna",
    .change_week = "Ändra",
    .mail_of_week = "Mejlet vecka {week}",
    .goes_as_usual = "På sin dag, {day}",
    .goes_earlier = "Tidigare",
    .earlier_day = "Vilken dag",
    .goes_not = "Inte alls den veckan. Det nya kommer veckan efter.",
    .own_days_note = "Den som har valt en annan veckodag får mejlet lika många dagar tidigare.",
    .save_week = "Spara veckan",
    .week_saved = "Sparat. Förhandsvisningen visar hur det blir.",
    .week_not_saved = "Veckan är inte sparad än",
    .week_over =
        "Den veckan går inte längre att ändra: mejlet har gått. Det du skrev står kvar här. Spara "
        "igen om det ska med i mejlet vecka {week}.",
    .week_over_replaces =
        "Den veckan går inte längre att ändra: mejlet har gått. Det du skrev står kvar här. Om du "
        "sparar igen ersätter det raderna som redan finns för mejlet vecka {week}.",
    .bad_lines = "Korta raderna till högst {max} tecken.",
    .bad_earlier_day =
        "Den dagen går inte att välja. Välj en annan, eller låt mejlet gå på sin dag.",
};

}  // namespace

const MailingPhrases& swedish_mailing_phrases() { return kPhrases; }

}  // namespace fundwatch::web
