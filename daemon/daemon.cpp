#include "daemon/daemon.h"

#include <spdlog/logger.h>

#include <algorithm>
#include <unordered_map>

#include "daemon/departures.h"

namespace fundwatch::daemon {
namespace {

std::vector<Profile> profiles_of(std::vector<ProfileInForce> in_force) {
  std::vector<Profile> profiles;
  for (ProfileInForce& each : in_force) {
    if (each.profile) profiles.push_back(*std::move(each.profile));
  }
  return profiles;
}

}  // namespace

Daemon::Daemon(const config::Config& config, store::Store& store, const Parts& parts,
               digest::Mode mode)
    : config_(config),
      store_(store),
      parts_(parts),
      calendar_(config.installation.time_zone),
      pipeline_(config, store, parts_),
      linked_texts_(config, store, parts_, pipeline_),
      alarms_(config, store, parts_, calendar_, mode),
      profile_faults_(config, store, parts_, calendar_, mode),
      confirmations_(config, store, parts_, calendar_),
      delivery_(config, store, parts_, calendar_, mode),
      reminders_(config, store, parts_, calendar_, mode),
      edition_preview_(config, store, parts_, calendar_, mode),
      returned_mails_(config, store, parts_, calendar_, mode),
      webhook_rounds_(config, store, parts_, calendar_, mode),
      housekeeping_(config, store, parts_, calendar_),
      rematching_(config, store, parts_),
      matcher_(matcher_of({}, parts, config)),
      our_side_(parts_, calendar_),
      marking_(store) {}

Instant Daemon::tick() {
  reload_profiles();
  tally_.hits += rematching_.work(matcher_);  // before anything new, which is matched as it comes
  fetch_due_sources();
  read_due_linked_texts();
  catch_up_with_marks();
  if (parts_.stopping()) return parts_.clock.now();
  // While our side is down nothing new is known of the sources.
  const auto alarms = our_side_.is_down() ? std::nullopt : alarms_.look();
  next_returns_ = returned_mails_.read_due();
  erase_departed(store_, parts_.clock.now());
  deliver();
  post_to_webhooks();
  housekeeping_.work();
  return next_wake(alarms);
}

void Daemon::deliver() {
  confirmations_.ask();
  next_preview_ = edition_preview_.look();
  tally_.digests += delivery_.queue_due_digests();
  reminders_.queue_due();
  tally_.mails += delivery_.send_due_mails();
}

void Daemon::reload_profiles() {
  const std::int64_t revision = store_.revision();
  if (known_revision_ == revision) return;
  std::vector<ProfileInForce> in_force = profiles_in_force(store_);
  profile_faults_.tell(in_force);
  matcher_ = matcher_of(profiles_of(std::move(in_force)), parts_, config_);
  known_revision_ = revision;
}

void Daemon::fetch_due_sources() {
  if (our_side_.next_try() > parts_.clock.now()) return;
  std::vector<Source> due = store_.sources.due(parts_.clock.now());
  if (due.empty()) return;
  if (due.size() > kSourcesPerTickMax) due.resize(kSourcesPerTickMax);
  arrived_ = {};  // of a tick that failed: they are asked again
  std::unordered_map<SourceId, feeds::Inquiry> inquiries;
  std::vector<feeds::Request> requests;
  for (Source& source : due) {
    if (source.kind == SourceKind::mail) {
      read_mailbox(source);
      continue;
    }
    feeds::Inquiry inquiry(asked(std::move(source)));
    requests.push_back(inquiry.first());
    inquiries.emplace(inquiry.source().id, std::move(inquiry));
  }
  parts_.fetcher.fetch(std::move(requests),
                       [&](const feeds::Request& request, feeds::Answer answer) {
                         our_side_.hear(answer);
                         parts_.on_progress();
                         if (!arrived_.is_of(parts_.clock.now())) store(arrived_.take());
                         const auto inquiry = inquiries.find(request.source);
                         auto next = inquiry->second.take(std::move(answer));
                         if (next) return next;
                         Visit visit = visit_of(std::move(inquiry->second));
                         inquiries.erase(inquiry);
                         if (!our_side_.keeps(visit)) store_soon(std::move(visit));
                         return next;
                       });
  for (Visit& blamed : our_side_.judge_round()) store_soon(std::move(blamed));
  store(arrived_.take());
}

void Daemon::store_soon(Visit visit) {
  if (!arrived_.has_room_for(visit)) store(arrived_.take());
  arrived_.add(std::move(visit), parts_.clock.now());
}

void Daemon::store(std::vector<Visit> visits) {
  if (visits.empty()) return;
  std::vector<Ingested> all;
  store::Transaction transaction = store_.begin();
  for (Visit& visit : visits) {
    all.push_back(ingest(std::move(visit)));
    parts_.on_progress();
  }
  parts_.at(Point::commit);
  transaction.commit();
  parts_.at(Point::committed);
  for (const Ingested& ingested : all) count(ingested);
}

void Daemon::read_mailbox(const Source& source) {
  if (parts_.stopping()) return;
  const auto known = store_.mailboxes.find(source.id).value_or(store::MailboxPosition{});
  MailVisit mails = visit_mailbox(asked(source), {known.validity, known.last}, parts_.read_mailbox);
  parts_.on_progress();
  if (parts_.stopping()) return;  // it may be the stop that has failed it
  for (const std::string& note : mails.notes) {
    parts_.log.info("source \"{}\": {}", source.name, note);
  }
  std::vector<Visit> visits;
  visits.push_back(std::move(mails.visit));
  store(std::move(visits));
}

feeds::Asked Daemon::asked(Source source) const {
  return {.source = std::move(source),
          .now = parts_.clock.now(),
          .limits = config_.read,
          .pages_max = config_.fetch.pages_max};
}

Ingested Daemon::ingest(Visit visit) {
  if (visit.items) {
    visit.items = store_.upkeep.without_retired(visit.source.id, *std::move(visit.items));
  }
  return pipeline_.ingest(std::move(visit), matcher_);
}

void Daemon::count(const Ingested& ingested) {
  if (!ingested.postponed) ++(ingested.read ? tally_.sources_read : tally_.sources_failed);
  tally_.items += ingested.fresh;
  tally_.hits += ingested.hits;
}

// Before digests are made: none goes out while a text that came with it was never tried.
void Daemon::read_due_linked_texts() {
  if (parts_.stopping() || our_side_.is_down()) return;
  const LinkedTexts::Read read = linked_texts_.read_due(matcher_);
  tally_.texts += read.texts;
  tally_.hits += read.hits;
}

// Of items that are there from before there were marks, and whatever changed on another way.
void Daemon::catch_up_with_marks() {
  if (parts_.stopping()) return;
  has_unmarked_ = marking_.catch_up(kMarkedPerTickMax) == kMarkedPerTickMax;
  parts_.on_progress();
}

// After the mails, which a slow receiver must not keep waiting.
void Daemon::post_to_webhooks() {
  if (!our_side_.is_down()) tally_.posts += webhook_rounds_.post_due();
}

Instant Daemon::next_wake(std::optional<Instant> alarms) const {
  const Instant now = parts_.clock.now();
  Instant wake = now + kTickIntervalMax;
  const auto earlier = [&](std::optional<Instant> instant) {
    if (instant) wake = std::min(wake, *instant);
  };
  earlier(alarms);
  earlier(housekeeping_.next());
  if (has_unmarked_) wake = now;
  const Instant our_side = our_side_.next_try().value_or(Instant::min());
  if (const auto source = store_.sources.next_check()) earlier(std::max(*source, our_side));
  if (const auto text = store_.linked_texts.next_attempt()) earlier(std::max(*text, our_side));
  if (const auto post = store_.webhooks.next_try()) earlier(std::max(*post, our_side));
  earlier(delivery_.next_digest());
  earlier(store_.reminders.next());
  earlier(next_preview_);
  earlier(next_returns_);
  earlier(next_erasure(store_));
  earlier(next_mail());
  return wake;
}

std::optional<Instant> Daemon::next_mail() const {
  const auto mail = store_.outbox.next_attempt();
  if (!mail) return std::nullopt;
  const auto hold = store_.outbox.hold();
  return std::max({*mail, hold ? hold->next_try : *mail, delivery_.next_send()});
}

}  // namespace fundwatch::daemon
