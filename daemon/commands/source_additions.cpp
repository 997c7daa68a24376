#include "daemon/commands/source_additions.h"

#include <boost/json/serialize.hpp>
#include <charconv>
#include <istream>
#include <ostream>

#include "base/names.h"
#include "base/text.h"
#include "base/url.h"
#include "config/notation.h"
#include "config/source_check.h"
#include "daemon/app.h"
#include "daemon/commands/preview_text.h"
#include "daemon/item_json.h"

namespace fundwatch::daemon {
namespace {

constexpr int kIntervalMinutesMin = 15;
constexpr int kIntervalMinutesMax = 30 * 24 * 60;

bool is_mailbox(const std::string& address) {
  return address.starts_with("maildir:") || address.starts_with("imap:");
}

// As people write it: "region.example/nyheter" is one by https.
std::string address_of(const std::string& written) {
  std::string address = written;
  if (is_mailbox(address)) return address;
  if (address.find("://") == std::string::npos) address = "https://" + address;
  const auto url = parse_url(address);
  if (url && !url->has_userinfo) return address;
  throw CommandError(Exit::bad_data, "\"" + written +
                                         "\" is not an address of a feed or a page: expected "
                                         "http:// or https:// and no user name in it");
}

// Whether it is an address rather than a number or a name.
bool is_address(const std::string& which) {
  return is_mailbox(which) || which.find("://") != std::string::npos;
}

CommandError unreadable(const Source& source, const Error& error) {
  const Exit exit = error.stage == Stage::fetch ? Exit::unavailable : Exit::bad_data;
  const bool is_address_told = error.message.find(source.url) != std::string::npos;
  return {exit, (is_address_told ? "" : source.url + ": ") + error.message};
}

}  // namespace

Source find_source(const store::Store& store, const std::string& which) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(which.data(), which.data() + which.size(), number);
  const bool is_number = fault == std::errc{} && end == which.data() + which.size();
  const auto source = is_number ? store.sources.find(SourceId{number}) : store.sources.find(which);
  if (source) return *source;
  std::vector<std::string> names;
  for (const Source& known : store.sources.all()) names.push_back(known.name);
  const auto close = nearest(which, names);
  throw CommandError(Exit::bad_data, "there is no source \"" + which + "\"" +
                                         (close ? "; did you mean \"" + *close + "\"?"
                                                : "; see: fundwatch source list"));
}

SourceAdditions::SourceAdditions(CLI::App& source, const Context& context) : context_(context) {
  const auto change_options = [this](CLI::App& command) {
    command.add_option(
        "--kind", kind_,
        "auto (any feed), rss, atom, jsonfeed, page (its list), watch (its text), eforms, or a "
        "service: ted, sedia or vinnova; or mail");
    command
        .add_option("--senders", senders_, "of kind mail: whose mails are read, like @portal.se")
        ->delimiter(',');
    command.add_option("--query", query_, "what ted or sedia is asked for, in its own language");
    command.add_option("--language", language_, "assumed when the source does not say: sv or en");
    command.add_option("--ca-file", ca_file_,
                       "PEM file of authorities to trust for this source alone, beside the "
                       "system's; none: these only");
    selectors_.declare(command);
  };
  const auto interval_option = [this](CLI::App& command) {
    command.add_option("--interval", interval_minutes_, "minutes between two readings")
        ->check(CLI::Range(kIntervalMinutesMin, kIntervalMinutesMax));
    command.add_option("--expected-every", expected_every_,
                       "how often something new should come, like 14d; learned: from what came");
  };

  CLI::App* add = source.add_subcommand(
      "add", "watch a feed, or a page: shows what would be read, and stores it after a yes");
  add->add_option("url", url_, "the address of a feed or a page")->required();
  add->add_option("--name", name_, "what readers see; default: the feed's or page's own title");
  add->add_flag("--yes", yes_, "store it without asking you");
  add->add_flag("--unread", unread_, "store it as stated, without asking the web")
      ->excludes("--yes");
  change_options(*add);
  interval_option(*add);
  add->callback([this] { this->add(); });

  CLI::App* test =
      source.add_subcommand("test", "show what would be read from an address, or a source, now");
  test->add_option("source", which_, "an address, or a source's number or name")->required();
  test->add_flag("--json", json_, "what is read, as `fundwatch read` prints it");
  change_options(*test);
  test->callback([this] { this->test(); });

  CLI::App* edit = source.add_subcommand("edit", "change a source");
  edit->add_option("source", which_, "its number or name")->required();
  edit->add_option("--url", url_, "a new address");
  edit->add_flag("--pause", pause_, "do not read it any more");
  edit->add_flag("--resume", resume_, "read it again")->excludes("--pause");
  change_options(*edit);
  interval_option(*edit);
  edit->callback([this] { this->edit(); });
}

void SourceAdditions::add() const {
  Installation installation(context_);
  const Source source = unread_ ? as_stated() : as_found(installation);
  if (installation.store.sources.find(source.name)) {
    throw CommandError(Exit::bad_data, "there is a source \"" + source.name +
                                           "\" already; give another --name, or edit that one");
  }
  if (!unread_ && !yes_ && !is_agreed()) {
    context_.out << "nothing was stored\n";
    return;
  }
  installation.store.sources.save(source);
  context_.out << "added \"" << source.name << "\"; the daemon reads it within seconds\n";
}

