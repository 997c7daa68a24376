#include "web/inbox_phrases.h"

namespace fundwatch::web {
namespace {

constexpr InboxPhrases kPhrases{
    .new_hits = {"1 new hit", "{n} new hits"},
    .kept_hits = {"1 kept hit", "{n} kept hits"},
    .dismissed_hits = {"1 dismissed hit", "{n} dismissed hits"},
    .all_hits = {"1 hit", "{n} hits"},
    .no_new_hits = "No new hits",
    .none_fits = "No hits fit the filter",
    .filtered = "{count} of {all} with the filter",
    .show_all = "Show all",
    .closing_soon = {"1 closes within 7 days.", "{n} close within 7 days."},
    .go_out = "They go out with the next mailing, {moment}, unless you dismiss them.",
    .gone_through = "You have gone through everything.",
    .last_read = "Last read {moment}.",
    .nothing_now = "Nothing to go through right now",
    .sources_read = {"{n} of {all} source was read during the last day.",
                     "{n} of {all} sources were read during the last day."},
    .unread_since = "{source} has not answered since {since}, so something may be missing there.",
    .unread = "{source} was not read, so something may be missing there.",
    .to_sources = "To the sources",
    .no_sources = "There are no sources yet.",
    .see_kept = {"See the kept one", "See the {n} kept"},
    .widen = "Widen a profile",
    .filter = "Filter hits",
    .profile = "Profile",
    .every_profile = "All profiles",
    .closes = "Closes",
    .any_time = "Any time",
    .within_7 = "Within 7 days",
    .within_30 = "Within 30 days",
    .later = "Later",
    .always_open = "Open, no last day",
    .municipality = "Municipality",
    .every_municipality = "All municipalities",
    .words = "Words in the text",
    .show = "Show",
    .status = "Status",
    .status_new = "New",
    .status_kept = "Kept",
    .status_dismissed = "Dismissed",
    .status_all = "All",
    .more = "Show more hits",
    .from_start = "To the beginning",
    .add_yourself = "Add one yourself",
    .several = "Several at once",
    .choose = "Choose {title}",
    .choose_short = "Choose",
    .keep_chosen = "Keep the chosen",
    .dismiss_chosen = "Dismiss the chosen",
    .none_chosen = "Nothing has changed. First tick the hits that you mean.",
    .keys = "Keyboard shortcuts",
    .keys_when =
        "They work while a hit has focus, that is when you have clicked or tabbed "
        "into it.",
    .key_move = "Next and previous hit",
    .key_open = "Open the hit",
    .add_title = "Add one yourself",
    .add_lead =
        "Have you heard of something that the service has not seen? Paste a link or "
        "a text: it is read and compared with all profiles.",
    .add_link = "Link",
    .add_link_hint = "The page is read for you. Leave it empty if there is none.",
    .add_item_title = "Title",
    .add_item_title_hint = "Needed when you write the text yourself.",
    .add_text = "Text",
    .add_text_hint =
        "Do write the last day, the amount and the place. They are read from the "
        "text.",
    .read_it = "Read and add",
    .add_not_saved = "Nothing was added",
    .add_nothing = "Paste a link, or write a title and a text",
    .add_too_long = "Shorten the text to at most {max} characters",
    .add_no_title = "Write a title",
    .add_bad_link = "Write the whole address, with https:// first",
    .add_unreadable = "The page could not be read: {reason}. Paste the text instead.",
    .added = "Added: {title}",
    .added_no_hit = "“{title}” was added, but fits no profile. It goes out in no mail.",
    .hand_source = "The coordinator",
};

}  // namespace

const InboxPhrases& english_inbox_phrases() { return kPhrases; }

}  // namespace fundwatch::web
