#include "web/webhook_phrases.h"

namespace fundwatch::web {
namespace {

constexpr WebhookPhrases kPhrases{
    .title = "Send the hits to another system",
    .lead =
        "Every new hit is sent at once to an address on the web (webhook), such as a flow in "
        "Teams. Hits that are there already are not sent.",
    .none = "The hits are sent nowhere.",
    .on = "New hits are sent to {host}. The last one arrived {moment}.",
    .on_not_yet = "New hits are sent to {host}. None was sent yet.",
    .failing = "{host} has taken nothing since {moment}. We try again.",
    .off = "Switched off. Hits were sent to {host}.",
    .gone = "Switched off, because {host} answered that the receiver is gone.",
    .answer = "The last answer: {answer}",
    .queued = {"1 hit waits.", "{n} hits wait."},
    .lost = {"1 hit did not arrive.", "{n} hits did not arrive."},
    .address = "The receiver's address",
    .address_hint = "Begins with https://. You get it from whoever looks after the receiver.",
    .set = "Send the hits there",
    .change = "Change address and secret",
    .switch_off = "Stop sending",
    .secret = "Secret",
    .secret_hint =
        "Give it to the receiver, who sees by it that it is we who send. It is shown only now.",
    .saved = "New hits are sent there from now on.",
    .not_saved = "The address was not saved",
    .switched_off = "The hits are no longer sent.",
    .not_web = "Write an address on the web, such as https://example.org/receiver",
    .not_secure = "The address must begin with https://",
    .user_name = "The address must not contain a user name",
    .too_long = "The address is too long"};

}  // namespace

const WebhookPhrases& english_webhook_phrases() { return kPhrases; }

}  // namespace fundwatch::web
