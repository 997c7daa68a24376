#include "web/case_phrases.h"

namespace fundwatch::web {
namespace {

constexpr CasePhrases kPhrases{
    .badge_new = "Ny",
    .badge_changed = "Ändrad",
    .badge_kept = "Behållen",
    .badge_dismissed = "Avfärdad",
    .badge_cancelled = "Inställd",
    .badge_over = "Avslutad",
    .also_at = "Finns också hos {sources}",
    .closed = "Stängd",
    .was = "Har varit",
    .open = "Löpande",
    .no_last_day = "Inget slutdatum",
    .doubtful = "{day} (osäkert)",
    .no_amount = "Inget angivet belopp",
    .because_profile = "Profilen",
    .in_title = "i rubriken",
    .in_text = "i texten",
    .in_facts = "av uppgifterna",
    .and_more = {"och 1 till", "och {n} till"},
    .keep = "Behåll",
    .dismiss = "Avfärda",
    .note = "Anteckna",
    .note_label = "Anteckning",
    .note_hint = "Syns för alla som loggar in. Skickas inte till prenumeranter.",
    .save_note = "Spara anteckning",
    .share = "Dela",
    .share_hint = "Kopiera texten, eller dela den i ett mejl.",
    .share_mail = "Dela i ett mejl",
    .share_subject = "Tips: {title}",
    .share_text = "Text att dela",
    .about = "om {title}",
    .subscribers_answer = "Svar:",
    .answer_interested = {"1 intresserad", "{n} intresserade"},
    .answer_declined = {"1 tackar nej", "{n} tackar nej"},
    .answer_applied = {"1 har sökt", "{n} har sökt"},
    .answer_granted = {"1 har fått", "{n} har fått"},
    .answer_coming = {"1 kommer", "{n} kommer"},
    .kept_one = "Behållen: {title}",
    .dismissed_one = "Avfärdad: {title}",
    .waits_one = "Väntar igen: {title}",
    .kept_many = {"1 träff är behållen.", "{n} träffar är behållna."},
    .dismissed_many = {"1 träff är avfärdad.", "{n} träffar är avfärdade."},
    .waits_many = {"1 träff väntar igen.", "{n} träffar väntar igen."},
    .undo = "Ångra",
    .undone = "Ångrat. Allt är som det var.",
    .note_saved = "Anteckningen är sparad.",
};

}  // namespace

const CasePhrases& swedish_case_phrases() { return kPhrases; }

}  // namespace fundwatch::web
