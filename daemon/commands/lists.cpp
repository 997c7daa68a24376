#include "daemon/commands/lists.h"

#include <boost/json/serialize.hpp>
#include <ostream>
#include <unordered_map>

#include "base/calendar.h"
#include "daemon/item_json.h"

namespace fundwatch::daemon {
namespace json = boost::json;

ListCommands::ListCommands(CLI::App& app, const Context& context) : context_(context) {
  const auto list_of = [&](const char* noun, const char* help) {
    CLI::App* parent = app.add_subcommand(noun, help);
    parent->require_subcommand(1);
    CLI::App* list = parent->add_subcommand("list", help);
    list->add_flag("--json", json_, "one JSON object a line");
    list->add_option("--since", since_, "found at or after: 2027-02-26 or 2027-02-26T15:00:00Z");
    return list;
  };
  CLI::App* items = list_of("item", "the items that were read");
  items->add_option("--source", source_, "only of the source with this number");
  items->callback([this] { this->items(); });
  list_of("hit", "the items that concern a profile, and why")->callback([this] { hits(); });
}

std::optional<Instant> ListCommands::since() const {
  if (since_.empty()) return std::nullopt;
  const auto since = parse_iso8601(since_);
  if (!since) {
    throw CommandError(Exit::usage, "--since " + since_ +
                                        ": expected 2027-02-26 or "
                                        "2027-02-26T15:00:00Z");
  }
  return since;
}

void ListCommands::items() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  store::ItemFilter filter{.source = {}, .since = since()};
  if (source_ > 0) filter.source = SourceId{source_};
  installation.store.items.each(filter, [&](const Item& item) {
    if (json_) {
      context_.out << json::serialize(listed(item, calendar)) << '\n';
    } else {
      context_.out << iso8601_utc(item.first_seen) << "  " << item.title << "  " << item.url
                   << '\n';
    }
  });
}

void ListCommands::hits() const {
  const Installation installation(context_);
  const Calendar calendar(installation.config.installation.time_zone);
  std::unordered_map<ProfileId, std::string> names;
  for (const Profile& profile : installation.store.profiles.all()) {
    names.emplace(profile.id, profile.name);
  }
  installation.store.hits.each(since(), [&](const Hit& hit) {
    const auto item = installation.store.items.find(hit.item);
    const auto name = names.find(hit.profile);
    if (!item || name == names.end()) return;
    if (!json_) {
      context_.out << static_cast<std::int64_t>(hit.id) << "  " << iso8601_utc(hit.found_at) << "  "
                   << name->second << "  " << item->title << '\n';
      return;
    }
    context_.out << json::serialize(listed(hit, *item, name->second, calendar)) << '\n';
  });
}

}  // namespace fundwatch::daemon
