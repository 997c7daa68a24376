#include "web/month_phrases.h"

namespace fundwatch::web {
namespace {

constexpr MonthPhrases kPhrases{
    .title = {"1 day to keep in {month}", "{n} days to keep in {month}"},
    .title_none = "Nothing in {month}",
    .lead =
        "Last days and events of what is new or kept. What you dismiss disappears "
        "from here.",
    .month_name = "{month} {year}",
    .two_months = "{first} and {last}",
    .caption = "{month}. Days with a link have something.",
    .week_short = "wk",
    .week = "Week",
    .today = "today",
    .entries = {"1 event", "{n} events"},
    .last_day = "Last day",
    .event = "Event",
    .cut_days = "{all} have their day in {month}. The {shown} that come first are shown here.",
    .cut_events =
        "{all} closed in the three months before {month}. Only the {shown} that closed last were "
        "looked through for events in the month.",
    .cut_advice =
        "Nothing is lost: everything is in the inbox, what closes next first. Dismiss what does "
        "not matter, and the others find a place here.",
    .this_month = "This month",
    .months = "Months",
    .own_calendar = "In your own calendar",
    .own_calendar_lead =
        "Subscribe to the address in your calendar program, and the days follow when "
        "they change.",
    .own_calendar_address = "Address of the calendar",
    .own_calendar_get = "Get the calendar",
    .meetings = "The network’s own meetings",
    .meetings_lead = "They are in everybody’s weekly mail and calendar, whatever they follow.",
    .meeting = "Meeting of the network",
    .at_hour = "at {hour}",
    .meeting_hours = "at {begins}–{ends}",
    .add_meeting = "Add a meeting",
    .change_meeting = "Change",
    .change_this_meeting = "Change the meeting",
    .meeting_title = "What",
    .meeting_day = "Day",
    .meeting_begins = "Begins",
    .meeting_ends = "Ends",
    .meeting_ends_hint = "The same day. Leave it empty for an hour.",
    .meeting_place = "Place",
    .meeting_place_hint = "For example Folkets hus, Bollnäs",
    .meeting_link = "Link",
    .meeting_link_hint = "A page about it, or where it is held online",
    .save_meeting = "Save the meeting",
    .meeting_saved = "The meeting is saved. It is in the next weekly mail.",
    .meeting_not_saved = "The meeting is not saved yet",
    .bad_meeting_title = "Write what it is, in at most {max} characters.",
    .bad_meeting_day = "Choose a day from today until three years from now.",
    .bad_meeting_time = "Write when it begins, for example 13:00, and an end that comes after.",
    .bad_meeting_link = "Write the whole link, with https:// first.",
    .call_off = "Call off",
    .call_off_note = "The next weekly mail and everybody’s calendars say that it is called off.",
    .call_off_yes = "Yes, call the meeting off",
    .called_off = "Called off",
    .was_called_off = "The meeting is called off. The next weekly mail says so.",
};

}  // namespace

const MonthPhrases& english_month_phrases() { return kPhrases; }

}  // namespace fundwatch::web
