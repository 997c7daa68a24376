#include "web/mailing_phrases.h"

namespace fundwatch::web {

namespace {

constexpr MailingPhrases kPhrases{
    .title = "Mailings",
    .heading_sent = {"{n} mail delivered in the last 7 days",
                     "{n} mails delivered in the last 7 days"},
    .next = "The next mail goes {moment}.",
    .no_next = "No mail is planned.",
    .delivered = "delivered",
    .queued = "waiting",
    .deferred = "to be tried again",
    .refused = "bounced",
    .hold_title = "Mail does not go out just now",
    .hold =
        "The mail server said: “{reason}”. It has been so since {since}. We try again {next}. "
        "Nothing is lost.",
    .preview_title = "How the mail looks",
    .as = "Show as",
    .somebody_new = "A new subscriber",
    .show = "Show",
    .the_mail = "The mail",
    .the_text = "Plain text",
    .empty_week = "An empty week",
    .frame_title = "Preview of the weekly mail",
    .links_note =
        "The links in the preview are nobody’s. They lead to no one’s answers or settings.",
    .own_tab = "Open in a tab of its own",
    .send_trial = "Send me a trial",
    .trial_mark = "Trial: ",
    .trial_sent = "The trial is on its way to {email}.",
    .trial_refused = "You have sent {max} trials in the last hour. Wait a while.",
    .deliveries = "Deliveries",
    .none = "No mail has been sent yet.",
    .recipient = "Recipient",
    .subject = "Subject",
    .state = "State",
    .time = "Time",
    .attempts = "Attempts",
    .state_sent = "Delivered",
    .state_queued = "Waiting",
    .state_deferred = "Tried again {moment}",
    .state_refused = "Bounced",
    .answer = "The mail server said",
    .older = "Older",
    .newest = "The newest",
    .weeks = "The weeks to come",
    .week_head = "Week",
    .week = "Week {week}",
    .mail_goes = "The mail goes",
    .week_held = "Left out. What is new comes the week after.",
    .own_lines = "Your own lines",
    .own_lines_hint = "At the top of the mail. An empty line parts paragraphs.",
    .has_lines = "Written",
    .change_week = "Change",
    .mail_of_week = "The mail of week {week}",
    .goes_as_usual = "On its day, {day}",
    .goes_earlier = "Earlier",
    .earlier_day = "Which day",
    .goes_not = "Not at all that week. What is new comes the week after.",
    .own_days_note = "Who chose another weekday gets the mail as many days earlier.",
    .save_week = "Save the week",
    .week_saved = "Saved. The preview shows how it will be.",
    .week_not_saved = "The week is not saved yet",
    .week_over =
        "That week can no longer be changed: its mail has gone. What you wrote is still here. Save "
        "again if it is to go into the mail of week {week}.",
    .week_over_replaces =
        "That week can no longer be changed: its mail has gone. What you wrote is still here. If "
        "you save again, it replaces the lines that the mail of week {week} has already.",
    .bad_lines = "Shorten the lines to at most {max} characters.",
    .bad_earlier_day = "That day cannot be chosen. Choose another, or let the mail go on its day.",
};

}  // namespace

const MailingPhrases& english_mailing_phrases() { return kPhrases; }

}  // namespace fundwatch::web
