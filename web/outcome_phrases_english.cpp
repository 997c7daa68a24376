#include "web/outcome_phrases.h"

namespace fundwatch::web {
namespace {

constexpr OutcomePhrases kPhrases{
    .title = "{applied} applied for and {granted} granted {year}",
    .lead =
        "It is built on what subscribers answer in the mails. An answer that changes "
        "counts as it was last.",
    .years = "Years",
    .quarter = "Quarter {n}",
    .whole_year = "The whole year",
    .found = "Found",
    .relevant = "Relevant",
    .applied = "Applied for",
    .granted = "Granted",
    .applied_sum = "Sum applied for",
    .granted_sum = "Sum granted",
    .counts_title = "From found to granted",
    .counts_note = "Number per quarter.",
    .counts_chart = "Number per quarter {year}",
    .counts_desc =
        "During the year {found} were found, {relevant} were relevant, {applied} "
        "applied for and {granted} granted. All numbers stand in the table below.",
    .money_title = "Money applied for and granted",
    .money_note = "Kronor per quarter, as the enterprises themselves report.",
    .money_chart = "Kronor applied for and granted per quarter {year}",
    .money_desc =
        "During the year {applied} were applied for and {granted} granted. All "
        "numbers stand in the table below.",
    .bar_relevant = "{n} relevant",
    .bar_applied = "{n} applied for",
    .bar_granted = "{n} granted",
    .bar_applied_sum = "{n} applied for",
    .bar_granted_sum = "{n} granted",
    .table_title = "The same numbers in a table",
    .table_caption = "Outcome per quarter {year}",
    .period = "Quarter",
    .csv = "Get as CSV",
    .by_profile = "By profile",
    .by_municipality = "By municipality",
    .profile = "Profile",
    .municipality = "Municipality",
    .unknown_place = "No municipality",
    .goals = "Partnerships and policies",
    .goals_lead = "The goal is at least {n} of each.",
    .partnerships = {"1 partnership", "{n} partnerships"},
    .add_goal = "Add a goal that you reached",
    .goal = "What",
    .goal_partnership = "Partnership",
    .goal_policy = "Municipal policy",
    .goal_text = "Description",
    .goal_text_hint = "Example: IOP on reuse with the municipality of Ljusdal",
    .goal_place = "Municipality",
    .goal_place_hint = "Voluntary",
    .goal_day = "Day",
    .save_goal = "Save",
    .remove_goal = "Remove",
    .goal_saved = "The goal is saved.",
    .goal_removed = "The goal is removed.",
    .goal_not_saved = "The goal was not saved",
    .bad_goal_text = "Write what it is, at most {max} characters",
    .bad_goal_day = "Write the day as 2027-02-26",
    .policies = {"1 municipal policy", "{n} municipal policies"},
};

}  // namespace

const OutcomePhrases& english_outcome_phrases() { return kPhrases; }

}  // namespace fundwatch::web
