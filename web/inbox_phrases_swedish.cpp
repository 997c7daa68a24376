#include "web/inbox_phrases.h"

namespace fundwatch::web {
namespace {

constexpr InboxPhrases kPhrases{
    .new_hits = {"1 ny träff", "{n} nya träffar"},
    .kept_hits = {"1 behållen träff", "{n} behållna träffar"},
    .dismissed_hits = {"1 avfärdad träff", "{n} avfärdade träffar"},
    .all_hits = {"1 träff", "{n} träffar"},
    .no_new_hits = "Inga nya träffar",
    .none_fits = "Inga träffar passar filtret",
    .filtered = "{count} av {all} med filtret",
    .show_all = "Visa alla",
    .closing_soon = {"1 stänger inom 7 dagar.", "{n} stänger inom 7 dagar."},
    .go_out = "De går ut i nästa utskick, {moment}, om du inte avfärdar dem.",
    .gone_through = "Du har gått igenom allt.",
    .last_read = "Senast läst {moment}.",
    .nothing_now = "Inget att gå igenom just nu",
    .sources_read = {"{n} av {all} källa lästes det senaste dygnet.",
                     "{n} av {all} källor lästes det senaste dygnet."},
    .unread_since = "{source} svarar inte sedan {since}, så där kan något saknas.",
    .unread = "{source} har inte lästs, så där kan något saknas.",
    .to_sources = "Till källorna",
    .no_sources = "Det finns inga källor än.",
    .see_kept = {"Se den behållna", "Se de {n} behållna"},
    .widen = "Bredda en profil",
    .filter = "Filtrera träffar",
    .profile = "Profil",
    .every_profile = "Alla profiler",
    .closes = "Stänger",
    .any_time = "När som helst",
    .within_7 = "Inom 7 dagar",
    .within_30 = "Inom 30 dagar",
    .later = "Senare",
    .always_open = "Löpande, inget slutdatum",
    .municipality = "Kommun",
    .every_municipality = "Alla kommuner",
    .words = "Ord i texten",
    .show = "Visa",
    .status = "Status",
    .status_new = "Nya",
    .status_kept = "Behållna",
    .status_dismissed = "Avfärdade",
    .status_all = "Alla",
    .more = "Visa fler träffar",
    .from_start = "Till början",
    .add_yourself = "Lägg till själv",
    .several = "Flera på en gång",
    .choose = "Välj {title}",
    .choose_short = "Välj",
    .keep_chosen = "Behåll valda",
    .dismiss_chosen = "Avfärda valda",
    .none_chosen = "Inget är ändrat. Kryssa först i de träffar du menar.",
    .keys = "Kortkommandon",
    .keys_when =
        "De gäller när en träff är markerad, alltså när du har klickat eller tabbat "
        "in i den.",
    .key_move = "Nästa och föregående träff",
    .key_open = "Öppna träffen",
    .add_title = "Lägg till själv",
    .add_lead =
        "Har du hört talas om något som bevakningen inte har sett? Klistra in en "
        "länk eller en text, så läses den och jämförs med alla profiler.",
    .add_link = "Länk",
    .add_link_hint = "Sidan läses åt dig. Lämna tomt om det inte finns någon.",
    .add_item_title = "Rubrik",
    .add_item_title_hint = "Behövs när du skriver texten själv.",
    .add_text = "Text",
    .add_text_hint = "Skriv gärna sista dag, belopp och plats. De läses ur texten.",
    .read_it = "Läs och lägg till",
    .add_not_saved = "Inget är tillagt",
    .add_nothing = "Klistra in en länk, eller skriv rubrik och text",
    .add_too_long = "Korta texten till högst {max} tecken",
    .add_no_title = "Skriv en rubrik",
    .add_bad_link = "Skriv hela adressen, med https:// först",
    .add_unreadable = "Sidan gick inte att läsa: {reason}. Klistra in texten i stället.",
    .added = "Tillagd: {title}",
    .added_no_hit = "”{title}” är tillagd, men passar ingen profil. Den går inte ut i något mejl.",
    .hand_source = "Samordnaren",
};

}  // namespace

const InboxPhrases& swedish_inbox_phrases() { return kPhrases; }

}  // namespace fundwatch::web
