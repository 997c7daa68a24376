#include "web/metrics_page.h"

#include <fmt/format.h>

#include <array>

#include "base/names.h"
#include "web/item_json.h"
#include "web/session.h"

namespace fundwatch::web {
namespace {

constexpr std::string_view kBearer = "Bearer ";

// The value of a label, as it stands between quotes.
std::string quoted(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\n') {
      text += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

class Exposition {
 public:
  void begin(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
  }
  void add(double value) { text_ += fmt::format("{} {}\n", name_, value); }
  void add(std::string_view label, std::string_view of, double value) {
    text_ += fmt::format("{}{{{}=\"{}\"}} {}\n", name_, label, quoted(of), value);
  }
  void gauge(std::string_view name, std::string_view help, double value) {
    begin(name, "gauge", help);
    add(value);
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::string name_;
};

double number(std::int64_t value) { return static_cast<double>(value); }

double age(Instant then, Instant now) { return number((now - then).count()); }

void put_source_states(Exposition& text, const std::vector<Source>& sources) {
  constexpr std::array kStates{SourceState::ok,    SourceState::failing,   SourceState::silent,
                               SourceState::moved, SourceState::attention, SourceState::paused};
  std::array<int, kStates.size()> counts{};
  for (const Source& source : sources) ++counts.at(static_cast<std::size_t>(state_of(source)));
  text.begin("fundwatch_sources", "gauge", "Sources by their state.");
  for (const SourceState state : kStates) {
    text.add("state", name_of(state), counts.at(static_cast<std::size_t>(state)));
  }
}

void put_sources(Exposition& text, const Site& site) {
  const std::vector<Source> sources = site.store.sources.all();
  const Instant now = site.clock.now();
  put_source_states(text, sources);
  std::optional<Instant> newest;
  text.begin("fundwatch_source_last_success_age_seconds", "gauge",
             "How long ago each source was read; none for one that never was.");
  for (const Source& source : sources) {
    if (!source.health.last_success) continue;
    newest = std::max(newest, source.health.last_success);
    text.add("source", source.name, age(*source.health.last_success, now));
  }
  if (newest) {
    text.gauge("fundwatch_last_success_age_seconds", "How long ago any source was read.",
               age(*newest, now));
  }
}

void put_hits(Exposition& text, const Site& site) {
  text.begin("fundwatch_items_total", "counter", "Items ever stored.");
  text.add(number(site.store.items.ever()));
  text.begin("fundwatch_hits", "gauge", "Hits that are stored, by profile.");
  for (const Profile& profile : site.store.profiles.all()) {
    text.add("profile", profile.name, number(site.store.hits.count_of(profile.id)));
  }
}

void put_mails(Exposition& text, const Site& site) {
  const store::Outbox& outbox = site.store.outbox;
  text.gauge("fundwatch_mails_sent", "Mails that were taken by the mail server.",
             outbox.count(store::MailState::sent, Instant{}));
  text.gauge("fundwatch_mails_bounced", "Mails that were refused for good.",
             outbox.count(store::MailState::refused, Instant{}));
  text.gauge("fundwatch_mails_deferred", "Mails that were tried and are tried again.",
             outbox.deferred());
  text.gauge("fundwatch_mail_queue", "Mails on their way, the deferred ones too.", outbox.queued());
  text.gauge("fundwatch_mail_on_hold", "1 while the mail server takes no mail at all.",
             outbox.hold() ? 1 : 0);
}

void put_service(Exposition& text, const Site& site) {
  text.begin("fundwatch_build_info", "gauge", "The version that runs.");
  text.add("version", FUNDWATCH_VERSION, 1);
  text.gauge("fundwatch_database_bytes", "Size of the database.", number(site.store.size_bytes()));
  const Vitals vitals = site.services.vitals();
  text.gauge("fundwatch_cycle_seconds", "How long the last round of work took.",
             vitals.last_cycle.count());
  text.gauge("fundwatch_worker_beat_age_seconds", "How long ago the worker showed a sign of life.",
             number(vitals.since_beat.count()));
}

bool may_read(const Site& site, const Request& request) {
  if (request.is_local) return true;
  const std::string& token = site.services.metrics_token;
  const std::string_view given = request.authorization;
  return !token.empty() && given.starts_with(kBearer) &&
         is_same_secret(given.substr(kBearer.size()), token);
}

}  // namespace

Reply health_page(const Site& site, const Request& /*request*/) {
  Reply reply{200, "text/plain; charset=utf-8", "ok\n", {}};
  static_cast<void>(site.store.revision());  // throws if the database cannot be read
  if (site.services.vitals().is_alive) return reply;
  reply.status = 503;
  reply.body = "the worker shows no sign of life\n";
  return reply;
}

Reply metrics_page(const Site& site, const Request& request) {
  if (!may_read(site, request)) {
    Reply refused{401,
                  "text/plain; charset=utf-8",
                  "for this machine, or with the token of web.metrics_token_file\n",
                  {}};
    refused.headers.emplace_back("WWW-Authenticate", "Bearer");
    return refused;
  }
  Exposition text;
  put_service(text, site);
  put_sources(text, site);
  put_hits(text, site);
  put_mails(text, site);
  return {200, "text/plain; version=0.0.4; charset=utf-8", text.take(), {}};
}

}  // namespace fundwatch::web
