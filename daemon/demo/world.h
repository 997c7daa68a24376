// daemon/demo/world.h — the built-in demo: what config/demo says, made of today.
// Its documents for the replay server, its sources and its subscribers.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"
#include "daemon/demo/replay_server.h"
#include "store/store.h"

namespace fundwatch::daemon::demo {

// The documents by path, dates filled in, in the character sets that config/demo/demo.toml names.
std::map<std::string, Document> documents(Instant now, const Calendar& calendar);

// The demo's fundwatch.toml: loopback allowed, mail to a Maildir only. `pages` is the port at which
// readers find our pages.
struct Ports {
  int documents = 0;
  int pages = 0;
};
std::string settings_toml(const std::filesystem::path& state_directory, const Ports& ports);

// The demo's sources, whose documents are served at `address`.
std::vector<Source> sources_at(const std::string& address);

// Who may log in at the demo's desk.
Account coordinator();

// Puts the demo's sources and subscribers into a fresh database; their weekly moment is now.
void populate(store::Store& store, int port, Instant now);

}  // namespace fundwatch::daemon::demo
