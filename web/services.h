// web/services.h — what the pages need of feeds and of the daemon, which they do not know:
// functions that daemon/pages.h fills in. They may be called from any thread, take long, and so
// belong on the pool (web/pool.h), each in the lane that is named.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "matchers/tune.h"

namespace fundwatch::matchers {
class Lexicon;
}

namespace fundwatch::web {

// What an address would be as a source, and what it brings now.
struct FoundSource {
  Source source;  // as it would be stored
  std::vector<Item> items;
  std::vector<std::string> profiles = {};  // of each item: the titles of those it would be a hit of
};

// A line of the page at an address, as text, and the source that its list would be.
struct PageLine {
  std::string text;
  bool is_heading = false;
  bool begins_block = false;          // of that list: one thing that it lists
  std::optional<std::size_t> source;  // of FoundSources::all
};

struct FoundSources {
  std::vector<FoundSource> all;  // the best first; not empty
  std::vector<PageLine> page;    // empty: there is nothing to choose on it
};

// What a changed profile would gain and lose (daemon/tuning.h).
struct TuneResult {
  std::optional<Profile> before;  // the stored version in force; absent: a new profile
  matchers::Effect effect;
  double weeks = 1;  // that were looked at
};

// What somebody adds by hand: an address, or a title and a text.
struct HandEntry {
  std::string url;
  std::string title;
  std::string text;
  std::string source_name;  // of all that is added so
};
struct HandAdded {
  CaseId case_id{};
  std::string title;
  int hits = 0;
};

struct DigestSample {
  std::string subject;
  std::string html;  // a whole document
  std::string text;
};

struct Trial {
  std::string recipient;
  std::string mark;  // before the subject: "Prov: "
};

struct Vitals {
  std::chrono::seconds since_beat{0};           // of the worker
  std::chrono::duration<double> last_cycle{0};  // how long its last round took
  bool is_alive = true;
};

struct Services {
  // Lane::fetching. `wanted` has an address, and may have a kind and selectors.
  std::function<Result<FoundSources>(const Source& wanted)> find_sources;

  // Lane::fetching. Reads the address where there is no text.
  std::function<Result<HandAdded>(const HandEntry&)> add_by_hand;

  // Lane::tuning. Of items first seen from `since` on, or of all.
  std::function<Result<TuneResult>(const Profile& changed, std::optional<Instant> since)> tune;

  // The sources of an OPML file, each with a name and an address.
  std::function<Result<std::vector<Source>>(std::string_view bytes)> read_opml;

  // Lane::tuning. The mail that the subscriber would get now. Its links are no one's: they open
  // nothing. One without an id is somebody new.
  std::function<DigestSample(const Subscriber&)> sample_digest;

  // Lane::tuning. Queues that mail as a trial for somebody who wants to see it.
  std::function<void(const Subscriber&, const Trial&)> send_sample;

  // How it goes with the daemon's own work.
  std::function<Vitals()> vitals = [] { return Vitals(); };

  // Who brings it may read /metrics from elsewhere; empty: nobody may.
  std::string metrics_token;

  // The forms of Swedish words; null: words match by their stems alone.
  std::shared_ptr<const matchers::Lexicon> lexicon = nullptr;
};

}  // namespace fundwatch::web
