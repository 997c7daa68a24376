#include "daemon/commands/editions.h"

#include <ostream>

#include "base/text.h"
#include "daemon/commands/table.h"

namespace fundwatch::daemon {
EditionCommands::EditionCommands(CLI::App& digest, const Context& context) : context_(context) {
  const auto with_week = [this](CLI::App* command) {
    command->add_option("--week", week_, "2027-W07; else that of the next mail");
    return command;
  };
  CLI::App* note =
      with_week(digest.add_subcommand("note", "a few lines of your own at the top of the mail"));
  note->add_option("text", text_, "- is standard input; an empty text takes them away")->required();
  note->callback([this] { this->note(); });
  CLI::App* hold = with_week(
      digest.add_subcommand("hold", "send no mail that week; what is new comes the week after"));
  hold->callback([this] { this->hold(); });
  CLI::App* earlier = with_week(digest.add_subcommand("earlier", "send it some days earlier"));
  earlier->add_option("days", days_)->required()->check(CLI::Range(1, store::kDaysEarlierMax));
  earlier->callback([this] { this->earlier(); });
  CLI::App* resume = with_week(digest.add_subcommand("resume", "send it on its own day after all"));
  resume->callback([this] { this->resume(); });
  CLI::App* weeks = digest.add_subcommand("weeks", "what is asked of the weeks to come");
  weeks->callback([this] { this->weeks(); });
}

// The calendar is asked, so that week 53 is refused where a year has none.
IsoWeek EditionCommands::week_of(const config::Config& config) const {
  const Calendar calendar(config.installation.time_zone);
  const Instant next = calendar.next(config.digest.moment, context_.clock.now());
  if (week_.empty()) return iso_week(calendar.day(next));
  for (int i = -10; i <= 106; ++i) {
    const Instant moment = next + i * std::chrono::days(7);
    const IsoWeek week = iso_week(calendar.day(moment));
    if (text_of(week) == week_) return week;
  }
  throw CommandError(Exit::usage, "--week " + week_ + ": expected a week within two years, like " +
                                      text_of(iso_week(calendar.day(next))));
}

void EditionCommands::note() const {
  Installation installation(context_);
  const IsoWeek week = week_of(installation.config);
  const std::string text(trimmed(text_ == "-" ? read_input(context_, "-") : text_));
  if (utf8_length(text) > store::kNoteCharactersMax) {
    throw CommandError(Exit::bad_data, "the note is longer than " +
                                           std::to_string(store::kNoteCharactersMax) +
                                           " characters; shorten it");
  }
  installation.store.editions.set_note(week, text);
  context_.out << "the mail of " << text_of(week)
               << (text.empty() ? " has no note\n" : " has it\n");
}

void EditionCommands::hold() const {
  Installation installation(context_);
  const IsoWeek week = week_of(installation.config);
  installation.store.editions.hold(week);
  context_.out << "no mail goes out in " << text_of(week) << "; what is new comes the week after\n";
}

void EditionCommands::earlier() const {
  Installation installation(context_);
  const IsoWeek week = week_of(installation.config);
  installation.store.editions.bring_forward(week, days_);
  context_.out << "the mail of " << text_of(week) << " goes out " << days_ << " days earlier\n";
}

void EditionCommands::resume() const {
  Installation installation(context_);
  const IsoWeek week = week_of(installation.config);
  installation.store.editions.resume(week);
  context_.out << "the mail of " << text_of(week) << " goes out on its own day\n";
}

void EditionCommands::weeks() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  std::vector<std::vector<std::string>> rows{{"WEEK", "MAIL", "NOTE"}};
  const IsoWeek now = iso_week(calendar.day(context_.clock.now()));
  for (const store::Edition& edition : installation.store.editions.since(now)) {
    const std::string when = edition.is_held ? "held"
                             : edition.days_earlier > 0
                                 ? std::to_string(edition.days_earlier) + " days earlier"
                                 : "as usual";
    rows.push_back({text_of(edition.week), when, shortened(edition.note, 40)});
  }
  context_.out << as_table(rows);
}

}  // namespace fundwatch::daemon
