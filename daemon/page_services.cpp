#include "daemon/page_services.h"

#include <stop_token>
#include <utility>

#include "daemon/app.h"
#include "daemon/source_preview.h"

namespace fundwatch::daemon {

web::Services PageServices::services() {
  return {.find_sources = [this](const Source& wanted) { return find_sources(wanted); },
          .tune = [this](const Profile& changed,
                         std::optional<Instant> since) { return tune(changed, since); },
          .lexicon = outside_.lexicon};
}

Result<std::vector<web::FoundSource>> PageServices::find_sources(const Source& wanted) const {
  const Instant now = clock_.now();
  std::stop_source stop;
  AppOptions options;
  options.stop = stop.get_token();
  options.credentials_directory = outside_.credentials_directory;
  options.on_progress = [&] {
    if (stops_ || clock_.now() > now + kPreviewMax) stop.request_stop();
  };
  const auto fetcher = make_fetcher(config_, clock_, options);
  auto found = preview(wanted, *fetcher, config_, now);
  if (!found) return found.error();
  std::vector<web::FoundSource> sources;
  sources.push_back(
      {std::move(found->source), std::move(found->reading.items), std::move(found->notes)});
  return sources;
}

Result<web::TuneResult> PageServices::tune(const Profile& changed, std::optional<Instant> since) {
  const std::lock_guard lock(tuning_mutex_);
  auto answer = tuning_.answer(changed, since, clock_.now());
  if (!answer) return answer.error();
  return web::TuneResult{std::move(answer->before), std::move(answer->effect), answer->weeks};
}

}  // namespace fundwatch::daemon
