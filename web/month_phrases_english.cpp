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
    .this_month = "This month",
    .months = "Months",
    .own_calendar = "In your own calendar",
    .own_calendar_lead =
        "Subscribe to the address in your calendar program, and the days follow when "
        "they change.",
    .own_calendar_address = "Address of the calendar",
    .own_calendar_get = "Get the calendar",
};

}  // namespace

const MonthPhrases& english_month_phrases() { return kPhrases; }

}  // namespace fundwatch::web
