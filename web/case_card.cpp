#include "web/case_card.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "digest/days.h"
#include "digest/digest.h"
#include "digest/notice_words.h"
#include "digest/words.h"
#include "web/quotation.h"

namespace fundwatch::web {
namespace {

using digest::capitalised;
using digest::fill;
using digest::Words;

constexpr std::size_t kSummaryCharactersMax = 240;

void put_time(Markup& html, const std::string& machine, const std::string& words) {
  html.tag("<time datetime=\"").text(machine).tag("\">").text(words).tag("</time>");
}

void put_due(Markup& html, const Desk& desk, const DueDate& due) {
  const std::string machine = due.at ? desk.site.calendar.iso8601(*due.at) : iso_day(due.day);
  put_time(html, machine, day_of(desk, due));
}

void open_slip(Markup& html, bool is_soon, const std::string& words) {
  html.tag(is_soon ? digest::Literal("<p class=\"slip soon\"><b>")
                   : digest::Literal("<p class=\"slip\"><b>"));
  html.text(capitalised(words)).tag("</b>");
}

void put_deadline_slip(Markup& html, const Cards& cards, const DueDate& due) {
  const Desk& desk = cards.desk;
  const auto left = digest::days_left(due, desk.site.calendar, desk.site.clock.now());
  if (left) {
    open_slip(html, *left <= digest::kClosingSoonDays, Words(desk.language()).days_left(*left));
  } else {
    open_slip(html, false, std::string(cards.words().closed));
  }
  put_due(html, desk, due);
}

void put_event_slip(Markup& html, const Cards& cards, Day day) {
  const Desk& desk = cards.desk;
  const int ahead = desk.site.calendar.days_until(day, desk.site.clock.now());
  open_slip(html, false,
            ahead < 0 ? std::string(cards.words().was) : Words(desk.language()).days_ahead(ahead));
  put_time(html, iso_day(day), Words(desk.language()).day(day));
}

void put_badge(Markup& html, digest::Literal classes, std::string_view words) {
  html.tag("<span class=\"badge ").tag(classes).tag("\">").text(words).tag("</span> ");
}

void put_state_badge(Markup& html, const Cards& cards, const CaseView& view) {
  const CasePhrases& words = cards.words();
  switch (view.state) {
    case Review::kept: put_badge(html, "ok", words.badge_kept); break;
    case Review::dismissed: put_badge(html, "off", words.badge_dismissed); break;
    case Review::none: put_badge(html, "new", words.badge_new); break;
  }
}

void put_status_badge(Markup& html, const Cards& cards, const Item& item) {
  const CasePhrases& words = cards.words();
  if (item.status == CallStatus::cancelled) put_badge(html, "bad", words.badge_cancelled);
  if (item.status == CallStatus::closed || item.status == CallStatus::results) {
    put_badge(html, "off", words.badge_over);
  }
}

// The heaviest first, each term once.
std::vector<Reason> terms_of(const Hit& hit) {
  std::vector<Reason> terms;
  for (const Reason& reason : hit.reasons) {
    if (std::ranges::find(terms, reason.term, &Reason::term) == terms.end()) {
      terms.push_back(reason);
    }
  }
  std::ranges::stable_sort(terms, std::ranges::greater{}, &Reason::weight);
  return terms;
}

std::string_view place_of(const CasePhrases& words, Field field) {
  switch (field) {
    case Field::title: return words.in_title;
    case Field::facts: return words.in_facts;
    case Field::summary:
    case Field::text: break;
  }
  return words.in_text;
}

// A short rule says itself what it is about; of a long one, what it found does.
std::string shown_term(const Item& item, const Reason& reason, const Words& words) {
  constexpr std::size_t kRuleCharactersMax = 32;
  if (utf8_length(reason.term) <= kRuleCharactersMax) return reason.term;
  const std::string& text = text_of(item, reason.field);
  const bool stands =
      reason.field != Field::facts && reason.begin < reason.end && reason.end <= text.size();
  if (!stands) return shortened(reason.term, kRuleCharactersMax);
  return words.quoted(
      collapsed(std::string_view(text).substr(reason.begin, reason.end - reason.begin)));
}

void put_profile(Markup& html, const Cards& cards, const Item& item, const Hit& hit) {
  const auto profile = cards.names.profiles.find(hit.profile);
  if (profile == cards.names.profiles.end()) return;
  constexpr std::size_t kTermsMax = 4;
  const Words says(cards.desk.language());
  const CasePhrases& words = cards.words();
  html.tag("<p class=\"small muted\">").text(words.because_profile).tag(" <a href=\"/profiler/");
  html.text(profile->second.name).tag("\">");
  html.text(title_of(profile->second, cards.desk.language())).tag("</a>: ");
  const std::vector<Reason> terms = terms_of(hit);
  for (std::size_t i = 0; i < std::min(terms.size(), kTermsMax); ++i) {
    if (i > 0) html.tag(", ");
    html.tag("<b>").text(shown_term(item, terms[i], says)).tag("</b> ");
    html.text(place_of(words, terms[i].field));
  }
  if (terms.size() > kTermsMax) {
    const auto more = static_cast<int>(terms.size() - kTermsMax);
    html.text(" ").text(says.count(words.and_more, more));
  }
  html.tag("</p>\n");
}

void put_hidden(Markup& html, const Cards& cards, CaseId next) {
  put_csrf(html, cards.desk);
  html.tag("<input type=\"hidden\" name=\"till\" value=\"").text(cards.back).tag("\">");
  if (next == CaseId{}) return;
  html.tag("<input type=\"hidden\" name=\"nasta\" value=\"");
  html.text(std::to_string(static_cast<std::int64_t>(next))).tag("\">");
}

void put_about(Markup& html, const Cards& cards, const CaseView& view) {
  html.tag("<span class=\"vh\"> ").text(fill(cards.words().about, {{"title", title_of(view)}}));
  html.tag("</span>");
}

}  // namespace

std::string title_of(const Profile& profile, Language language) {
  const Bilingual& title = profile.title;
  const bool wants_english = language == Language::english && !title.english.empty();
  const std::string& chosen =
      wants_english || title.swedish.empty() ? title.english : title.swedish;
  return chosen.empty() ? profile.name : chosen;
}

std::string title_of(const CaseView& view) {
  return shortened(view.item.title, kCardTitleCharactersMax);
}

std::string address_of(CaseId id) {
  return "/traffar/" + std::to_string(static_cast<std::int64_t>(id));
}

std::string day_of(const Desk& desk, const DueDate& due) {
  return due.at ? moment_of(desk, *due.at) : Words(desk.language()).day(due.day);
}

std::string moment_of(const Desk& desk, Instant instant) {
  return Words(desk.language()).day_with_time(desk.site.calendar.local(instant));
}

void put_slip(Markup& html, const Cards& cards, const CaseView& view) {
  const Item& item = view.item;
  const CasePhrases& words = cards.words();
  if (item.deadline && !item.deadline->is_doubtful) {
    put_deadline_slip(html, cards, *item.deadline);
  } else if (item.event_date) {
    put_event_slip(html, cards, *item.event_date);
  } else {
    open_slip(html, false, std::string(words.open));
    html.text(item.deadline ? fill(words.doubtful, {{"day", day_of(cards.desk, *item.deadline)}})
                            : std::string(words.no_last_day));
  }
  html.tag("</p>\n");
}

void put_by(Markup& html, const Cards& cards, const CaseView& view) {
  const CasePhrases& words = cards.words();
  html.tag("<p class=\"by\">");
  if (view.item.notice && view.item.notice->reserved != Reserved::none) {
    put_badge(html, "res", digest::reserved_words(*view.item.notice, cards.desk.language()));
  }
  put_state_badge(html, cards, view);
  if (view.version > 1) put_badge(html, "chg", words.badge_changed);
  put_status_badge(html, cards, view.item);
  html.tag("<span>").text(cards.names.source(view.item.source));
  const std::vector<std::string> others = other_sources(view, cards.names);
  if (!others.empty()) {
    const std::string list = Words(cards.desk.language()).list(others, 3);
    html.text(" · ").text(fill(words.also_at, {{"sources", list}}));
  }
  html.tag("</span></p>\n");
}

void put_facts(Markup& html, const Cards& cards, const CaseView& view) {
  const Item& item = view.item;
  html.tag("<p class=\"small\">");
  if (!item.place.municipality.empty()) html.text(item.place.municipality).text(" · ");
  html.text(item.amount ? Words(cards.desk.language()).amount(*item.amount)
                        : std::string(cards.words().no_amount));
  html.tag("</p>\n");
}

void put_why(Markup& html, const Cards& cards, const CaseView& view) {
  std::vector<Reason> reasons;  // of the item that speaks
  for (const Hit& hit : view.hits) {
    if (hit.item != view.item.id) continue;
    reasons.insert(reasons.end(), hit.reasons.begin(), hit.reasons.end());
  }
  html.tag("<div class=\"why\">");
  bool is_quoted = put_quotation(html, view.item, reasons);
  for (const Hit& hit : view.hits) {
    if (!is_quoted) is_quoted = put_quotation(html, item_of(view, hit), hit.reasons);
  }
  if (!is_quoted && !view.item.summary.empty()) {
    html.tag("<p>").text(shortened(view.item.summary, kSummaryCharactersMax)).tag("</p>\n");
  }
  std::vector<ProfileId> told;
  for (const Hit& hit : view.hits) {
    if (std::ranges::find(told, hit.profile) != told.end()) continue;
    told.push_back(hit.profile);
    put_profile(html, cards, item_of(view, hit), hit);
  }
  html.tag("</div>\n");
}

void put_answer_counts(Markup& html, const Cards& cards, const CaseView& view) {
  if (view.answers.empty()) return;
  const CasePhrases& words = cards.words();
  const std::array<std::pair<AnswerKind, const digest::Counted*>, 5> kinds{
      {{AnswerKind::granted, &words.answer_granted},
       {AnswerKind::applied, &words.answer_applied},
       {AnswerKind::interested, &words.answer_interested},
       {AnswerKind::coming, &words.answer_coming},
       {AnswerKind::declined, &words.answer_declined}}};
  std::vector<std::string> counts;
  for (const auto& [kind, phrase] : kinds) {
    const auto count = std::ranges::count(view.answers, kind, &Answer::kind);
    if (count == 0) continue;
    counts.push_back(Words(cards.desk.language()).count(*phrase, static_cast<int>(count)));
  }
  html.tag("<p class=\"small\"><b>").text(words.subscribers_answer).tag("</b> ");
  html.text(Words(cards.desk.language()).list(counts)).tag("</p>\n");
}

void put_mark_form(Markup& html, const Cards& cards, const CaseView& view,
                   const MarkButton& button) {
  html.tag("<form method=\"post\" action=\"").text(address_of(view.id)).tag("\">");
  put_hidden(html, cards, button.next);
  const bool is_keep = button.review == Review::kept;
  html.tag(is_keep ? digest::Literal("<button class=\"go\" name=\"svar\" value=\"")
                   : digest::Literal("<button name=\"svar\" value=\""));
  html.text(word_of(button.review)).tag("\">");
  html.text(is_keep ? cards.words().keep : cards.words().dismiss);
  html.tag("<span class=\"vh\"> ").text(title_of(view)).tag("</span></button></form>\n");
}

void put_note_form(Markup& html, const Cards& cards, const CaseView& view) {
  const CasePhrases& words = cards.words();
  const std::string id = "a-" + std::to_string(static_cast<std::int64_t>(view.id));
  html.tag("<form method=\"post\" action=\"").text(address_of(view.id)).tag("\">");
  put_hidden(html, cards, {});
  html.tag("<div class=\"field\"><label for=\"").text(id).tag("\">").text(words.note_label);
  html.tag("</label><span class=\"hint\" id=\"").text(id).tag("h\">").text(words.note_hint);
  html.tag("</span><textarea id=\"").text(id).tag("\" name=\"anteckning\" required maxlength=\"");
  html.text(std::to_string(kNoteCharactersMax)).tag("\" aria-describedby=\"").text(id);
  html.tag("h\"></textarea></div><button name=\"gor\" value=\"anteckna\">");
  html.text(words.save_note).tag("</button></form>");
}

void put_share(Markup& html, const Cards& cards, const CaseView& view) {
  const CasePhrases& words = cards.words();
  const std::string id = "d-" + std::to_string(static_cast<std::int64_t>(view.id));
  const std::string text = share_text(cards, view);
  html.tag("<details><summary>").text(words.share);
  put_about(html, cards, view);
  html.tag("</summary><div class=\"field\"><label for=\"").text(id).tag("\">");
  html.text(words.share_text).tag("</label><span class=\"hint\" id=\"").text(id).tag("h\">");
  html.text(words.share_hint).tag("</span><textarea readonly rows=\"6\" id=\"").text(id);
  html.tag("\" aria-describedby=\"").text(id).tag("h\">");
  for (const std::string_view line : split(text, '\n')) html.text(line).tag("\n");
  html.tag("</textarea></div><p><a class=\"btn\" href=\"mailto:?subject=");
  html.text(percent_encoded(fill(words.share_subject, {{"title", title_of(view)}})));
  html.tag("&amp;body=").text(percent_encoded(text)).tag("\">").text(words.share_mail);
  html.tag("</a></p></details>\n");
}

std::string share_text(const Cards& cards, const CaseView& view) {
  const Item& item = view.item;
  std::string text = title_of(view);
  if (item.deadline) text += "\n" + day_of(cards.desk, *item.deadline);
  if (item.event_date) text += "\n" + Words(cards.desk.language()).day(*item.event_date);
  if (!item.place.municipality.empty()) text += "\n" + item.place.municipality;
  if (item.amount) text += "\n" + Words(cards.desk.language()).amount(*item.amount);
  text += "\n" + cards.names.source(item.source);
  if (!item.url.empty()) text += "\n" + item.url;
  return text;
}

std::string_view word_of(Review review) {
  switch (review) {
    case Review::kept: return "behall";
    case Review::dismissed: return "avfarda";
    case Review::none: break;
  }
  return "vantar";
}

std::optional<Review> parse_review(std::string_view word) {
  for (const Review review : {Review::kept, Review::dismissed, Review::none}) {
    if (word == word_of(review)) return review;
  }
  return std::nullopt;
}

}  // namespace fundwatch::web
