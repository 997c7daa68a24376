// web/case_card.h — the parts of a case's card, which the inbox, the hit's page and the calendar
// share: days left, where it comes from, why it is here, and the buttons.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/case_phrases.h"
#include "web/case_view.h"
#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kCardTitleCharactersMax = 200;
inline constexpr std::size_t kNoteCharactersMax = 2000;

// What cards on one page share.
struct Cards {
  const Desk& desk;
  const Names& names;
  std::string back;  // the query of the inbox to come back to, without "?"

  const CasePhrases& words() const { return case_phrases(desk.language()); }
};

std::string title_of(const CaseView& view);
std::string title_of(const Profile& profile, Language language);

// "/traffar/7"
std::string address_of(CaseId id);

// "fredag 26 februari 2027 kl. 16.00"
std::string day_of(const Desk& desk, const DueDate& due);
std::string moment_of(const Desk& desk, Instant instant);

// Days left and the day, in a <p class="slip">.
void put_slip(Markup& html, const Cards& cards, const CaseView& view);

// Badges and sources, in a <p class="by">.
void put_by(Markup& html, const Cards& cards, const CaseView& view);

// Place and amount, in a <p>.
void put_facts(Markup& html, const Cards& cards, const CaseView& view);

// The quotation, then each profile with its terms, in a <div class="why">.
void put_why(Markup& html, const Cards& cards, const CaseView& view);

// How many subscribers answered what, in a <p>; nothing without answers.
void put_answer_counts(Markup& html, const Cards& cards, const CaseView& view);

// A form with one button that marks the case. `next` is whose card gets the focus then.
struct MarkButton {
  Review review = Review::kept;
  CaseId next{};
};
void put_mark_form(Markup& html, const Cards& cards, const CaseView& view,
                   const MarkButton& button);
void put_note_form(Markup& html, const Cards& cards, const CaseView& view);
void put_share(Markup& html, const Cards& cards, const CaseView& view);

// "behall", "avfarda", "vantar": in forms.
std::string_view word_of(Review review);
std::optional<Review> parse_review(std::string_view word);

// All that a <textarea> for sharing holds: title, day, amount, place, source and link.
std::string share_text(const Cards& cards, const CaseView& view);

}  // namespace fundwatch::web
