// The mail's Swedish. Klarspråk: du, short sentences, no exclamation mark but in the greeting.
#include "digest/phrases.h"

namespace fundwatch::digest {
namespace {

constexpr Phrases kPhrases = {
    .language_tag = "sv",

    .weekdays = {"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"},
    .months = {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
               "september", "oktober", "november", "december"},
    .day = "{weekday} {day}\u00A0{month} {year}",
    .day_of_year = "{weekday} {day}\u00A0{month}",
    .day_with_time = "{date} kl.\u00A0{hour}.{minute}",
    .today = "i\u00A0dag",
    .yesterday = "i\u00A0går",
    .days_left = {"{n}\u00A0dag kvar", "{n}\u00A0dagar kvar"},
    .days_ahead = {"om {n}\u00A0dag", "om {n}\u00A0dagar"},
    .week = "vecka\u00A0{n}",
    .thousands_separator = "\u00A0",
    .kronor = "{n}\u00A0kr",
    .euro = "{n}\u00A0euro",
    .other_currency = "{n}\u00A0{currency}",
    .list_end = " och ",
    .quoted = "”{words}”",

    .subject = "{heading}: {week}",
    .demo_subject = "DEMO: {subject}",
    .demo_notice = "DEMO: allt i det här mejlet är påhittat, för att visa hur bevakningen ser ut.",
    .preview_subject = "Förhandsvisning: {subject}",
    .preview_notice =
        "Så här ser veckans mejl ut för den som har valt allt. Det går ut {day}. Vill du lägga "
        "till något, flytta det eller vänta en vecka hinner du det nu.",
    .week_line = "{week}, {day}",
    .greeting = "Hej {name}!",
    .greeting_without_name = "Hej!",
    .how_to_read_text = "Öppna länken under en rad för att läsa mer hos källan.",
    .how_to_read_html = "Varje rubrik leder till källans egen sida.",
    .preview = "Först ut: {title}.",
    .preview_with_day = "Först ut: {title}, sista dag {day}.",

    .empty_heading = "Inget nytt den här veckan",
    .empty_all_read = "Vi har läst källorna som vanligt. Inget nytt passade det du har valt.",
    .empty_some_unread = "I de källor som gick att läsa passade inget nytt det du har valt.",

    .sections = {{
        {"Stänger inom 7\u00A0dagar",
         {"{n} stänger inom 7\u00A0dagar", "{n} stänger inom 7\u00A0dagar"}},
        {"Nytt", {"{n} är ny", "{n} är nya"}},
        {"Ändrat", {"{n} har ändrats", "{n} har ändrats"}},
        {"Stänger senare (påminnelser)", {"{n} stänger senare", "{n} stänger senare"}},
        {"Träffar och utbildningar",
         {"{n} träff eller utbildning", "{n} träffar och utbildningar"}},
    }},

    .changed_badge = "Ändrad",
    .cancelled_badge = "Avbruten",
    .called_off_badge = "Inställd",
    .in_place = "i {place}",
    .with_source = "{source}: {facts}",
    .last_day = "Sista dag",
    .doubtful = "{fact} (osäkert, se efter hos källan)",
    .closed = "Stängde",
    .event_time = "Tid",
    .event_was = "Var",
    .published = "Publicerad",
    .found = "Hittad",
    .day_and_left = "{day}, {left}",
    .event_with_last_day = "{event}, anmälan senast {day}",
    .day_and_source = "{day} hos {source}",
    .because = "Därför",
    .because_of = "{profiles}, {words}",
    .because_interested = "ni svarade att ni är intresserade",
    .because_meeting = "nätverkets egen träff",
    .and_more = {"{n}\u00A0till", "{n}\u00A0till"},
    .no_link = "Källan gav ingen länk.",

    .waiting = {"Det finns {n} till. Den kommer nästa vecka.",
                "Det finns {n} till. De kommer nästa vecka."},
    .waiting_long = "Det finns {n} till. De kommer de närmaste veckorna, i tur och ordning.",
    .outside = {"{n}\u00A0träff utanför ert område är inte med.",
                "{n}\u00A0träffar utanför ert område är inte med."},
    .coverage_title = "Täckning den här veckan",
    .coverage = {"{read} av {n} källa lästes.", "{read} av {n} källor lästes."},
    .coverage_none = "Inga källor är inlagda än, så det finns inget att läsa.",
    .outage = "{source} gick inte att läsa.",
    .outage_since = "{source} har inte gått att läsa sedan {since}.",
    .outage_dead = "{source} har inte gått att läsa sedan {since} och behöver ses till.",
    .never_read = "{source} har inte lästs än.",
    .astray = "{source} leder till något annat än förut och behöver ses till.",
    .read_again = {"{source} gick en tid inte att läsa ({when}), men läses nu igen.",
                   "{source} gick tidvis inte att läsa ({when}), men läses nu igen."},
    .silent = "{source} har varit ovanligt tyst sedan {since}.",
    .outages_more = {"Luckor finns i {n}\u00A0källa till.", "Luckor finns i {n}\u00A0källor till."},
    .outage_meaning = "Det kan finnas något där som vi inte har sett.",
    .tip_us = "Saknar du något? Svara på mejlet och tipsa oss.",
    .interested = "Vi är intresserade",
    .declined = "Inte för oss",
    .applied = "Vi har sökt",
    .coming = "Vi kommer",
    .answer = "Svara",
    .change = "Ändra vad du får",
    .calendar = "Slutdatumen i din kalender",
    .leave = "Avsluta prenumerationen",
    .links_are_yours = "Länkarna är dina egna. Ta bort dem om du skickar mejlet vidare.",
    .unsubscribe = "Vill du inte ha mejlet längre? Svara på det och skriv {word}.",
    .unsubscribe_word = "Avsluta",
};

}  // namespace

const Phrases& swedish_phrases() { return kPhrases; }

}  // namespace fundwatch::digest
