#include "daemon/commands/meetings.h"

#include <boost/json/serialize.hpp>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "daemon/commands/table.h"
#include "digest/markup.h"
#include "digest/plain.h"
#include "web/meeting_json.h"

namespace fundwatch::daemon {
namespace {

namespace json = boost::json;

// "2027-03-04 13:00", as the wall clock shows it.
Instant moment_of(const std::string& text, const Calendar& calendar) {
  const auto parts = split(text, ' ');
  const auto day = parse_iso_day(parts[0]);
  const auto hour = parts.size() == 2 ? parse_hour(parts[1]) : std::nullopt;
  if (day && hour) return calendar.instant(*day, *hour);
  throw CommandError(Exit::usage, "--when " + text + ": expected \"2027-03-04 13:00\"");
}

std::string local_words(Instant instant, const Calendar& calendar) {
  const LocalTime local = calendar.local(instant);
  return iso_day(local.day) + " " + name_of_hour(local.time_of_day);
}

Meeting find(const store::Store& store, std::int64_t id) {
  const auto meeting = store.meetings.find(MeetingId{id});
  if (meeting) return *meeting;
  throw CommandError(Exit::bad_data,
                     "there is no meeting " + std::to_string(id) + "; see: fundwatch meeting list");
}

}  // namespace

MeetingCommands::MeetingCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* meeting = app.add_subcommand("meeting", "the network's own meetings");
  meeting->require_subcommand(1);
  const auto stated = [this](CLI::App* command) {
    command->add_option("--title", title_);
    command->add_option("--when", when_, "when it begins: \"2027-03-04 13:00\"");
    command->add_option("--minutes", minutes_, "how long it is; 60")
        ->check(CLI::Range(1, static_cast<int>(kMeetingLengthMax.count())));
    command->add_option("--place", place_, "where: \"Folkets hus, Bollnäs\"");
    command->add_option("--link", link_, "a page about it, or where it is held online");
  };
  CLI::App* add = meeting->add_subcommand("add", "a new meeting; all readers get it");
  stated(add);
  add->callback([this] { this->add(); });
  CLI::App* list = meeting->add_subcommand("list", "meetings to come");
  list->add_flag("--json", json_, "one JSON object a line");
  list->callback([this] { this->list(); });
  CLI::App* edit = meeting->add_subcommand("edit", "change a meeting; calendars follow");
  edit->add_option("id", id_)->required();
  stated(edit);
  edit->callback([this] { this->edit(); });
  CLI::App* remove = meeting->add_subcommand("remove", "call a meeting off; readers are told");
  remove->add_option("id", id_)->required();
  remove->callback([this] { this->remove(); });
}

Meeting MeetingCommands::changed(Meeting meeting, const Calendar& calendar) const {
  if (!title_.empty()) meeting.title = digest::one_line(title_, kMeetingTextCharactersMax);
  if (!when_.empty()) meeting.starts = moment_of(when_, calendar);
  if (minutes_ > 0) meeting.length = std::chrono::minutes(minutes_);
  if (!place_.empty()) meeting.place = digest::one_line(place_, kMeetingTextCharactersMax);
  if (!link_.empty()) {
    if (!digest::Link::web(link_)) {
      throw CommandError(Exit::usage, "--link " + link_ + ": expected https://…");
    }
    meeting.link = link_;
  }
  return meeting;
}

void MeetingCommands::add() const {
  if (title_.empty() || when_.empty()) {
    throw CommandError(Exit::usage, "a meeting needs --title and --when \"2027-03-04 13:00\"");
  }
  Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  const Meeting meeting = changed({}, calendar);
  const MeetingId id = installation.store.meetings.add(meeting, context_.clock.now());
  context_.out << "added meeting " << static_cast<std::int64_t>(id) << ", "
               << local_words(meeting.starts, calendar) << "\n";
}

void MeetingCommands::list() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  std::vector<std::vector<std::string>> rows{{"ID", "WHEN", "TITLE", "PLACE", "STATE"}};
  for (const Meeting& meeting : installation.store.meetings.since(context_.clock.now())) {
    const std::string when = local_words(meeting.starts, calendar);
    if (json_) {
      context_.out << json::serialize(web::to_json(meeting)) << '\n';
    }
    rows.push_back({std::to_string(static_cast<std::int64_t>(meeting.id)), when, meeting.title,
                    meeting.place, meeting.is_cancelled ? "called off" : ""});
  }
  if (!json_) context_.out << as_table(rows);
}

void MeetingCommands::edit() const {
  Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  const Meeting meeting = changed(find(installation.store, id_), calendar);
  installation.store.meetings.edit(meeting, context_.clock.now());
  context_.out << "changed meeting " << id_ << "\n";
}

void MeetingCommands::remove() const {
  Installation installation(context_);
  const Meeting meeting = find(installation.store, id_);
  installation.store.meetings.cancel(meeting.id, context_.clock.now());
  context_.out << "called off: " << meeting.title << "; the next mails and all calendars say so\n";
}

}  // namespace fundwatch::daemon
