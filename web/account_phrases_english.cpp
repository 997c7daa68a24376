#include "web/account_phrases.h"

namespace fundwatch::web {

namespace {

constexpr AccountPhrases kPhrases{
    .title = "My account",
    .email = "Email address",
    .name = "Name",
    .role = "Role",
    .language = "Language of the pages",
    .swedish = "Swedish",
    .english = "English",
    .save = "Save",
    .saved = "Saved.",
    .new_password = "Change the password",
    .now = "The password you have now",
    .wanted = "New password",
    .wanted_hint = "12 characters at least. Four words in a row will do.",
    .change = "Change the password",
    .changed = "The password has been changed. You are logged out everywhere but here.",
    .mend = "The password was not changed",
    .wrong = "The password you have now is not right.",
    .too_short = "The new password is shorter than 12 characters.",
    .too_long = "The new password is too long.",
    .others = "Are you logged in somewhere else?",
    .log_out_others = "Log out everywhere but here",
    .logged_out_others = "You are logged out everywhere but here.",
    .record = "Record of changes",
    .record_lead = "Who changed what, in the last two years.",
    .record_none = "Nothing has been changed yet.",
    .when = "When",
    .who = "Who",
    .what = "What",
    .which = "Concerns",
    .service = "The command line",
    .older = "Older",
};

}  // namespace

const AccountPhrases& english_account_phrases() { return kPhrases; }

}  // namespace fundwatch::web
