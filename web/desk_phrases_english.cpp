#include "web/desk_phrases.h"

namespace fundwatch::web {

namespace {

constexpr DeskPhrases kPhrases{
    .main_menu = "Main menu",
    .menu = "Menu",
    .close_menu = "Close the menu",
    .inbox = "Inbox",
    .profiles = "Profiles",
    .sources = "Sources",
    .subscribers = "Subscribers",
    .mailings = "Mailings",
    .calendar = "Calendar",
    .follow_up = "Follow-up",
    .log_out = "Log out",
    .to_look_at = "to look at",
    .new_hits = "new hits",
    .logged_in_as = "Logged in as {name}, {role}.",
    .my_account = "My account",
    .record = "Record of changes",
    .reader = "reader",
    .coordinator = "coordinator",
    .sysadmin = "system administrator",
    .local_times = "Times are those of Sweden.",
    .login_title = "Log in",
    .login_lead = "For coordinators, and for those who run the service.",
    .email = "Email address",
    .password = "Password",
    .log_in = "Log in",
    .forgotten = "Forgotten your password? Whoever runs the service makes a new one for you.",
    .only_mail = "Do you only want the weekly mail?",
    .only_mail_link = "Subscribe here",
    .only_mail_note = "No account is needed.",
    .login_wrong_title = "You are not logged in",
    .login_wrong =
        "The email address and the password do not belong together. Check them and write the "
        "password again. After 5 wrong ones we wait 15 minutes before you can try again.",
    .login_wrong_field = "Write the password again.",
    .login_wait_title = "Please wait a while",
    .login_wait =
        "It has gone wrong too many times in a row from here. Try again in 15 minutes. If you have "
        "forgotten the password, whoever runs the service makes a new one.",
    .logged_out = "You are logged out.",
    .error = "Error",
    .forbidden_title = "You may not do this",
    .forbidden_lead =
        "You are logged in as {role}. If you need to do this, ask whoever runs the service to "
        "change your account.",
    .stale_title = "Nothing was changed",
    .stale_lead =
        "The page has been open for too long, or the form came from somewhere else. Go back, load "
        "the page again and try once more.",
    .no_such_title = "There is no such page",
    .no_such_lead = "The address may be misspelt, or what was here has been removed.",
    .to_inbox = "Go to the inbox",
};

}  // namespace

const DeskPhrases& english_desk_phrases() { return kPhrases; }

}  // namespace fundwatch::web
