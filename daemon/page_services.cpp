#include "daemon/page_services.h"

#include <stdexcept>
#include <stop_token>
#include <utility>

#include "daemon/app.h"
#include "daemon/digest_maker.h"
#include "daemon/profiles_in_force.h"
#include "daemon/source_preview.h"
#include "digest/hash.h"
#include "digest/message.h"
#include "feeds/facts/facts.h"
#include "feeds/read/opml.h"
#include "feeds/read/stated_reading.h"
#include "matchers/matcher.h"
#include "web/session.h"

namespace fundwatch::daemon {
namespace {

// "Bidrag att söka, Träffar och utbildningar"
std::string titles_of(const std::vector<Hit>& hits, const matchers::Matcher& matcher) {
  std::string titles;
  for (const Hit& hit : hits) {
    for (const Profile& profile : matcher.profiles()) {
      if (profile.id != hit.profile) continue;
      const std::string& title = profile.title.swedish;
      titles += (titles.empty() ? "" : ", ") + (title.empty() ? profile.name : title);
    }
  }
  return titles;
}

}  // namespace

web::Services PageServices::services() {
  return {.find_sources = [this](const Source& wanted) { return find_sources(wanted); },
          .add_by_hand = [this](const web::HandEntry& entry) { return add_by_hand(entry); },
          .tune = [this](const Profile& changed,
                         std::optional<Instant> since) { return tune(changed, since); },
          .read_opml = [this](std::string_view bytes) { return read_opml(bytes); },
          .sample_digest =
              [this](const Subscriber& subscriber) {
                digest::Rendering made = sample(subscriber);
                return web::DigestSample{std::move(made.subject), std::move(made.html),
                                         std::move(made.text)};
              },
          .send_sample = [this](const Subscriber& subscriber,
                                const web::Trial& trial) { send_sample(subscriber, trial); },
          .vitals = outside_.vitals,
          .metrics_token = metrics_token(),
          .lexicon = outside_.lexicon};
}

// There need be none.
std::string PageServices::metrics_token() const {
  constexpr const char* kCredential = "metrics-token";
  const std::filesystem::path& credentials = outside_.credentials_directory;
  const bool is_given =
      !config_.web.metrics_token_file.empty() ||
      (!credentials.empty() && std::filesystem::exists(credentials / kCredential));
  if (!is_given) return {};
  const auto token = config::read_secret(config_.web.metrics_token_file, kCredential, credentials);
  if (!token) throw ConfigurationFault(token.error().message);
  return *token;
}

digest::Rendering PageServices::sample(const Subscriber& subscriber) {
  const std::lock_guard lock(mutex_);
  return DigestMaker(config_, store_, calendar_, outside_.mode).sample(subscriber, clock_.now());
}

// As a notice to the one who wants to see it: it is no mail of a list, and nobody is subscribed.
void PageServices::send_sample(const Subscriber& subscriber, const web::Trial& trial) {
  digest::Rendering rendering = sample(subscriber);
  rendering.subject = trial.mark + rendering.subject;
  config::Config config = config_;
  config.coordinator.email = trial.recipient;
  const Instant now = clock_.now();
  const std::string name = digest::hash_of(web::new_session_token());  // another one every time
  Mail mail = digest::make_notice(
      rendering,
      {digest::notice_id("trial-" + name, config.mail), now, calendar_.local(now).offset, ""},
      config);
  mail.next_attempt = now;
  const std::lock_guard lock(mutex_);
  store_.outbox.add(mail, now);
}

Result<std::vector<Source>> PageServices::read_opml(std::string_view bytes) const {
  const auto feeds = feeds::read_opml(bytes, config_.read.depth_max);
  if (!feeds) return feeds.error();
  std::vector<Source> sources;
  for (const feeds::ListedFeed& feed : *feeds) {
    Source source;
    source.name = feed.title;
    source.url = feed.url;
    source.interval = kFeedInterval;
    sources.push_back(source);
  }
  return sources;
}

Result<web::FoundSources> PageServices::find_sources(const Source& wanted) {
  const Instant now = clock_.now();
  std::stop_source stop;
  AppOptions options;
  options.stop = stop.get_token();
  options.credentials_directory = outside_.credentials_directory;
  options.on_progress = [&] {
    if (stops_ || clock_.now() > now + kPreviewMax) stop.request_stop();
  };
  const auto fetcher = make_fetcher(config_, clock_, options);
  auto found = choices(wanted, *fetcher, config_, now);
  if (!found) return found.error();
  web::FoundSources sources;
  for (Preview& each : found->all) {
    sources.all.push_back({std::move(each.source), std::move(each.reading.items)});
  }
  for (PreviewLine& each : found->page) {
    sources.page.push_back(
        {std::move(each.line.text), each.line.is_heading, each.line.begins_block, each.choice});
  }
  note_hits(sources.all, now);
  return sources;
}

// The page as one item: its title and its running text.
Result<web::HandAdded> PageServices::add_by_hand(const web::HandEntry& entry) {
  Item item;
  item.url = entry.url;
  item.title = entry.title;
  item.text = entry.text;
  if (!entry.url.empty() && entry.text.empty()) {
    Source wanted;
    wanted.url = entry.url;
    wanted.kind = SourceKind::watch;
    auto found = find_sources(wanted);
    if (!found) return found.error();
    if (!found->all.empty() && !found->all.front().items.empty()) {
      const Item& page = found->all.front().items.front();
      if (item.title.empty()) item.title = page.title;
      item.text = page.text;
      item.language = page.language;
    }
  }
  if (item.title.empty()) item.title = entry.url;
  const HandEntryBook::Added added =
      hand_entries_.add(std::move(item), entry.source_name, clock_.now());
  return web::HandAdded{added.item.case_id, added.item.title, added.hits};
}

// Without the texts of the pages that the items link to, which nobody has asked for yet.
void PageServices::note_hits(std::vector<web::FoundSource>& sources, Instant now) {
  std::vector<Profile> profiles;
  for (ProfileInForce& each : profiles_in_force(hand_store_)) {
    if (each.profile) profiles.push_back(*std::move(each.profile));
  }
  const auto matcher =
      matchers::Matcher::compile(std::move(profiles), outside_.lexicon, config_.place.county);
  if (!matcher) return;
  for (web::FoundSource& source : sources) {
    for (Item item : source.items) {
      if (!feeds::states_facts(source.source.kind)) {
        feeds::find_facts(item, {.publisher = source.source.name, .seen = now}, calendar_);
      }
      source.profiles.push_back(titles_of(matcher->match({item, source.source.name}), *matcher));
    }
  }
}

Result<web::TuneResult> PageServices::tune(const Profile& changed, std::optional<Instant> since) {
  const std::lock_guard lock(mutex_);
  auto answer = tuning_.answer(changed, since, clock_.now());
  if (!answer) return answer.error();
  return web::TuneResult{std::move(answer->before), std::move(answer->effect), answer->weeks};
}

}  // namespace fundwatch::daemon
