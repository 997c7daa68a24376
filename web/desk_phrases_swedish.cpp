#include "web/desk_phrases.h"

namespace fundwatch::web {

namespace {

constexpr DeskPhrases kPhrases{
    .main_menu = "Huvudmeny",
    .menu = "Meny",
    .close_menu = "Stäng menyn",
    .inbox = "Inkorg",
    .profiles = "Profiler",
    .sources = "Källor",
    .subscribers = "Prenumeranter",
    .mailings = "Utskick",
    .calendar = "Kalender",
    .follow_up = "Uppföljning",
    .log_out = "Logga ut",
    .to_look_at = "behöver ses över",
    .new_hits = "nya träffar",
    .logged_in_as = "Inloggad som {name}, {role}.",
    .my_account = "Mitt konto",
    .record = "Logg över ändringar",
    .reader = "läsare",
    .coordinator = "samordnare",
    .sysadmin = "driftansvarig",
    .local_times = "Tider visas i svensk tid.",
    .login_title = "Logga in",
    .login_lead = "För dig som är samordnare eller sköter driften.",
    .email = "E-postadress",
    .password = "Lösenord",
    .log_in = "Logga in",
    .forgotten = "Glömt lösenordet? Den som sköter driften skapar ett nytt åt dig.",
    .only_mail = "Vill du bara få veckomejlet?",
    .only_mail_link = "Prenumerera här",
    .only_mail_note = "Då behövs ingen inloggning.",
    .login_wrong_title = "Du kom inte in",
    .login_wrong =
        "E-postadressen och lösenordet hör inte ihop. Kontrollera dem och skriv lösenordet igen. "
        "Efter 5 fel väntar vi 15 minuter innan du kan försöka igen.",
    .login_wrong_field = "Skriv lösenordet igen.",
    .login_wait_title = "Vänta en stund",
    .login_wait =
        "Det har blivit fel för många gånger i rad härifrån. Försök igen om 15 minuter. Har du "
        "glömt lösenordet skapar den som sköter driften ett nytt.",
    .logged_out = "Du är utloggad.",
    .error = "Fel",
    .forbidden_title = "Det här får du inte göra",
    .forbidden_lead =
        "Du är inloggad som {role}. Behöver du göra det här, be den som sköter driften att ändra "
        "ditt konto.",
    .stale_title = "Inget är ändrat",
    .stale_lead =
        "Sidan har legat öppen för länge, eller så kom formuläret från en annan plats. Gå "
        "tillbaka, ladda om sidan och försök igen.",
    .no_such_title = "Sidan finns inte",
    .no_such_lead = "Adressen kan vara felskriven, eller så är det som fanns här borttaget.",
    .to_inbox = "Gå till inkorgen",
};

}  // namespace

const DeskPhrases& swedish_desk_phrases() { return kPhrases; }

}  // namespace fundwatch::web
