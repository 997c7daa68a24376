// daemon/page_services.h — what the pages get of feeds and of the daemon (web/services.h), with
// connections and a client of their own. Its functions are called from the pool's threads, each
// kind by one at a time.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/hand_entry.h"
#include "daemon/tuning.h"
#include "digest/render.h"
#include "store/store.h"
#include "web/services.h"

namespace fundwatch::daemon {

// How long a person waits for what is at an address.
inline constexpr std::chrono::seconds kPreviewMax{20};

class PageServices {
 public:
  struct Outside {
    std::filesystem::path credentials_directory;  // systemd's
    std::shared_ptr<const matchers::Lexicon> lexicon;
    digest::Mode mode = digest::Mode::real;
    std::function<web::Vitals()> vitals = [] { return web::Vitals(); };
  };

  // `config` and `clock` outlive it.
  PageServices(const config::Config& config, const Clock& clock, Outside outside)
      : config_(config),
        clock_(clock),
        outside_(std::move(outside)),
        calendar_(config.installation.time_zone),
        store_(config.database()),
        tuning_(store_, {.database = config.database(),
                         .lexicon = [this] { return outside_.lexicon; },
                         .county = config.place.county}),
        hand_store_(config.database()),
        hand_entries_(config, hand_store_, outside_.lexicon) {}

  // The functions live no longer than this. Throws what a person must mend.
  web::Services services();

  // What is under way ends soon. Called from any thread.
  void stop() { stops_ = true; }

 private:
  Result<web::FoundSources> find_sources(const Source& wanted);
  void note_hits(std::vector<web::FoundSource>& sources, Instant now);
  Result<std::vector<Source>> read_opml(std::string_view bytes) const;
  Result<web::HandAdded> add_by_hand(const web::HandEntry& entry);
  std::string metrics_token() const;
  digest::Rendering sample(const Subscriber& subscriber);
  void send_sample(const Subscriber& subscriber, const web::Trial& trial);
  Result<web::TuneResult> tune(const Profile& changed, std::optional<Instant> since);

  const config::Config& config_;
  const Clock& clock_;
  const Outside outside_;
  std::atomic<bool> stops_ = false;
  const Calendar calendar_;
  std::mutex mutex_;  // of what follows
  store::Store store_;
  Tuning tuning_;
  store::Store hand_store_;  // of Lane::fetching alone
  HandEntryBook hand_entries_;
};

}  // namespace fundwatch::daemon
