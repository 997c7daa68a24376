#include "web/edition_section.h"

#include <vector>

#include "base/text.h"
#include "digest/words.h"
#include "store/weekly_rounds.h"
#include "web/desk_words.h"
#include "web/edition_change.h"
#include "web/mailing_phrases.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using store::Edition;

constexpr std::string_view kUsual = "vanligt";
constexpr std::string_view kEarlier = "tidigare";
constexpr std::string_view kHeld = "hoppa";

const OfferedWeek& week_or_next(const std::vector<OfferedWeek>& weeks, const std::string& name) {
  const OfferedWeek* week = week_called(weeks, name);
  return week == nullptr ? weeks.front() : *week;
}

std::string number_of(const OfferedWeek& week) { return std::to_string(week.edition.week.week); }

std::string day_words(const Desk& desk, const OfferedWeek& week, int days_earlier) {
  const Day day = std::chrono::sys_days(week.day) - std::chrono::days(days_earlier);
  return digest::Words(desk.language()).day_of_year(day);
}

std::string state_words(const Desk& desk, const OfferedWeek& week) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  if (week.edition.is_held) return std::string(words.week_held);
  return day_words(desk, week, week.edition.days_earlier);
}

void put_week(Markup& html, const Desk& desk, const OfferedWeek& week) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
  html.text(fill(words.week, {{"week", number_of(week)}}));
  html.tag("</th><td role=\"cell\" data-l=\"").text(words.mail_goes).tag("\">");
  if (week.edition.is_held || week.edition.days_earlier > 0) html.tag("<b>");
  html.text(state_words(desk, week));
  if (week.edition.is_held || week.edition.days_earlier > 0) html.tag("</b>");
  html.tag("</td><td role=\"cell\" data-l=\"").text(words.own_lines).tag("\">");
  html.text(week.edition.note.empty() ? std::string_view("–") : words.has_lines).tag("</td>");
  if (desk.may_change()) {
    html.tag("<td role=\"cell\"><a href=\"/utskick?vecka=").text(text_of(week.edition.week));
    html.tag("#vecka\">").text(words.change_week).tag("<span class=\"vh\"> ");
    html.text(fill(words.week, {{"week", number_of(week)}})).tag("</span></a></td>");
  }
  html.tag("</tr>\n");
}

void put_weeks(Markup& html, const Desk& desk, const std::vector<OfferedWeek>& weeks) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">").text(words.weeks);
  html.tag("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.week_head, words.mail_goes, words.own_lines}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  if (desk.may_change()) {
    html.tag("<th scope=\"col\" role=\"columnheader\"><span class=\"vh\">");
    html.text(words.change_week).tag("</span></th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const OfferedWeek& week : weeks) put_week(html, desk, week);
  html.tag("</tbody></table>\n");
}

void put_choice(Markup& html, std::string_view value, std::string_view words, bool is_chosen) {
  html.tag("<label class=\"tick\"><input type=\"radio\" name=\"nar\" value=\"").text(value);
  html.tag(is_chosen ? digest::Literal("\" checked><span>") : digest::Literal("\"><span>"));
  html.text(words).tag("</span></label>\n");
}

// From today on.
void put_earlier_days(Markup& html, const Desk& desk, const OfferedWeek& week) {
  html.tag("<div class=\"field\"><label for=\"v-d\">");
  html.text(mailing_phrases(desk.language()).earlier_day);
  html.tag("</label><select id=\"v-d\" name=\"dagar\">");
  for (int days = 1; days <= days_earlier_max(desk, week); ++days) {
    html.tag("<option value=\"").text(std::to_string(days));
    html.tag(days == week.edition.days_earlier ? digest::Literal("\" selected>")
                                               : digest::Literal("\">"));
    html.text(day_words(desk, week, days)).tag("</option>");
  }
  html.tag("</select></div>\n");
}

void put_note(Markup& html, const MailingPhrases& words, const EditionForm& form) {
  html.tag("<div class=\"field\"><label for=\"v-rader\">").text(words.own_lines);
  html.tag("</label><span class=\"hint\" id=\"v-rader-h\">").text(words.own_lines_hint);
  html.tag("</span>");
  const bool is_faulty = !form.note_fault.empty();
  if (is_faulty) {
    html.tag("<p class=\"err\" id=\"v-rader-e\">").text(form.note_fault).tag("</p>");
  }
  html.tag("<textarea rows=\"5\" id=\"v-rader\" name=\"rader\" aria-describedby=\"v-rader-h");
  html.tag(is_faulty ? digest::Literal(" v-rader-e\" aria-invalid=\"true\">\n")
                     : digest::Literal("\">\n"));
  html.text(form.note).tag("</textarea></div>\n");
}

void put_form(Markup& html, const Desk& desk, const OfferedWeek& week, const EditionForm& form) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const Edition& edition = week.edition;
  html.tag("<form class=\"card\" id=\"vecka\" method=\"post\" action=\"/utskick\"><h3>");
  html.text(fill(words.mail_of_week, {{"week", number_of(week)}})).tag("</h3>\n");
  put_csrf(html, desk);
  html.tag("<input type=\"hidden\" name=\"vecka\" value=\"").text(text_of(edition.week));
  html.tag("\">\n");
  if (!form.week_fault.empty()) html.tag("<p class=\"err\">").text(form.week_fault).tag("</p>\n");
  put_note(html, words, form.is_faulty() ? form : EditionForm{"", edition.note});
  html.tag("<fieldset class=\"field\" id=\"v-nar\"><legend>").text(words.mail_goes);
  html.tag("</legend>\n");
  if (!form.day_fault.empty()) html.tag("<p class=\"err\">").text(form.day_fault).tag("</p>\n");
  const bool is_earlier = edition.days_earlier > 0;
  put_choice(html, kUsual, fill(words.goes_as_usual, {{"day", day_words(desk, week, 0)}}),
             !edition.is_held && !is_earlier);
  if (days_earlier_max(desk, week) > 0) {
    put_choice(html, kEarlier, words.goes_earlier, is_earlier);
    put_earlier_days(html, desk, week);
  }
  put_choice(html, kHeld, words.goes_not, edition.is_held);
  html.tag("</fieldset>\n<p class=\"small muted\">").text(words.own_days_note);
  html.tag("</p>\n<button class=\"go\">").text(words.save_week).tag("</button></form>\n");
}

