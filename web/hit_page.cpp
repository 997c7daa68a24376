#include "web/hit_page.h"

#include <algorithm>

#include "base/text.h"
#include "digest/words.h"
#include "web/correction_form.h"
#include "web/hit_facts.h"
#include "web/hit_phrases.h"
#include "web/inbox_deeds.h"
#include "web/inbox_phrases.h"
#include "web/item_correction.h"
#include "web/numbers.h"
#include "web/quotation.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::size_t kTextShownBytes = 1200;  // before one asks for the whole
constexpr std::size_t kTextBytesMax = std::size_t{200} * 1024;

// What the page shows.
struct HitView {
  CaseView view;
  CorrectionForm correction;
  std::string note;        // typed, and not saved
  std::string note_fault;  // in words
};

std::vector<Reason> reasons_in(const CaseView& view, ItemId item) {
  std::vector<Reason> reasons;
  for (const Hit& hit : view.hits) {
    if (hit.item != item) continue;
    reasons.insert(reasons.end(), hit.reasons.begin(), hit.reasons.end());
  }
  return reasons;
}

void put_lead(Markup& html, const Cards& cards, const CaseView& view) {
  html.tag("<div class=\"lead\">");
  put_slip(html, cards, view);
  html.tag("</div>\n");
}

void put_deeds(Markup& html, const Cards& cards, const CaseView& view) {
  html.tag("<div class=\"row\">\n");
  if (cards.desk.may_change()) {
    if (view.state != Review::kept) put_mark_form(html, cards, view, {Review::kept, {}});
    if (view.state != Review::dismissed) put_mark_form(html, cards, view, {Review::dismissed, {}});
  }
  put_share(html, cards, view);
  html.tag("</div>\n");
}

// A paragraph for each line of the range, with what made it a hit marked.
void put_paragraphs(Markup& html, const std::string& text, const Range& range, Field field,
                    const std::vector<Reason>& reasons) {
  std::size_t begin = range.begin;
  while (begin < range.end) {
    const std::size_t line = std::min(text.find('\n', begin), range.end);
    if (line > begin) {
      html.tag("<p>");
      put_marked(html, text, {begin, line}, field, reasons);
      html.tag("</p>\n");
    }
    begin = line + 1;
  }
}

std::size_t first_part(const std::string& text) {
  if (text.size() <= kTextShownBytes) return text.size();
  const std::size_t end = text.find_last_of(" \n", kTextShownBytes);
  return end == std::string::npos || end == 0 ? utf8_prefix(text, kTextShownBytes).size() : end;
}

void put_text(Markup& html, const Cards& cards, const CaseView& view) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  const Item& item = view.item;
  const std::vector<Reason> reasons = reasons_in(view, item.id);
  html.tag("<h2>").text(words.text).tag("</h2>\n");
  if (item.summary.empty() && item.text.empty()) {
    html.tag("<p>").text(words.no_text).tag("</p>\n");
    return;
  }
  if (item.text.find(item.summary) == std::string::npos || item.text.empty()) {
    put_paragraphs(html, item.summary, {0, item.summary.size()}, Field::summary, reasons);
  }
  const std::size_t end = utf8_prefix(item.text, kTextBytesMax).size();
  const std::size_t first = std::min(first_part(item.text), end);
  put_paragraphs(html, item.text, {0, first}, Field::text, reasons);
  if (first == end) return;
  const auto count = std::ranges::count(item.text, ' ') + 1;
  html.tag("<details><summary>");
  html.text(Words(cards.desk.language()).count(words.whole_text, static_cast<int>(count)));
  html.tag("</summary>\n");
  put_paragraphs(html, item.text, {first, end}, Field::text, reasons);
  html.tag("</details>\n");
}

std::string words_of(const HitPhrases& words, const store::ReviewAct& act) {
  std::string_view phrase = words.act_waits;
  if (act.review == Review::kept) phrase = words.act_kept;
  if (act.review == Review::dismissed) phrase = words.act_dismissed;
  std::string said = fill(phrase, {{"author", act.author}});
  return act.is_undone ? fill(words.act_undone, {{"act", said}}) : said;
}

void put_event(Markup& html, const Desk& desk, Instant at, const std::string& words) {
  html.tag("<li><b>").text(digest::capitalised(moment_of(desk, at))).tag("</b> · ").text(words);
  html.tag("</li>\n");
}

