#include "web/phrases.h"

namespace fundwatch::web {

namespace {

constexpr Phrases kPhrases{
    .language_tag = "en",
    .skip = "Skip to the content",
    .no_tracking = "We do not track what you read.",
    .privacy = "How we treat your data",
    .accessibility = "Accessibility",
    .for_coordinators = "Log in",
    .save = "Save",
    .subscribe_title = "This week's opportunities in one mail",
    .subscribe_lead =
        "One mail a week with grants, tenders and meetings for social enterprises. It "
        "is free.",
    .email = "E-mail address",
    .organisation = "Name of the enterprise",
    .voluntary = "Optional",
    .municipality = "Municipality",
    .municipality_hint = "Optional. You always get what concerns the whole county and country.",
    .what_to_get = "What would you like to get?",
    .subscribe = "Subscribe",
    .what_we_keep =
        "We keep the address, the name of the enterprise and what you choose and answer, "
        "nothing else. A link in each mail ends it whenever you like.",
    .mend_one = "Mend 1 thing",
    .mend_email = "Write the whole e-mail address",
    .mend_profiles = "Choose at least one thing to get",
    .look_in_mail_title = "One step left: look in your mail",
    .look_in_mail = "We are sending a mail to {email}. Open the link in it, and you are in.",
    .look_in_mail_note =
        "The link is good for 7 days. No mail within some minutes? Look among the "
        "junk.",
    .confirm_title = "Would you like the weekly mail?",
    .confirm_lead = "It comes to {email} every {weekday} at {hour}.",
    .confirm = "Yes, send me the weekly mail",
    .confirm_note =
        "Was it not you who asked for it? Close the page, nothing happens, and the "
        "address is removed after 7 days.",
    .confirmed_title = "You are in",
    .confirmed_lead = "Your first mail comes {moment}.",
    .link_old_title = "The link is good no longer",
    .link_old = "Links of this kind are good for 7 days. Ask for a new one, and we send it.",
    .settings_title = "Your settings",
    .concerns = "Concerns the mail to {email}.",
    .weekday = "Day",
    .hour = "Hour",
    .empty_weeks = "Send a mail also when there is nothing new",
    .pause = "Pause the mails until I untick this",
    .settings_saved = "Your settings are saved.",
    .your_data = "Your data",
    .your_data_text =
        "We keep your address, your enterprise, your choices, what you answered and "
        "when you agreed, {day}. We do not see whether you open the mail and give "
        "nothing to others.",
    .unsubscribe_title = "Would you like to end it?",
    .unsubscribe = "Yes, end it",
    .unsubscribe_note = "When you end it we erase your data.",
    .unsubscribed_title = "You get no more mail",
    .unsubscribed_lead = "Your data are erased. Backups hold them until those are thinned out.",
    .answer_title = "Answer: {title}",
    .last_day = "The last day is {day}, {left}.",
    .answers = "{who} answers:",
    .answer_note = "The co-ordinator sees your answer.",
    .read_more = "Read more",
    .at_source = "Read at {source}",
    .amount_label = "Amount in SEK",
    .amount_hint = "Optional. What you applied for or got, digits only.",
    .interested = {"We are interested", "{who} is interested."},
    .declined = {"Not for us", "it was not for {who}."},
    .applied = {"We have applied", "{who} has applied."},
    .granted = {"We got it", "{who} got it. Congratulations!"},
    .coming = {"We are coming", "{who} is coming."},
    .thanks = "Thank you!",
    .change_answer = "Change the answer",
    .missing_title = "There is no such page",
    .missing_lead = "The address may be mistyped, or its link is good no longer.",
    .missing_from_mail = "Did you come from a mail? Open the link in the latest one instead.",
    .failed_title = "Something went wrong here",
    .failed_lead = "What you wrote has not been saved. Go back and try again in a while.",
    .failed_again = "Does it happen again? Mail {address} and give the fault's number",
    .theirs_title = "Nothing was saved",
    .theirs_lead = "The form came from another site. Open the link in the mail and answer there.",
};

}  // namespace

const Phrases& english_phrases() { return kPhrases; }

}  // namespace fundwatch::web