// What the form asks for; it stays as it is where the form says nothing. With the faults.
Edition asked_in(const Desk& desk, const OfferedWeek& week, const Fields& fields,
                 EditionForm& form) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  Edition asked = week.edition;
  asked.note = form.note;
  if (utf8_length(form.note) > store::kNoteCharactersMax) {
    form.note_fault = fill(words.bad_lines, {{"max", std::to_string(store::kNoteCharactersMax)}});
  }
  const std::string& when = fields.text("nar");
  if (when != kUsual && when != kEarlier && when != kHeld) return asked;
  const std::int64_t days = when == kEarlier ? number_in(fields.text("dagar")) : 0;
  if (when == kEarlier && !may_go_earlier(desk, week, days)) {
    form.day_fault = words.bad_earlier_day;
    return asked;
  }
  asked.is_held = when == kHeld;
  asked.days_earlier = static_cast<int>(days);
  return asked;
}

// Of lines for a mail that has gone, which come back in the next one's form.
std::string over_words(const Desk& desk, const OfferedWeek& next) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  return fill(next.edition.note.empty() ? words.week_over : words.week_over_replaces,
              {{"week", number_of(next)}});
}

}  // namespace

void put_editions(Markup& html, const Desk& desk, const EditionForm& form) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const std::vector<OfferedWeek> weeks = weeks_offered(desk);
  html.tag("<h2>").text(words.weeks).tag("</h2>\n");
  if (desk.may_change()) put_form(html, desk, week_or_next(weeks, form.week), form);
  put_weeks(html, desk, weeks);
}

void put_edition_faults(Markup& html, const Desk& desk, const EditionForm& form) {
  if (!form.is_faulty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(mailing_phrases(desk.language()).week_not_saved).tag("</h2><ul>");
  if (!form.week_fault.empty()) {
    html.tag("<li><a href=\"#vecka\">").text(form.week_fault).tag("</a></li>");
  }
  if (!form.note_fault.empty()) {
    html.tag("<li><a href=\"#v-rader\">").text(form.note_fault).tag("</a></li>");
  }
  if (!form.day_fault.empty()) {
    html.tag("<li><a href=\"#v-nar\">").text(form.day_fault).tag("</a></li>");
  }
  html.tag("</ul></div>\n");
}

std::optional<Instant> next_mail(const Desk& desk) {
  const Site& site = desk.site;
  return store::WeeklyRounds::of(site.store.editions, site.calendar, site.clock.now())
      .first_due(site.store.subscribers.moments());
}

EditionForm save_edition(const Desk& desk, const Fields& fields) {
  const std::vector<OfferedWeek> weeks = weeks_offered(desk);
  EditionForm form{fields.text("vecka"), std::string(trimmed(fields.text("rader")))};
  const OfferedWeek* week = week_called(weeks, form.week);
  if (week == nullptr) {
    form.week_fault = over_words(desk, weeks.front());
    return form;
  }
  const Edition asked = asked_in(desk, *week, fields, form);
  if (!form.is_faulty()) change_edition(desk, week->edition, asked);
  return form;
}

}  // namespace fundwatch::web
