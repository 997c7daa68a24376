#include "web/webhook_phrases.h"

namespace fundwatch::web {
namespace {

constexpr WebhookPhrases kPhrases{
    .title = "Skicka träffarna till ett annat system",
    .lead =
        "Varje ny träff skickas genast till en adress på webben (webhook), till exempel ett flöde "
        "i "
        "Teams. Träffar som redan finns skickas inte.",
    .none = "Träffarna skickas ingenstans.",
    .on = "Nya träffar skickas till {host}. Den senaste kom fram {moment}.",
    .on_not_yet = "Nya träffar skickas till {host}. Ingen har skickats än.",
    .failing = "{host} tar inte emot sedan {moment}. Vi försöker igen.",
    .off = "Avstängt. Träffarna skickades till {host}.",
    .gone = "Avstängt, för {host} svarade att mottagaren är borttagen.",
    .answer = "Senaste svaret: {answer}",
    .queued = {"1 träff väntar.", "{n} träffar väntar."},
    .lost = {"1 träff kom inte fram.", "{n} träffar kom inte fram."},
    .address = "Mottagarens adress",
    .address_hint = "Börjar med https://. Du får den av den som har hand om mottagaren.",
    .set = "Skicka träffarna dit",
    .change = "Byt adress och hemlighet",
    .switch_off = "Sluta skicka",
    .secret = "Hemlighet",
    .secret_hint =
        "Ge den till mottagaren, som med den ser att det är vi som skickar. Den visas bara nu.",
    .saved = "Nya träffar skickas dit från och med nu.",
    .not_saved = "Adressen sparades inte",
    .switched_off = "Träffarna skickas inte längre.",
    .not_web = "Skriv en adress på webben, som https://exempel.se/mottagare",
    .not_secure = "Adressen måste börja med https://",
    .user_name = "Adressen får inte innehålla ett användarnamn",
    .too_long = "Adressen är för lång"};

}  // namespace

const WebhookPhrases& swedish_webhook_phrases() { return kPhrases; }

}  // namespace fundwatch::web