void put_history(Markup& html, const Cards& cards, const CaseView& view) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<h2>").text(words.history).tag("</h2>\n<ol class=\"plain stack\">\n");
  for (const store::ReviewAct& act : cards.desk.site.store.reviews.of(view.id)) {
    put_event(html, cards.desk, act.at, words_of(words, act));
  }
  for (const Item& item : view.items) {
    put_event(html, cards.desk, item.first_seen,
              fill(words.seen_at, {{"source", cards.names.source(item.source)}}));
  }
  html.tag("</ol>\n");
}

std::string_view words_of(const HitPhrases& words, AnswerKind kind) {
  switch (kind) {
    case AnswerKind::interested: return words.interested;
    case AnswerKind::declined: return words.declined;
    case AnswerKind::applied: return words.applied;
    case AnswerKind::granted: return words.granted;
    case AnswerKind::coming: break;
  }
  return words.coming;
}

void put_answer(Markup& html, const Desk& desk, const Answer& answer) {
  const HitPhrases& words = hit_phrases(desk.language());
  const auto subscriber = desk.site.store.subscribers.find(answer.subscriber);
  if (!subscriber) return;
  const Words says(desk.language());
  html.tag("<li><b>");
  html.text(subscriber->organisation.empty() ? subscriber->email : subscriber->organisation);
  html.tag("</b><br>");
  const bool is_no = answer.kind == AnswerKind::declined;
  html.tag(is_no ? digest::Literal("<span class=\"state off\">")
                 : digest::Literal("<span class=\"state ok\">"));
  html.text(words_of(words, answer.kind)).tag("</span>");
  if (answer.amount) html.text(", ").text(says.amount({*answer.amount, "SEK"}));
  html.tag("<br><span class=\"small muted\">");
  html.text(fill(words.answered, {{"day", says.day(desk.site.calendar.day(answer.at))}}));
  html.tag("</span></li>\n");
}

void put_answers(Markup& html, const Cards& cards, const CaseView& view) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<div class=\"card\">\n<h2>").text(words.answers).tag("</h2>\n");
  if (view.answers.empty()) {
    html.tag("<p>").text(words.no_answers).tag("</p>\n");
  } else {
    html.tag("<ul class=\"plain stack\">\n");
    for (const Answer& answer : view.answers) put_answer(html, cards.desk, answer);
    html.tag("</ul>\n");
  }
  html.tag("</div>\n");
}

void put_note_fault(Markup& html, const HitView& hit) {
  if (hit.note_fault.empty()) return;
  html.tag("<p class=\"err\">").text(hit.note_fault).tag("</p>\n");
}

void put_notes(Markup& html, const Cards& cards, const HitView& hit) {
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<div class=\"card\" id=\"anteckningar\">\n<h2>").text(words.notes).tag("</h2>\n");
  for (const store::CaseNote& note : cards.desk.site.store.case_notes.of(hit.view.id)) {
    html.tag("<p class=\"small\"><b>").text(note.author).tag("</b>, ");
    html.text(moment_of(cards.desk, note.at)).tag("<br>").text(note.text).tag("</p>\n");
  }
  put_note_fault(html, hit);
  if (cards.desk.may_change()) put_note_form(html, cards, hit.view);
  html.tag("</div>\n");
}

void put_faults(Markup& html, const Desk& desk, const CorrectionForm& form) {
  if (form.faults.empty()) return;
  const HitPhrases& words = hit_phrases(desk.language());
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(words.not_corrected).tag("</h2><ul>");
  for (const auto& [field, fault] : form.faults) {
    html.tag("<li><a href=\"#r-").text(field).tag("\">").text(fault).tag("</a></li>");
  }
  html.tag("</ul></div>\n");
}

void put_page(Markup& html, const Cards& cards, const HitView& hit) {
  const CaseView& view = hit.view;
  const HitPhrases& words = hit_phrases(cards.desk.language());
  html.tag("<p><a href=\"/\">").text(words.to_inbox).tag("</a></p>\n");
  put_by(html, cards, view);
  html.tag("<h1>").text(title_of(view)).tag("</h1>\n");
  put_lead(html, cards, view);
  put_deeds(html, cards, view);
  html.tag("<div class=\"two\">\n<div>\n");
  put_essentials(html, cards, view);
  if (cards.desk.may_change()) put_correction_form(html, cards, view, hit.correction);
  put_points(html, cards, view);
  put_text(html, cards, view);
  put_announcements(html, cards, view);
  put_history(html, cards, view);
  html.tag("</div>\n<aside aria-label=\"").text(words.sidebar).tag("\">\n");
  put_answers(html, cards, view);
  put_notes(html, cards, hit);
  html.tag("</aside>\n</div>\n");
}