Source SourceAdditions::as_stated() const {
  Source source = wanted(url_);
  if (source.name.empty()) source.name = parse_url(source.url)->host;
  return source;
}

// Shown as well.
Source SourceAdditions::as_found(const Installation& installation) const {
  Preview found = look(installation, wanted(url_), preview);
  if (interval_minutes_ > 0) found.source.interval = std::chrono::minutes(interval_minutes_);
  found.source.expected_every = expected_every(found.source);
  context_.out << preview_text(found, Calendar(installation.config.installation.time_zone));
  return found.source;
}

void SourceAdditions::test() const {
  const Installation installation(context_);
  const Preview found =
      is_address(which_)
          ? look(installation, wanted(which_), preview)
          : look(installation, changed(find_source(installation.store, which_)), read_now);
  const Calendar calendar(installation.config.installation.time_zone);
  if (json_) {
    context_.out << boost::json::serialize(to_json(found.reading, calendar)) << '\n';
  } else {
    context_.out << preview_text(found, calendar);
  }
}

void SourceAdditions::edit() const {
  Installation installation(context_);
  const Source source = changed(find_source(installation.store, which_));
  installation.store.sources.save(source);
  context_.out << "changed \"" << source.name << "\"\n";
}

Preview SourceAdditions::look(const Installation& installation, const Source& source,
                              const Looking& looking) const {
  if (source.kind == SourceKind::mail) return look_into_mailbox(installation, source);
  const auto fetcher = make_fetcher(installation.config, context_.clock,
                                    {.credentials_directory = context_.credentials_directory});
  auto found = looking(source, *fetcher, installation.config, context_.clock.now());
  if (!found) throw unreadable(source, found.error());
  return std::move(*found);
}

// From its beginning, wherever the daemon is.
Preview SourceAdditions::look_into_mailbox(const Installation& installation,
                                           const Source& source) const {
  const auto reader =
      make_mailbox_reader(installation.config, context_.clock,
                          {.stop = {}, .credentials_directory = context_.credentials_directory});
  MailVisit mails = visit_mailbox(
      {.source = source, .now = context_.clock.now(), .limits = installation.config.read}, {},
      reader);
  if (!mails.visit.items) throw unreadable(source, mails.visit.items.error());
  Preview found{source, {.format = "mail", .encoding = "utf-8"}, std::move(mails.notes)};
  found.reading.items = std::move(*mails.visit.items);
  if (found.source.name.empty()) found.source.name = source.url;
  return found;
}

Source SourceAdditions::wanted(const std::string& url) const {
  Source source;
  source.url = address_of(url);
  source.name = collapsed(name_);
  return changed(source);
}

Source SourceAdditions::changed(Source source) const {
  if (!url_.empty()) source.url = address_of(url_);
  if (!kind_.empty()) source.kind = read_kind(kind_);
  source.kind = kind_with(selectors_, source.kind);
  source.page_rule =
      source.kind == SourceKind::page ? selectors_.changed(source.page_rule, context_) : PageRule{};
  if (!query_.empty() || !config::is_queried(source.kind)) source.query = query_;
  if (!senders_.empty() || source.kind != SourceKind::mail) source.senders = senders_;
  if (!language_.empty()) source.language = language_;
  source.ca_file = ca_file(source);
  if (interval_minutes_ > 0) source.interval = std::chrono::minutes(interval_minutes_);
  source.expected_every = expected_every(source);
  if (pause_) source.paused = true;
  if (resume_) source.paused = false;
  for (const config::SourceFault& fault : config::faults_of(source)) {
    throw CommandError(Exit::usage, "--" + fault.key + ": " + fault.words);
  }
  return source;
}

// Whole, because the daemon reads it from another folder.
std::string SourceAdditions::ca_file(const Source& source) const {
  if (ca_file_.empty()) return source.ca_file;
  if (ca_file_ == "none") return {};
  const auto file = std::filesystem::absolute(ca_file_);
  if (std::filesystem::exists(file)) return file.string();
  throw CommandError(Exit::bad_data, "there is no file " + file.string() + " for --ca-file");
}

std::chrono::minutes SourceAdditions::expected_every(const Source& source) const {
  if (expected_every_.empty()) return source.expected_every;
  if (const auto every = config::parse_expected_every(expected_every_)) return *every;
  throw CommandError(Exit::usage,
                     "--expected-every " + expected_every_ + ": expected 1h to 365d, or learned");
}

bool SourceAdditions::is_agreed() const {
  if (!context_.is_terminal) {
    throw CommandError(Exit::usage,
                       "nothing was stored: nobody is there to say yes to this; add --yes");
  }
  context_.out << "Add this source? [y/N] " << std::flush;
  std::string answer;
  std::getline(context_.in, answer);
  answer = ascii_lower(trimmed(answer));
  return answer == "y" || answer == "yes" || answer == "j" || answer == "ja";
}

}  // namespace fundwatch::daemon
