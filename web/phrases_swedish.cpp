#include "web/phrases.h"

namespace fundwatch::web {

namespace {

constexpr Phrases kPhrases{
    .language_tag = "sv",
    .skip = "Hoppa till innehållet",
    .no_tracking = "Vi spårar inte vad du läser.",
    .privacy = "Så hanterar vi dina uppgifter",
    .accessibility = "Tillgänglighet",
    .for_coordinators = "Logga in",
    .save = "Spara",
    .subscribe_title = "Få veckans möjligheter i ett mejl",
    .subscribe_lead =
        "Ett mejl i veckan med bidrag, upphandlingar och träffar för sociala företag. "
        "Det är gratis.",
    .email = "E-postadress",
    .organisation = "Företagets namn",
    .voluntary = "Frivilligt",
    .municipality = "Kommun",
    .municipality_hint = "Frivilligt. Du får alltid det som gäller hela länet och hela landet.",
    .what_to_get = "Vad vill du få?",
    .subscribe = "Prenumerera",
    .what_we_keep =
        "Vi sparar e-postadressen, företagets namn och det du väljer och svarar, inget "
        "mer. Du avslutar när du vill med en länk i varje mejl.",
    .mend_one = "Rätta 1 sak",
    .mend_email = "Skriv hela e-postadressen",
    .mend_profiles = "Välj minst en sak att få",
    .look_in_mail_title = "Ett steg kvar: titta i din e-post",
    .look_in_mail = "Vi skickar ett mejl till {email}. Öppna länken i det, så är du med.",
    .look_in_mail_note =
        "Länken gäller i 7 dagar. Kommer inget mejl inom några minuter? Titta i "
        "skräpposten.",
    .confirm_title = "Vill du ha veckomejlet?",
    .confirm_lead = "Det kommer till {email} varje {weekday} klockan {hour}.",
    .confirm = "Ja, skicka mig veckomejlet",
    .confirm_note =
        "Var det inte du som bad om det? Stäng sidan, så händer ingenting och adressen "
        "tas bort efter 7 dagar.",
    .confirmed_title = "Du är med",
    .confirmed_lead = "Ditt första mejl kommer {moment}.",
    .link_old_title = "Länken gäller inte längre",
    .link_old = "Bekräftelselänken gäller i 7 dagar. Be om en ny, så skickar vi den.",
    .settings_title = "Dina inställningar",
    .concerns = "Gäller mejlet till {email}.",
    .weekday = "Dag",
    .hour = "Klockslag",
    .empty_weeks = "Mejla också när det inte finns något nytt",
    .pause = "Pausa mejlen tills jag tar bort krysset",
    .settings_saved = "Inställningarna är sparade.",
    .your_data = "Dina uppgifter",
    .your_data_text =
        "Vi sparar e-postadress, företag, dina val, vad du har svarat och när du gav "
        "ditt samtycke, {day}. Vi ser inte om du öppnar mejlet och lämnar inte ut "
        "något.",
    .unsubscribe_title = "Vill du avsluta?",
    .unsubscribe = "Ja, avsluta",
    .unsubscribe_note = "När du avslutar raderar vi dina uppgifter.",
    .unsubscribed_title = "Du får inga fler mejl",
    .unsubscribed_lead =
        "Vi har raderat dina uppgifter. I säkerhetskopior finns de kvar tills de "
        "kopiorna gallras.",
    .answer_title = "Svara: {title}",
    .last_day = "Sista dag är {day}, {left}.",
    .answers = "{who} svarar:",
    .answer_note = "Svaret syns för samordnaren.",
    .read_more = "Läs mer",
    .at_source = "Läs hos {source}",
    .amount_label = "Belopp i kronor",
    .amount_hint = "Frivilligt. Vad ni har sökt eller fått, bara siffror.",
    .interested = {"Vi är intresserade", "{who} är intresserade."},
    .declined = {"Inte för oss", "det var inte för {who}."},
    .applied = {"Vi har sökt", "{who} har sökt."},
    .granted = {"Vi fick", "{who} fick det. Grattis!"},
    .coming = {"Vi kommer", "{who} kommer."},
    .thanks = "Tack!",
    .change_answer = "Ändra svaret",
    .missing_title = "Sidan finns inte",
    .missing_lead = "Adressen kan vara felskriven, eller så har länken slutat gälla.",
    .missing_from_mail = "Kom du från ett mejl? Öppna länken i det senaste mejlet i stället.",
    .failed_title = "Något gick fel hos oss",
    .failed_lead = "Det du skrev är inte sparat. Gå tillbaka och försök igen om en stund.",
    .failed_again = "Händer det igen? Mejla {address} och skriv felnumret",
    .theirs_title = "Det blev inget sparat",
    .theirs_lead =
        "Formuläret skickades från en annan webbplats. Öppna länken i mejlet och svara "
        "där.",
};

}  // namespace

const Phrases& swedish_phrases() { return kPhrases; }

}  // namespace fundwatch::web