void put_added(Markup& html, const Desk& desk, const Request& request, const CaseView& view) {
  const InboxPhrases& words = inbox_phrases(desk.language());
  if (request.query.has("tillagd")) put_done(html, fill(words.added, {{"title", title_of(view)}}));
  if (request.query.has("utan-traff")) {
    html.tag("<div class=\"note warn\" role=\"status\"><p>");
    html.text(fill(words.added_no_hit, {{"title", title_of(view)}})).tag("</p></div>\n");
  }
}

Reply page_of(const Desk& desk, const Request& request, const HitView& hit) {
  const Names names = names_in(desk.site.store);
  const Cards cards{desk, names, "traff"};
  Markup html;
  put_faults(html, desk, hit.correction);
  if (request.query.has("rattat")) put_done(html, hit_phrases(desk.language()).correction_saved);
  if (request.query.has("tillbaka")) put_done(html, hit_phrases(desk.language()).taken_back);
  put_added(html, desk, request, hit.view);
  put_deed_note(html, desk, request.query, "traff");
  put_page(html, cards, hit);
  const bool is_faulty = !hit.correction.faults.empty() || !hit.note_fault.empty();
  return desk_page(desk, {title_of(hit.view), Section::inbox, is_faulty ? 422 : 200}, html);
}

// Back to this page, or to the inbox that the form came from.
Reply back(const Request& request, CaseId id, const std::string& done) {
  if (request.form.text("till") != "traff") return to_inbox(request, done);
  return redirect(address_of(id) + "?" + done);
}

Reply noted(const Desk& desk, const Request& request, HitView hit) {
  const std::string text(trimmed(request.form.text("anteckning")));
  if (text.empty() || utf8_length(text) > kNoteCharactersMax) {
    hit.note_fault =
        fill(hit_phrases(desk.language()).bad_note, {{"max", std::to_string(kNoteCharactersMax)}});
    return page_of(desk, request, hit);
  }
  add_note(desk, hit.view.id, hit.view.item.title, text);
  return back(request, hit.view.id, "antecknat=1");
}

Reply put_right(const Desk& desk, const Request& request, HitView hit) {
  auto read = corrected(desk, hit.view.item, request.form);
  if (auto* form = std::get_if<CorrectionForm>(&read)) {
    hit.correction = std::move(*form);
    return page_of(desk, request, hit);
  }
  correct(desk, std::get<Item>(read));
  return redirect(address_of(hit.view.id) + "?rattat=1");
}

Reply take_back(const Desk& desk, const HitView& hit) {
  const bool is_done = take_back_correction(desk, hit.view.item);
  return redirect(address_of(hit.view.id) + (is_done ? "?tillbaka=1" : ""));
}

Reply deed(const Desk& desk, const Request& request, const HitView& hit) {
  if (const auto review = parse_review(request.form.text("svar"))) {
    const auto act = mark(desk, {hit.view.id}, *review);
    return back(request, hit.view.id, act ? done_by(*act) : std::string());
  }
  if (request.form.text("gor") == "anteckna") return noted(desk, request, hit);
  if (request.form.text("gor") == "ratta") return put_right(desk, request, hit);
  if (request.form.text("gor") == "ta-tillbaka") return take_back(desk, hit);
  return redirect(address_of(hit.view.id));
}

}  // namespace

Reply hit_page(const Desk& desk, const Request& request) {
  constexpr std::string_view kPath = "/traffar/";
  const auto number = whole_number(std::string_view(request.path).substr(kPath.size()));
  auto view = number ? case_view(desk.site.store, CaseId{*number}) : std::nullopt;
  if (!view) return desk_missing_page(desk);
  HitView hit{std::move(*view), {}, {}, {}};
  hit.correction = correction_form_of(desk, hit.view.item);
  if (request.method == Method::post) return deed(desk, request, hit);
  return page_of(desk, request, hit);
}

}  // namespace fundwatch::web
