#include "web/goal_notes.h"

#include "base/text.h"
#include "digest/follow_up.h"
#include "digest/words.h"
#include "web/numbers.h"
#include "web/outcome_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::string_view kPolicy = "policy";

std::int64_t number(store::GoalNoteId id) { return static_cast<std::int64_t>(id); }

void put_remove(Markup& html, const Desk& desk, const store::GoalNote& note) {
  if (!desk.may_change()) return;
  html.tag(" <form method=\"post\" action=\"/uppfoljning\">");
  put_csrf(html, desk);
  html.tag("<button name=\"bort\" value=\"").text(std::to_string(number(note.id))).tag("\">");
  html.text(outcome_phrases(desk.language()).remove_goal).tag("<span class=\"vh\"> ");
  html.text(note.text).tag("</span></button></form>");
}

void put_notes(Markup& html, const Desk& desk, int year, store::Goal goal) {
  const OutcomePhrases& words = outcome_phrases(desk.language());
  const Words says(desk.language());
  std::vector<store::GoalNote> notes = desk.site.store.follow_up.notes();
  std::erase_if(notes, [=](const store::GoalNote& note) {
    return note.goal != goal || static_cast<int>(note.day.year()) != year;
  });
  const digest::Counted& counted =
      goal == store::Goal::policy ? words.policies : words.partnerships;
  html.tag("<h3>").text(says.count(counted, static_cast<int>(notes.size())));
  html.tag("</h3>\n");
  if (notes.empty()) return;
  html.tag("<ul class=\"plain stack\">\n");
  for (const store::GoalNote& note : notes) {
    html.tag("<li>").text(says.day(note.day)).text(": ").text(note.text);
    if (!note.municipality.empty()) html.text(", ").text(note.municipality);
    put_remove(html, desk, note);
    html.tag("</li>\n");
  }
  html.tag("</ul>\n");
}

struct GoalInput {
  digest::Literal name;
  digest::Literal attributes;
  std::string_view label;
  std::string_view hint = {};
};

void put_input(Markup& html, const GoalInput& input, const std::string& value,
               const std::string& fault) {
  html.tag("<div class=\"field\"><label for=\"m-").tag(input.name).tag("\">").text(input.label);
  html.tag("</label>");
  if (!input.hint.empty()) html.tag("<span class=\"hint\">").text(input.hint).tag("</span>");
  if (!fault.empty()) {
    html.tag("<p class=\"err\" id=\"m-").tag(input.name).tag("e\">").text(fault).tag("</p>");
  }
  html.tag("<input id=\"m-").tag(input.name).tag("\" name=\"").tag(input.name).tag("\" ");
  html.tag(input.attributes).tag(" value=\"").text(value).tag("\"");
  if (!fault.empty()) {
    html.tag(" aria-invalid=\"true\" aria-describedby=\"m-").tag(input.name).tag("e\"");
  }
  html.tag("></div>\n");
}

void put_form(Markup& html, const Desk& desk, const GoalForm& form) {
  const OutcomePhrases& words = outcome_phrases(desk.language());
  html.tag(form.is_faulty() ? digest::Literal("<details class=\"card\" open><summary>")
                            : digest::Literal("<details class=\"card\"><summary>"));
  html.text(words.add_goal).tag("</summary>\n<form method=\"post\" action=\"/uppfoljning\">");
  put_csrf(html, desk);
  html.tag("<div class=\"field\"><label for=\"m-mal\">").text(words.goal);
  html.tag("</label><select id=\"m-mal\" name=\"mal\"><option value=\"partnership\">");
  html.text(words.goal_partnership);
  html.tag(form.goal == kPolicy ? digest::Literal("</option><option value=\"policy\" selected>")
                                : digest::Literal("</option><option value=\"policy\">"));
  html.text(words.goal_policy).tag("</option></select></div>\n");
  put_input(html, {"text", "maxlength=\"300\"", words.goal_text, words.goal_text_hint}, form.text,
            form.text_fault);
  put_input(html, {"kommun", "maxlength=\"60\"", words.goal_place, words.goal_place_hint},
            form.municipality, "");
  put_input(html, {"dag", "type=\"date\"", words.goal_day}, form.day, form.day_fault);
  html.tag("<button name=\"gor\" value=\"mal\">").text(words.save_goal);
  html.tag("</button></form></details>\n");
}

}  // namespace

void put_goals(Markup& html, const Desk& desk, int year, const GoalForm& form) {
  const OutcomePhrases& words = outcome_phrases(desk.language());
  html.tag("<h2 id=\"mal\">").text(words.goals).tag("</h2>\n<p>");
  html.text(fill(words.goals_lead, {{"n", std::to_string(digest::kGoalAtLeast)}}));
  html.tag("</p>\n");
  put_notes(html, desk, year, store::Goal::partnership);
  put_notes(html, desk, year, store::Goal::policy);
  if (desk.may_change()) put_form(html, desk, form);
}

void put_goal_faults(Markup& html, const Desk& desk, const GoalForm& form) {
  if (!form.is_faulty()) return;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(outcome_phrases(desk.language()).goal_not_saved).tag("</h2><ul>");
  if (!form.text_fault.empty()) {
    html.tag("<li><a href=\"#m-text\">").text(form.text_fault).tag("</a></li>");
  }
  if (!form.day_fault.empty()) {
    html.tag("<li><a href=\"#m-dag\">").text(form.day_fault).tag("</a></li>");
  }
  html.tag("</ul></div>\n");
}

std::optional<GoalForm> change_goals(const Desk& desk, const Fields& fields) {
  if (const auto id = whole_number(fields.text("bort"))) {
    remove_goal(desk, store::GoalNoteId{*id});
    return std::nullopt;
  }
  const OutcomePhrases& words = outcome_phrases(desk.language());
  GoalForm form{fields.text("mal"), collapsed(fields.text("text")),
                shortened(collapsed(fields.text("kommun")), kGoalPlaceCharactersMax),
                collapsed(fields.text("dag"))};
  const auto day = parse_iso_day(form.day);
  if (!day) form.day_fault = words.bad_goal_day;
  if (form.text.empty() || utf8_length(form.text) > kGoalTextCharactersMax) {
    form.text_fault = fill(words.bad_goal_text, {{"max", std::to_string(kGoalTextCharactersMax)}});
  }
  if (form.is_faulty()) return form;
  add_goal(desk, {.goal = form.goal == kPolicy ? store::Goal::policy : store::Goal::partnership,
                  .day = *day,
                  .municipality = form.municipality,
                  .text = form.text});
  return std::nullopt;
}

store::GoalNoteId add_goal(const Desk& desk, const store::GoalNote& note) {
  store::Transaction transaction = desk.site.store.begin();
  const store::GoalNoteId id = desk.site.store.follow_up.add(note);
  record(desk, {"goal.add", note.text});
  transaction.commit();
  return id;
}

bool remove_goal(const Desk& desk, store::GoalNoteId id) {
  store::Transaction transaction = desk.site.store.begin();
  if (!desk.site.store.follow_up.remove(id)) return false;
  record(desk, {"goal.remove", std::to_string(number(id))});
  transaction.commit();
  return true;
}

}  // namespace fundwatch::web
