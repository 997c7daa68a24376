#include "web/statement_phrases.h"

namespace fundwatch::web {

namespace {

constexpr StatementPhrases kPhrases{
    .privacy_title = "How we treat your data",
    .privacy_lead = "{owner} is the controller of what is described here.",
    .privacy =
        {{{"What we keep of you who subscribe",
           "Your email address, and what you write yourself: name, organisation, municipality, "
           "what you want and when. When you confirmed. Which mails you have had, and what you "
           "answered to them."},
          {"Why, and by what right",
           "To send you the weekly mail, and to show what it leads to for social enterprises. We "
           "do it because you said yes (GDPR, article 6.1 a). You can take that back at any time, "
           "by the link to unsubscribe in every mail."},
          {"For how long",
           "As long as you subscribe. When you leave, all about you is erased at once. Whoever "
           "does not confirm is erased after {days} days. Backups can hold it until they are "
           "replaced."},
          {"Who sees it",
           "The coordinator, and whoever runs the service. The mail goes through our mail server "
           "to yours. Nobody else gets the data from us."},
          {"We do not track you",
           "The mails and pages have no images or links that count who reads. We keep no "
           "statistics of visits. The address of who opens a page is not stored. Only whoever "
           "logs in gets a cookie, which is needed to be logged in."},
          {"For you who log in",
           "We keep your email address, your name, a hash of your password and what you changed, "
           "the last for {months} months. A login ends after {hours} hours without use."},
          {"Your rights",
           "You can learn what we have of you, have it corrected or erased, and get a copy. Write "
           "to us. If you think that we do wrong you can complain to the Swedish Authority for "
           "Privacy Protection, imy.se."}}},
    .accessibility_title = "Accessibility",
    .accessibility_lead = "{owner} wants everybody to be able to use this service.",
    .accessibility =
        {{{"How accessible it is",
           "The pages and mails are built to follow the Swedish act on accessibility of digital "
           "public services: WCAG 2.1 on level AA. They work without scripts, by keyboard, "
           "enlarged to 200 per cent, on small screens, in light and dark. We know of no "
           "shortcomings, but have not looked everywhere."},
          {"What is not ours",
           "We link to pages and documents of others. How accessible they are is not in our "
           "hands. Tell us if you cannot read one of them, and we help you."},
          {"How we tested",
           "Programs look for faults on the pages at every change. Nobody has gone through them "
           "with a screen reader yet, and nobody from outside has examined them."},
          {"Tell us if something does not work",
           "Say which page it is and what happened. You get an answer within a week, and what you "
           "need in another way if the page cannot be used. If you are not content with the "
           "answer you can report it to the Agency for Digital Government, Digg."}}},
    .write_to = "Write to",
    .nobody_to_ask = "Answer one of our mails to reach us.",
    .authority = "Report to Digg",
};

}  // namespace

const StatementPhrases& english_statement_phrases() { return kPhrases; }

}  // namespace fundwatch::web
