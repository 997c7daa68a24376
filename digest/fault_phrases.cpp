#include "digest/fault_phrases.h"

#include "base/check.h"

namespace fundwatch::digest {
namespace {

constexpr FaultPhrases kSwedish = {
    .subject = {"{n} källa behöver ses till", "{n} källor behöver ses till"},
    .subject_solved = {"{n} källa fungerar igen", "{n} källor fungerar igen"},
    .subject_reminder = "Påminnelse: {subject}",
    .attention = {"Behöver åtgärdas",
                  {"{n} källa behöver åtgärdas", "{n} källor behöver åtgärdas"},
                  "Sidan är troligen borta eller flyttad. Leta upp den i din webbläsare och byt "
                  "adress, eller ta bort källan. Den som sköter servern skriver: {command}"},
    .failing = {"Går inte att läsa",
                {"{n} källa går inte att läsa", "{n} källor går inte att läsa"},
                "Öppna adressen i din webbläsare. Syns den där är felet troligen tillfälligt, och "
                "du behöver inte göra något. Har den flyttat, be den som sköter servern att byta "
                "adress: {command}"},
    .silent = {"Tyst för länge",
               {"{n} källa har varit tyst för länge", "{n} källor har varit tysta för länge"},
               "Se efter på källans egen sida om den har bytt plats för sina nyheter. Är det bara "
               "lugnt kan gränsen höjas: {command}"},
    .moved =
        {"Har fått ny adress",
         {"{n} källa har fått ny adress", "{n} källor har fått ny adress"},
         "Källans server hänvisar dit för gott, och nu läser vi den där. Är det fel, be den som "
         "sköter servern att byta tillbaka: {command}"},
    .address_before = "Förut",
    .solved_title = "Fungerar igen",
    .solved = {"{n} källa fungerar igen", "{n} källor fungerar igen"},
    .solved_note = "Du behöver inte göra något.",
    .others = {"Den andra {n} fungerar.", "De andra {n} fungerar."},
    .what_comes = "Du får ett nytt mejl när det är löst, annars påminner vi om en vecka.",
    .last_read = "Senast läst",
    .never = "aldrig",
    .since = "Sedan",
    .newest = "Senaste nya post",
    .usual = "Brukar komma",
    .usual_days = {"något varje dag", "något minst var {n}:e dag"},
    .reason = "Orsak (på engelska)",
    .tries = "Försök",
    .tries_and_next = "{n}, nästa {next}",
    .address = "Adress",
    .more = {"{n} källa till, se: fundwatch source list",
             "{n} källor till, se: fundwatch source list"},
    .readers =
        "Går en källa inte att läsa vid nästa utskick ser prenumeranterna det i mejlet. Vi "
        "slutar aldrig försöka.",
    .foot = "Automatiskt mejl till samordnaren",
};

constexpr FaultPhrases kEnglish = {
    .subject = {"{n} source needs a look", "{n} sources need a look"},
    .subject_solved = {"{n} source works again", "{n} sources work again"},
    .subject_reminder = "Reminder: {subject}",
    .attention = {"Needs attention",
                  {"{n} source needs attention", "{n} sources need attention"},
                  "The page is probably gone or has moved. Find it in your browser and change the "
                  "address, or remove the source. Who runs the server types: {command}"},
    .failing = {"Cannot be read",
                {"{n} source cannot be read", "{n} sources cannot be read"},
                "Open the address in your browser. If it shows there, the fault will probably pass "
                "and you need do nothing. If it has moved, ask who runs the server to change the "
                "address: {command}"},
    .silent = {"Silent for too long",
               {"{n} source has been silent for too long",
                "{n} sources have been silent for too long"},
               "See on the source's own page whether its news have moved. If it is merely quiet, "
               "the limit can be raised: {command}"},
    .moved =
        {"Has a new address",
         {"{n} source has a new address", "{n} sources have new addresses"},
         "The source's server sends everybody there for good, and we read it there now. If that "
         "is wrong, ask who runs the server to change it back: {command}"},
    .address_before = "Before",
    .solved_title = "Works again",
    .solved = {"{n} source works again", "{n} sources work again"},
    .solved_note = "You need do nothing.",
    .others = {"The other {n} works.", "The other {n} work."},
    .what_comes = "You get another mail when it is solved; otherwise we remind you in a week.",
    .last_read = "Last read",
    .never = "never",
    .since = "Since",
    .newest = "Newest item",
    .usual = "Usually comes",
    .usual_days = {"something every day", "something every {n} days at least"},
    .reason = "Reason",
    .tries = "Attempts",
    .tries_and_next = "{n}, next {next}",
    .address = "Address",
    .more = {"{n} more source, see: fundwatch source list",
             "{n} more sources, see: fundwatch source list"},
    .readers =
        "If a source cannot be read when the next mails go out, subscribers see it there. We "
        "never stop trying.",
    .foot = "Automatic mail to the coordinator",
};

}  // namespace

const FaultPhrases& fault_phrases(Language language) {
  switch (language) {
    case Language::swedish: return kSwedish;
    case Language::english: return kEnglish;
  }
  CHECK(false);
  return kSwedish;
}

}  // namespace fundwatch::digest
