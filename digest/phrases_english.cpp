// The mail's English: plain, British spelling, the same facts in the same order as the Swedish.
#include "digest/phrases.h"

namespace fundwatch::digest {
namespace {

constexpr Phrases kPhrases = {
    .language_tag = "en",

    .weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
    .day = "{weekday} {day}\u00A0{month} {year}",
    .day_of_year = "{weekday} {day}\u00A0{month}",
    .day_with_time = "{date} at\u00A0{hour}:{minute}",
    .today = "today",
    .yesterday = "yesterday",
    .days_left = {"{n}\u00A0day left", "{n}\u00A0days left"},
    .days_ahead = {"in {n}\u00A0day", "in {n}\u00A0days"},
    .week = "week\u00A0{n}",
    .thousands_separator = ",",
    .kronor = "SEK\u00A0{n}",
    .euro = "EUR\u00A0{n}",
    .other_currency = "{currency}\u00A0{n}",
    .list_end = " and ",
    .quoted = "“{words}”",

    .subject = "{heading}: {week}",
    .demo_subject = "DEMO: {subject}",
    .demo_notice = "DEMO: everything in this mail is made up, to show what the watch looks like.",
    .preview_subject = "Preview: {subject}",
    .preview_notice =
        "This is how this week's mail looks for whoever chose everything. It goes out {day}. If "
        "you want to add something, move it or wait a week, there is time now.",
    .week_line = "{week}, {day}",
    .greeting = "Hi {name}!",
    .greeting_without_name = "Hi!",
    .how_to_read_text = "Open the link below a line to read more at the source.",
    .how_to_read_html = "Each heading leads to the source’s own page.",
    .preview = "First: {title}.",
    .preview_with_day = "First: {title}, last day {day}.",

    .empty_heading = "Nothing new this week",
    .empty_all_read = "We read the sources as usual. Nothing new matched what you have chosen.",
    .empty_some_unread =
        "In the sources that could be read, nothing new matched what you have chosen.",

    .sections = {{
        {"Closing within 7\u00A0days",
         {"{n} closes within 7\u00A0days", "{n} close within 7\u00A0days"}},
        {"New", {"{n} is new", "{n} are new"}},
        {"Changed", {"{n} has changed", "{n} have changed"}},
        {"Closing later (reminders)", {"{n} closes later", "{n} close later"}},
        {"Events and training", {"{n} event or training", "{n} events and training"}},
    }},

    .changed_badge = "Changed",
    .cancelled_badge = "Cancelled",
    .called_off_badge = "Called off",
    .in_place = "in {place}",
    .with_source = "{source}: {facts}",
    .last_day = "Last day",
    .doubtful = "{fact} (doubtful, look it up at the source)",
    .closed = "Closed",
    .event_time = "When",
    .event_was = "Was",
    .published = "Published",
    .found = "Found",
    .day_and_left = "{day}, {left}",
    .event_with_last_day = "{event}, register by {day}",
    .day_and_source = "{day} by {source}",
    .because = "Because",
    .because_of = "{profiles}, {words}",
    .because_interested = "you answered that you are interested",
    .because_meeting = "a meeting of the network's own",
    .and_more = {"{n}\u00A0more", "{n}\u00A0more"},
    .no_link = "The source gave no link.",

    .waiting = {"There is {n} more. It comes next week.",
                "There are {n} more. They come next week."},
    .waiting_long = "There are {n} more. They come in the next few weeks, one after another.",
    .outside = {"{n}\u00A0match outside your area is left out.",
                "{n}\u00A0matches outside your area are left out."},
    .coverage_title = "Coverage this week",
    .coverage = {"{read} of {n} source was read.", "{read} of {n} sources were read."},
    .coverage_none = "There are no sources yet, so there is nothing to read.",
    .outage = "{source} could not be read.",
    .outage_since = "{source} has been unreadable since {since}.",
    .outage_dead = "{source} has been unreadable since {since} and needs a look.",
    .never_read = "{source} has not been read yet.",
    .astray = "{source} leads elsewhere than before and needs a look.",
    .read_again = {"{source} could not be read for a while ({when}), but can be again.",
                   "{source} could not be read at times ({when}), but can be again."},
    .silent = "{source} has been unusually quiet since {since}.",
    .outages_more = {"There are gaps in {n} more source.", "There are gaps in {n} more sources."},
    .outage_meaning = "There may be something there that we have not seen.",
    .tip_us = "Is something missing? Answer this mail and tell us.",
    .interested = "We are interested",
    .declined = "Not for us",
    .applied = "We have applied",
    .coming = "We are coming",
    .answer = "Answer",
    .change = "Change what you get",
    .calendar = "The last days in your calendar",
    .leave = "Unsubscribe",
    .links_are_yours = "These links are your own. Remove them if you forward the mail.",
    .unsubscribe = "No longer want this mail? Answer it and write {word}.",
    .unsubscribe_word = "Unsubscribe",
};

}  // namespace

const Phrases& english_phrases() { return kPhrases; }

}  // namespace fundwatch::digest
