#include "daemon/commands/reports.h"

#include <ostream>

#include "base/calendar.h"
#include "daemon/commands/table.h"
#include "digest/follow_up_report.h"
#include "digest/plain.h"
#include "web/follow_up_count.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kNoteTextCharactersMax = 500;

Day day_of(const std::string& option, const std::string& text) {
  const auto day = parse_iso_day(text);
  if (day) return *day;
  throw CommandError(Exit::usage, option + " " + text + ": expected 2027-01-01");
}

std::vector<std::string> cells(const std::string& name, const digest::Funnel& funnel) {
  return {name,
          std::to_string(funnel.found),
          std::to_string(funnel.relevant),
          std::to_string(funnel.applied),
          std::to_string(funnel.applied_sum),
          std::to_string(funnel.granted),
          std::to_string(funnel.granted_sum)};
}

std::string as_text(const digest::FollowUp& report) {
  std::vector<std::vector<std::string>> rows{
      {"", "FOUND", "RELEVANT", "APPLIED", "SEK", "GRANTED", "SEK"}};
  rows.push_back(cells("all", report.all));
  for (const auto* groups : {&report.by_quarter, &report.by_profile, &report.by_municipality}) {
    for (const auto& [name, funnel] : *groups) rows.push_back(cells(name, funnel));
  }
  const std::string goal = " of at least " + std::to_string(digest::kGoalAtLeast) + "\n";
  return as_table(rows) + "partnerships: " + std::to_string(report.partnerships.size()) + goal +
         "municipal policies: " + std::to_string(report.policies.size()) + goal;
}

}  // namespace

ReportCommands::ReportCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* report = app.add_subcommand("report", "what became of what was found");
  report->require_subcommand(0, 1);
  report->add_option("--from", from_, "the first day; else the year's first");
  report->add_option("--to", to_, "the last day; else today");
  auto* csv = report->add_flag("--csv", csv_, "for a spreadsheet");
  auto* html = report->add_flag("--html", html_, "a page that prints well")->excludes(csv);
  report->add_flag("--json", json_)->excludes(csv)->excludes(html);

  CLI::App* note = report->add_subcommand("note", "partnerships and municipal policies");
  note->require_subcommand(1);
  CLI::App* add = note->add_subcommand("add", "one that the network has reached");
  add->add_option("goal", goal_, "partnership or policy")
      ->required()
      ->check(CLI::IsMember({"partnership", "policy"}));
  add->add_option("text", text_, "what it is")->required();
  add->add_option("--municipality", municipality_);
  add->add_option("--day", day_, "when; else today");
  add->callback([this] { add_note(); });
  note->add_subcommand("list", "all of them")->callback([this] { list_notes(); });
  CLI::App* remove = note->add_subcommand("remove", "by the number of the list");
  remove->add_option("id", id_)->required();
  remove->callback([this] { remove_note(); });
  report->callback([this, report] {
    if (report->get_subcommands().empty()) this->report();
  });
}

void ReportCommands::report() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  const Day today = calendar.day(context_.clock.now());
  const digest::ReportPeriod period{
      from_.empty() ? today.year() / std::chrono::January / 1 : day_of("--from", from_),
      to_.empty() ? today : day_of("--to", to_)};
  if (period.to < period.from) {
    throw CommandError(Exit::usage, "--to is before --from: there are no days between");
  }
  const digest::FollowUp report = web::follow_up_of(installation.store, period, calendar);
  if (csv_) {
    context_.out << follow_up_csv(report);
  } else if (json_) {
    context_.out << follow_up_json(report);
  } else if (html_) {
    context_.out << follow_up_html(report, installation.config.installation.name,
                                   installation.config.coordinator.language);
  } else {
    context_.out << as_text(report);
  }
}

void ReportCommands::add_note() const {
  Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  store::GoalNote note;
  note.goal = goal_ == "policy" ? store::Goal::policy : store::Goal::partnership;
  note.day = day_.empty() ? calendar.day(context_.clock.now()) : day_of("--day", day_);
  note.municipality = digest::one_line(municipality_, kNoteTextCharactersMax);
  note.text = digest::one_line(text_, kNoteTextCharactersMax);
  const auto id = installation.store.follow_up.add(note);
  context_.out << "noted " << goal_ << " " << static_cast<std::int64_t>(id) << "\n";
}

void ReportCommands::list_notes() const {
  const Installation installation(context_);
  std::vector<std::vector<std::string>> rows{{"ID", "DAY", "GOAL", "MUNICIPALITY", "TEXT"}};
  for (const store::GoalNote& note : installation.store.follow_up.notes()) {
    rows.push_back({std::to_string(static_cast<std::int64_t>(note.id)), iso_day(note.day),
                    note.goal == store::Goal::policy ? "policy" : "partnership", note.municipality,
                    note.text});
  }
  context_.out << as_table(rows);
}

void ReportCommands::remove_note() const {
  Installation installation(context_);
  if (!installation.store.follow_up.remove(store::GoalNoteId{id_})) {
    throw CommandError(Exit::bad_data, "there is no note " + std::to_string(id_) +
                                           "; see: fundwatch report note list");
  }
  context_.out << "removed note " << id_ << "\n";
}

}  // namespace fundwatch::daemon
