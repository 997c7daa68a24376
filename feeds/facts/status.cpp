#include "feeds/facts/status.h"

#include <array>
#include <span>
#include <string_view>

#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

constexpr Phrases kCancelled{"avbruten",      "avbryts",    "avbrutits",    "avbrutet",
                             "inställd",      "inställt",   "inställda",    "ställs in",
                             "cancelled",     "canceled",   "cancellation", "discontinued",
                             "dras tillbaka", "återkallad", "återkallas"};
constexpr Phrases kCancelledInText{
    "beslutat att avbryta",    "upphandlingen avbryts", "upphandlingen har avbrutits",
    "utlysningen är inställd", "utlysningen ställs in", "procedure has been cancelled",
    "call has been cancelled", "call is cancelled",     "procedure was discontinued"};

constexpr Phrases kResults{"fick dela på",
                           "har fördelats",
                           "nu fördelat",
                           "result",
                           "beviljade projekt",
                           "beviljades",
                           "beviljats",
                           "beviljas stöd",
                           "beviljas medel",
                           "beviljar",
                           "tilldelning",
                           "tilldelning av",
                           "tilldelningsbeslut",
                           "tilldelad",
                           "tilldelat",
                           "tilldelats",
                           "får dela på",
                           "delar på",
                           "vinnare",
                           "vinnarna",
                           "grattis",
                           "har fått stöd",
                           "får stöd",
                           "contract award*",
                           "award notice",
                           "awarded",
                           "results of the call",
                           "granted",
                           "winners",
                           "resultat av utlysning*",
                           "får pengar"};
constexpr Phrases kResultsInText{
    "contract award notice", "has been awarded", "nu fördelat",  "fick dela på",
    "beslutat att bevilja",  "har tilldelat",    "har beviljat", "beviljade projekt",
    "beviljas stöd ur",      "juryn har valt"};

constexpr Phrases kClosed{"utlysningen är stängd",
                          "utlysningen har stängt",
                          "är nu stängd",
                          "ansökan är stängd",
                          "ansökningstiden har gått ut",
                          "anbudstiden har gått ut",
                          "tar inte emot fler",
                          "call closed",
                          "call is closed",
                          "call is now closed",
                          "no longer accept*",
                          "anmälan är stängd",
                          "fullbokat",
                          "fullbokad",
                          "fullbokade",
                          "pengarna är slut",
                          "medlen är slut"};

constexpr Phrases kExtended{"förlängd ansökningstid",
                            "förlängd anbudstid",
                            "förlängd anmälningstid",
                            "förlängd tid",
                            "ansökningstiden har förlängts",
                            "anbudstiden har förlängts",
                            "ansökningstiden förlängs",
                            "anbudstiden förlängs",
                            "ansökningstiden är nu förlängd",
                            "ansökningstiden är förlängd",
                            "deadline extended",
                            "extended deadline",
                            "deadline has been extended",
                            "extension of deadline",
                            "ny sista ansökningsdag",
                            "ny sista anbudsdag"};

constexpr Phrases kForthcoming{"kommande utlysning*",
                               "kommande upphandling*",
                               "planerad utlysning",
                               "planerade utlysningar",
                               "planerar en utlysning",
                               "planerar en nationell utlysning",
                               "förhandsannons*",
                               "forthcoming",
                               "upcoming call",
                               "prior information notice",
                               "utlysningen öppnar",
                               "ansökan öppnar",
                               "call opens",
                               "will open",
                               "rfi",
                               "marknadsdialog"};

constexpr Phrases kOpen{"nu kan",
                        "öppen för ansökan",
                        "öppet för ansökningar",
                        "ansökningar löpande",
                        "löpande ansökan",
                        "emot ansökningar löpande",
                        "söka när som helst",
                        "ansök när",
                        "open call",
                        "now open",
                        "open for applications",
                        "rolling basis",
                        "godkänns löpande",
                        "går att söka"};

bool says(const ItemWords& words, Field field, const Phrases& phrases) {
  return contains_phrase(words.of(field), 0, words.of(field).size(), phrases);
}

bool heads_say(const ItemWords& words, const Phrases& phrases) {
  return says(words, Field::title, phrases) || says(words, Field::summary, phrases);
}

bool anything_says(const ItemWords& words, const Phrases& phrases) {
  return heads_say(words, phrases) || says(words, Field::text, phrases);
}

}  // namespace

CallStatus find_status(const ItemWords& words, bool has_deadline) {
  if (heads_say(words, kCancelled) || says(words, Field::text, kCancelledInText)) {
    return CallStatus::cancelled;
  }
  if (!has_deadline) {
    if (heads_say(words, kResults) || says(words, Field::text, kResultsInText)) {
      return CallStatus::results;
    }
    if (anything_says(words, kClosed)) return CallStatus::closed;
  }
  if (anything_says(words, kExtended)) return CallStatus::extended;
  if (heads_say(words, kForthcoming)) return CallStatus::forthcoming;
  if (has_deadline || anything_says(words, kOpen)) return CallStatus::open;
  return CallStatus::unknown;
}

}  // namespace fundwatch::feeds
