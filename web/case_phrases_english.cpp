#include "web/case_phrases.h"

namespace fundwatch::web {
namespace {

constexpr CasePhrases kPhrases{
    .badge_new = "New",
    .badge_changed = "Changed",
    .badge_kept = "Kept",
    .badge_dismissed = "Dismissed",
    .badge_cancelled = "Cancelled",
    .badge_over = "Over",
    .also_at = "Also at {sources}",
    .closed = "Closed",
    .was = "Is over",
    .open = "Open",
    .no_last_day = "No last day",
    .doubtful = "{day} (doubtful)",
    .no_amount = "No amount given",
    .because_profile = "The profile",
    .in_title = "in the title",
    .in_text = "in the text",
    .in_facts = "by the facts",
    .and_more = {"and 1 more", "and {n} more"},
    .keep = "Keep",
    .dismiss = "Dismiss",
    .note = "Note",
    .note_label = "Note",
    .note_hint = "Seen by all who log in. Not sent to subscribers.",
    .save_note = "Save the note",
    .share = "Share",
    .share_hint = "Copy the text, or share it in a mail.",
    .share_mail = "Share in a mail",
    .share_subject = "Tip: {title}",
    .share_text = "Text to share",
    .about = "about {title}",
    .subscribers_answer = "Answers:",
    .answer_interested = {"1 interested", "{n} interested"},
    .answer_declined = {"1 declines", "{n} decline"},
    .answer_applied = {"1 has applied", "{n} have applied"},
    .answer_granted = {"1 was granted", "{n} were granted"},
    .answer_coming = {"1 comes", "{n} come"},
    .kept_one = "Kept: {title}",
    .dismissed_one = "Dismissed: {title}",
    .waits_one = "Waits again: {title}",
    .kept_many = {"1 hit is kept.", "{n} hits are kept."},
    .dismissed_many = {"1 hit is dismissed.", "{n} hits are dismissed."},
    .waits_many = {"1 hit waits again.", "{n} hits wait again."},
    .undo = "Undo",
    .undone = "Undone. All is as it was.",
    .note_saved = "The note is saved.",
};

}  // namespace

const CasePhrases& english_case_phrases() { return kPhrases; }

}  // namespace fundwatch::web
