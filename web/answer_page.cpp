#include "web/answer_page.h"

#include <algorithm>
#include <array>

#include "base/names.h"
#include "base/text.h"
#include "digest/signed_link.h"
#include "digest/words.h"

namespace fundwatch::web {
namespace {

using digest::fill;

constexpr std::size_t kTitleCharactersMax = 200;
constexpr std::size_t kSummaryCharactersMax = 300;

// Who answers, and what to.
struct Question {
  Subscriber subscriber;
  Item item;
  CaseId case_id{};
  std::string token;
};

std::optional<Question> question_of(const Site& site, std::string_view token) {
  const auto link = digest::read_token(token, site.store.signing_keys.all(), site.clock.now());
  if (!link || link->purpose != digest::LinkPurpose::answer) return std::nullopt;
  const auto subscriber = site.store.subscribers.find(link->subscriber);
  const auto item = site.store.cases.find_speaker(link->case_id);
  if (!subscriber || !item) return std::nullopt;
  return Question{*subscriber, *item, link->case_id, std::string(token)};
}

const std::string& who(const Subscriber& subscriber) {
  return subscriber.organisation.empty() ? subscriber.email : subscriber.organisation;
}

// One comes to meetings, and applies for the rest.
std::vector<AnswerKind> kinds_for(const Item& item) {
  if (item.event_date) return {AnswerKind::coming, AnswerKind::declined};
  return {AnswerKind::interested, AnswerKind::declined, AnswerKind::applied, AnswerKind::granted};
}

// Digits with or without spaces; nothing for what is no amount.
std::optional<std::int64_t> amount_of(const std::string& text) {
  std::int64_t amount = 0;
  bool has_digit = false;
  for (const char c : text) {
    if (c == ' ') continue;
    if (c < '0' || c > '9') return std::nullopt;
    amount = amount * 10 + (c - '0');
    has_digit = true;
    if (amount > kAmountMax) return std::nullopt;
  }
  return has_digit ? std::optional(amount) : std::nullopt;
}

void put_last_day(Markup& html, const Site& site, const Question& question) {
  const Item& item = question.item;
  if (!item.deadline || item.deadline->is_doubtful) return;
  const digest::Words words(question.subscriber.language);
  const int days = site.calendar.days_until(item.deadline->day, site.clock.now());
  if (days < 0) return;
  const std::string day = item.deadline->at
                              ? words.day_with_time(site.calendar.local(*item.deadline->at))
                              : words.day(item.deadline->day);
  html.tag("<p class=\"lead\">");
  html.text(fill(phrases(question.subscriber.language).last_day,
                 {{"day", day}, {"left", words.days_left(days)}}));
  html.tag("</p>\n");
}

void put_button(Markup& html, const Question& question, AnswerKind kind, bool is_first) {
  const Phrases& words = phrases(question.subscriber.language);
  html.tag("<form method=\"post\" action=\"/s/").text(question.token).tag("\">");
  const bool has_amount = kind == AnswerKind::applied || kind == AnswerKind::granted;
  if (has_amount) {
    html.tag("<label>")
        .text(words.amount_label)
        .tag(" <input name=\"belopp\" inputmode=\"numeric\" ");
    html.tag("size=\"10\" title=\"").text(words.amount_hint).tag("\"></label> ");
  }
  if (is_first) {
    html.tag("<button class=\"go big\" name=\"svar\" value=\"");
  } else {
    html.tag("<button class=\"big\" name=\"svar\" value=\"");
  }
  html.text(name_of(kind)).tag("\">").text(answer_phrases(words, kind).button);
  html.tag("</button></form>\n");
}

// The answer that the link of the mail stood for comes first.
std::vector<AnswerKind> in_order(const Item& item, const std::string& chosen) {
  std::vector<AnswerKind> kinds = kinds_for(item);
  const auto first = std::find_if(kinds.begin(), kinds.end(),
                                  [&chosen](AnswerKind kind) { return name_of(kind) == chosen; });
  if (first != kinds.end()) std::rotate(kinds.begin(), first, first + 1);
  return kinds;
}

void put_more(Markup& html, const Question& question) {
  const Phrases& words = phrases(question.subscriber.language);
  const auto link = Link::web(question.item.url);
  if (!link) return;
  html.tag("<h2>").text(words.read_more).tag("</h2>\n<p>");
  html.text(shortened(question.item.summary, kSummaryCharactersMax));
  html.tag("</p>\n<p><a href=\"").link(*link);
  html.tag("\" rel=\"noreferrer\">").text(question.item.url).tag("</a></p>\n");
}

Reply question_page(const Site& site, const Question& question, const std::string& chosen) {
  const Phrases& words = phrases(question.subscriber.language);
  const std::string title = shortened(question.item.title, kTitleCharactersMax);
  Markup html;
  html.tag("<h1>").text(title).tag("</h1>\n");
  put_last_day(html, site, question);
  html.tag("<p>").text(fill(words.answers, {{"who", who(question.subscriber)}}));
  html.tag("</p>\n<div class=\"row\">\n");
  bool is_first = true;
  for (const AnswerKind kind : in_order(question.item, chosen)) {
    put_button(html, question, kind, std::exchange(is_first, false));
  }
  html.tag("</div>\n<p class=\"row small muted\">").text(words.answer_note).tag("</p>\n");
  put_more(html, question);
  return framed({fill(words.answer_title, {{"title", title}}), question.subscriber.language}, html,
                site.config);
}

Reply thanks_page(const Site& site, const Question& question, AnswerKind kind) {
  const Phrases& words = phrases(question.subscriber.language);
  Markup html;
  html.tag("<div class=\"note ok\" role=\"status\"><p>");
  html.text(digest::capitalised(
      fill(answer_phrases(words, kind).saved, {{"who", who(question.subscriber)}})));
  html.tag("</p></div>\n<h1>").text(words.thanks).tag("</h1>\n<p class=\"lead\">");
  html.text(question.item.title).tag("</p>\n<p class=\"row\"><a href=\"/s/").text(question.token);
  html.tag("\">").text(words.change_answer).tag("</a></p>\n");
  return framed({std::string(words.thanks), question.subscriber.language}, html, site.config);
}

Reply answered(const Site& site, const Question& question, const Request& request) {
  const auto kind = parse_answer_kind(request.form.text("svar"));
  if (!kind) return question_page(site, question, "");
  site.store.answers.save({question.subscriber.id, question.case_id, *kind,
                           amount_of(request.form.text("belopp")), site.clock.now()});
  return redirect("/s/" + question.token + "?tack=" + std::string(name_of(*kind)));
}

}  // namespace

Reply answer_page(const Site& site, const Request& request, std::string_view token) {
  const auto question = question_of(site, token);
  if (!question) return missing_page(site.config.coordinator.language, site.config);
  if (request.method == Method::post) {
    if (!request.is_ours) return theirs_page(question->subscriber.language, site.config);
    return answered(site, *question, request);
  }
  // Only what was saved is thanked for, whatever the address says.
  const auto saved = site.store.answers.find(question->subscriber.id, question->case_id);
  if (saved && request.query.text("tack") == name_of(saved->kind)) {
    return thanks_page(site, *question, saved->kind);
  }
  return question_page(site, *question, request.query.text("svar"));
}

}  // namespace fundwatch::web
