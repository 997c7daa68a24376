#include "web/statement_phrases.h"

namespace fundwatch::web {

namespace {

constexpr StatementPhrases kPhrases{
    .privacy_title = "Så hanterar vi dina uppgifter",
    .privacy_lead = "{owner} är personuppgiftsansvarig för det som står här.",
    .privacy =
        {{{"Det här sparar vi om dig som prenumererar",
           "Din e-postadress, och det du själv skriver: namn, företag, kommun, vad du vill få och "
           "när. När du bekräftade. Vilka mejl du har fått, och vad du har svarat på dem."},
          {"Varför, och med vilken rätt",
           "För att skicka veckomejlet till dig, och för att visa vad det leder till för de "
           "sociala företagen. Vi gör det för att du har sagt ja (dataskyddsförordningen, artikel "
           "6.1 a). Du kan ta tillbaka ditt ja när som helst, med länken Avsluta i varje mejl."},
          {"Hur länge",
           "Så länge du prenumererar. När du avslutar raderas allt om dig direkt. Den som inte "
           "bekräftar raderas efter {days} dagar. I säkerhetskopior kan uppgifterna ligga kvar "
           "tills kopian byts ut."},
          {"Vilka som ser dem",
           "Samordnaren och den som sköter driften. Mejlet går genom vår mejlserver till din. "
           "Ingen annan får uppgifterna av oss."},
          {"Vi spårar dig inte",
           "Mejlen och sidorna har inga bilder eller länkar som räknar vem som läser. Vi sparar "
           "ingen statistik om besök. Adressen till den som öppnar en sida sparas inte. Bara den "
           "som loggar in får en kaka, och den behövs för att vara inloggad."},
          {"För dig som loggar in",
           "Vi sparar din e-postadress, ditt namn, en kontrollsumma av ditt lösenord och vad du "
           "har ändrat, det sista i {months} månader. En inloggning slutar gälla efter {hours} "
           "timmar utan användning."},
          {"Dina rättigheter",
           "Du kan få veta vad vi har om dig, få det rättat eller raderat, och få en kopia. Skriv "
           "till oss. Tycker du att vi gör fel kan du klaga hos Integritetsskyddsmyndigheten, "
           "imy.se."}}},
    .accessibility_title = "Tillgänglighet",
    .accessibility_lead = "{owner} vill att alla ska kunna använda den här tjänsten.",
    .accessibility =
        {{{"Så tillgänglig är den",
           "Sidorna och mejlen är byggda för att följa lagen om tillgänglighet till digital "
           "offentlig service: WCAG 2.1 på nivå AA. De fungerar utan skript, med tangentbord, "
           "förstorade till 200 procent, på små skärmar, i ljust och mörkt läge. Vi känner inte "
           "till några brister, men har inte letat överallt."},
          {"Det som inte är vårt",
           "Vi länkar till andras sidor och dokument. Hur tillgängliga de är rår vi inte över. "
           "Hör av dig om du inte kan läsa något av dem, så hjälper vi dig."},
          {"Så har vi provat",
           "Program letar efter fel på sidorna vid varje ändring. Än har ingen gått igenom dem med "
           "skärmläsare, och ingen utomstående har granskat dem."},
          {"Säg till om något inte fungerar",
           "Berätta vilken sida det gäller och vad som hände. Du får svar inom en vecka, och det "
           "du behöver på ett annat sätt om sidan inte går att använda. Är du inte nöjd med "
           "svaret kan du anmäla det till Myndigheten för digital förvaltning, Digg."}}},
    .write_to = "Skriv till",
    .nobody_to_ask = "Svara på ett av våra mejl, så når du oss.",
    .authority = "Anmäl till Digg",
};

}  // namespace

const StatementPhrases& swedish_statement_phrases() { return kPhrases; }

}  // namespace fundwatch::web
