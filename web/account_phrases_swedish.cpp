#include "web/account_phrases.h"

namespace fundwatch::web {

namespace {

constexpr AccountPhrases kPhrases{
    .title = "Mitt konto",
    .email = "E-postadress",
    .name = "Namn",
    .role = "Roll",
    .language = "Språk på sidorna",
    .swedish = "Svenska",
    .english = "Engelska",
    .save = "Spara",
    .saved = "Sparat.",
    .new_password = "Byt lösenord",
    .now = "Lösenordet du har nu",
    .wanted = "Nytt lösenord",
    .wanted_hint = "Minst 12 tecken. Fyra ord i rad duger bra.",
    .change = "Byt lösenord",
    .changed = "Lösenordet är bytt. Du är utloggad överallt utom här.",
    .mend = "Lösenordet är inte bytt",
    .wrong = "Lösenordet du har nu stämmer inte.",
    .too_short = "Det nya lösenordet är kortare än 12 tecken.",
    .too_long = "Det nya lösenordet är för långt.",
    .others = "Är du inloggad någon annanstans?",
    .log_out_others = "Logga ut överallt utom här",
    .logged_out_others = "Du är utloggad överallt utom här.",
    .record = "Logg över ändringar",
    .record_lead = "Vem som har ändrat vad, de senaste två åren.",
    .record_none = "Inget är ändrat än.",
    .when = "När",
    .who = "Vem",
    .what = "Vad",
    .which = "Gäller",
    .service = "Kommandoraden",
    .older = "Äldre",
};

}  // namespace

const AccountPhrases& swedish_account_phrases() { return kPhrases; }

}  // namespace fundwatch::web
