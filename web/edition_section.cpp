#include "web/edition_section.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "digest/words.h"
#include "store/weekly_rounds.h"
#include "web/desk_words.h"
#include "web/mailing_phrases.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using store::Edition;

constexpr std::string_view kUsual = "vanligt";
constexpr std::string_view kEarlier = "tidigare";
constexpr std::string_view kHeld = "hoppa";

struct Week {
  Edition edition;
  Day day{};  // of its mail, for those who chose no other
};

std::vector<Week> weeks_offered(const Desk& desk) {
  const Site& site = desk.site;
  const Instant next = site.calendar.next(site.config.digest.moment, site.clock.now());
  std::vector<Week> weeks;
  for (int i = 0; i < kWeeksOffered; ++i) {
    const Day day = std::chrono::sys_days(site.calendar.day(next)) + i * std::chrono::days(7);
    weeks.push_back({site.store.editions.of(iso_week(day)), day});
  }
  return weeks;
}

const Week& week_called(const std::vector<Week>& weeks, const std::string& name) {
  const auto found =
      std::ranges::find(weeks, name, [](const Week& each) { return text_of(each.edition.week); });
  return found == weeks.end() ? weeks.front() : *found;
}

std::string number_of(const Week& week) { return std::to_string(week.edition.week.week); }

std::string day_words(const Desk& desk, const Week& week, int days_earlier) {
  const Day day = std::chrono::sys_days(week.day) - std::chrono::days(days_earlier);
  return digest::Words(desk.language()).day_of_year(day);
}

std::string state_words(const Desk& desk, const Week& week) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  if (week.edition.is_held) return std::string(words.week_held);
  return day_words(desk, week, week.edition.days_earlier);
}

void put_week(Markup& html, const Desk& desk, const Week& week) {
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

void put_weeks(Markup& html, const Desk& desk, const std::vector<Week>& weeks) {
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
  for (const Week& week : weeks) put_week(html, desk, week);
  html.tag("</tbody></table>\n");
}

void put_choice(Markup& html, std::string_view value, std::string_view words, bool is_chosen) {
  html.tag("<label class=\"tick\"><input type=\"radio\" name=\"nar\" value=\"").text(value);
  html.tag(is_chosen ? digest::Literal("\" checked><span>") : digest::Literal("\"><span>"));
  html.text(words).tag("</span></label>\n");
}

// From today on.
void put_earlier_days(Markup& html, const Desk& desk, const Week& week) {
  const Calendar& calendar = desk.site.calendar;
  const int days_left = calendar.days_until(week.day, desk.site.clock.now());
  html.tag("<div class=\"field\"><label for=\"v-d\">");
  html.text(mailing_phrases(desk.language()).earlier_day);
  html.tag("</label><select id=\"v-d\" name=\"dagar\">");
  for (int days = 1; days <= std::min(days_left, store::kDaysEarlierMax); ++days) {
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
  if (form.is_faulty()) {
    html.tag("<p class=\"err\" id=\"v-rader-e\">").text(form.note_fault).tag("</p>");
  }
  html.tag("<textarea rows=\"5\" id=\"v-rader\" name=\"rader\" aria-describedby=\"v-rader-h");
  html.tag(form.is_faulty() ? digest::Literal(" v-rader-e\" aria-invalid=\"true\">\n")
                            : digest::Literal("\">\n"));
  html.text(form.note).tag("</textarea></div>\n");
}

void put_form(Markup& html, const Desk& desk, const Week& week, const EditionForm& form) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const Edition& edition = week.edition;
  html.tag("<form class=\"card\" id=\"vecka\" method=\"post\" action=\"/utskick\"><h3>");
  html.text(fill(words.mail_of_week, {{"week", number_of(week)}})).tag("</h3>\n");
  put_csrf(html, desk);
  html.tag("<input type=\"hidden\" name=\"vecka\" value=\"").text(text_of(edition.week));
  html.tag("\">\n");
  put_note(html, words, form.is_faulty() ? form : EditionForm{"", edition.note});
  html.tag("<fieldset class=\"field\"><legend>").text(words.mail_goes).tag("</legend>\n");
  const bool is_earlier = edition.days_earlier > 0;
  put_choice(html, kUsual, fill(words.goes_as_usual, {{"day", day_words(desk, week, 0)}}),
             !edition.is_held && !is_earlier);
  if (week.day != desk.site.calendar.day(desk.site.clock.now())) {
    put_choice(html, kEarlier, words.goes_earlier, is_earlier);
    put_earlier_days(html, desk, week);
  }
  put_choice(html, kHeld, words.goes_not, edition.is_held);
  html.tag("</fieldset>\n<p class=\"small muted\">").text(words.own_days_note);
  html.tag("</p>\n<button class=\"go\">").text(words.save_week).tag("</button></form>\n");
}

// What the form says of the day, in words for the record; nothing for what it does not say well.
std::string move(const Desk& desk, const Edition& edition, const Fields& fields) {
  store::Editions& editions = desk.site.store.editions;
  const std::string& when = fields.text("nar");
  if (when == kHeld) {
    editions.hold(edition.week);
    return "held";
  }
  const std::int64_t days = number_in(fields.text("dagar"));
  if (when == kEarlier && days >= 1 && days <= store::kDaysEarlierMax) {
    editions.bring_forward(edition.week, static_cast<int>(days));
    return std::to_string(days) + " days earlier";
  }
  if (when != kUsual) return "";
  editions.resume(edition.week);
  return "as usual";
}

}  // namespace

void put_editions(Markup& html, const Desk& desk, const EditionForm& form) {
  const MailingPhrases& words = mailing_phrases(desk.language());
  const std::vector<Week> weeks = weeks_offered(desk);
  html.tag("<h2>").text(words.weeks).tag("</h2>\n");
  if (desk.may_change()) put_form(html, desk, week_called(weeks, form.week), form);
  put_weeks(html, desk, weeks);
}

void put_edition_faults(Markup& html, const Desk& desk, const EditionForm& form) {
  if (!form.is_faulty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(mailing_phrases(desk.language()).week_not_saved).tag("</h2><ul><li><a href=\"#v-rader");
  html.tag("\">").text(form.note_fault).tag("</a></li></ul></div>\n");
}

std::optional<Instant> next_mail(const Desk& desk) {
  const Site& site = desk.site;
  return store::WeeklyRounds::of(site.store.editions, site.calendar, site.clock.now())
      .first_due(site.store.subscribers.moments());
}

EditionForm change_edition(const Desk& desk, const Fields& fields) {
  const std::vector<Week> weeks = weeks_offered(desk);
  const Edition& edition = week_called(weeks, fields.text("vecka")).edition;
  EditionForm form{text_of(edition.week), std::string(trimmed(fields.text("rader")))};
  if (utf8_length(form.note) > store::kNoteCharactersMax) {
    form.note_fault = fill(mailing_phrases(desk.language()).bad_lines,
                           {{"max", std::to_string(store::kNoteCharactersMax)}});
    return form;
  }
  store::Transaction transaction = desk.site.store.begin();
  std::string changes = move(desk, edition, fields);
  if (form.note != edition.note) {
    desk.site.store.editions.set_note(edition.week, form.note);
    changes += changes.empty() ? "note" : ", note";
  }
  record(desk, {"edition.change", form.week, changes});
  transaction.commit();
  return form;
}

}  // namespace fundwatch::web
