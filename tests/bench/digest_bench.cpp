#include <spdlog/logger.h>

#include <cstdio>
#include <cstdlib>

#include "daemon/delivery.h"
#include "daemon/parts.h"
#include "digest/signed_link.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/usage.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

constexpr int kHits = 40;
constexpr int kProfiles = 5;
// 2027-02-15 07:00 in Stockholm, a Monday.
constexpr Instant kMonday{std::chrono::seconds(1802671200)};

config::Config settings(const std::filesystem::path& folder) {
  config::Config config;
  config.installation.name = "Bevakningen för sociala företag i Gävleborg";
  config.installation.state_directory = folder;
  config.mail.from = "bevakning@asf.example";
  config.web.public_url = "https://bevakning.example";
  return config;
}

std::string profile_name(int i) { return "profil-" + std::to_string(i); }

Item item_of(SourceId source, int number) {
  Item item;
  item.source = source;
  item.key = std::to_string(number);
  item.url = "https://kommun.example/annonser/" + item.key;
  item.title = "Utlysning " + item.key + ": utveckla arbetsintegrerande sociala företag i länet";
  item.summary =
      "Den som söker ska vara en förening, ett socialt kooperativ eller ett arbetsintegrerande "
      "socialt företag som vill växa och anställa fler som står långt från arbetsmarknaden.";
  for (int i = 0; i < 8; ++i) item.text += item.summary + " ";
  item.language = "sv";
  item.published = kMonday - std::chrono::hours(number % 100 + 1);
  item.deadline = DueDate{std::chrono::year{2027} / 3 / (1 + number % 28), std::nullopt, false};
  item.amount = Amount{100'000 + number, "SEK"};
  item.place.municipality = "Gävle";
  return item;
}

// Every profile has hits of its own, as many as one mail holds.
void fill_with_hits(store::Store& store) {
  Source feed;
  feed.name = "Gävle kommun";
  feed.url = "https://kommun.example/rss";
  const SourceId source = store.sources.save(feed);
  store::Transaction transaction = store.begin();
  for (int i = 0; i < kProfiles; ++i) {
    Profile profile;
    profile.name = profile_name(i);
    profile.title.swedish = "Bidrag att söka";
    profile.terms = {{"sociala företag"}};
    const ProfileId id = store.profiles.save(profile, "bench", kMonday).id;
    for (int j = 0; j < kHits; ++j) {
      const Item item = item_of(source, i * kHits + j);
      const ItemId stored = store.items.put(item, kMonday - std::chrono::hours(1)).id;
      const auto at = item.title.find("sociala");
      const Hit hit{.profile = id,
                    .profile_version = 1,
                    .score = 1,
                    .reasons = {{"sociala företag", 1, Field::title, at, at + 16}}};
      store.hits.replace(stored, {id}, {hit}, kMonday - std::chrono::hours(1));
    }
  }
  transaction.commit();
}

void add_subscribers(store::Store& store, int count) {
  store::Transaction transaction = store.begin();
  for (int i = 0; i < count; ++i) {
    Subscriber subscriber;
    subscriber.email = "s" + std::to_string(i) + "@asf.example";
    subscriber.name = "Anna";
    subscriber.profiles = {profile_name(i % kProfiles)};
    subscriber.since = kMonday - std::chrono::days(7);
    subscriber.consented_at = subscriber.since;
    const SubscriberId id = store.subscribers.save(subscriber).value();
    store.subscribers.set_next_digest(id, kMonday);
  }
  transaction.commit();
}

// Composed, rendered, and committed with their ledger: as the daemon does it on a Monday.
Usage queued(int subscribers) {
  const tests::TemporaryFolder folder;
  const config::Config config = settings(folder.path());
  {
    store::Store store(config.database());
    store.signing_keys.add(digest::new_signing_key(kMonday));
    fill_with_hits(store);
    add_subscribers(store, subscribers);
  }
  return measure([&] {
    store::Store store(config.database());
    const tests::FakeClock clock(kMonday);
    tests::FakeFetcher fetcher;
    tests::FakeMailer mailer;
    spdlog::logger silence("bench");
    daemon::Troubles troubles(silence, {});
    const daemon::Parts parts{
        .clock = clock, .fetcher = fetcher, .mailer = mailer, .log = silence, .troubles = troubles};
    const Calendar calendar;
    daemon::Delivery delivery(config, store, parts, calendar, digest::Mode::real);
    if (delivery.queue_due_digests() != subscribers) std::abort();
    if (store.outbox.queued() != subscribers) std::abort();
  });
}

// By the clock, which counts what else the machine does, and by the processor, which does not.
void print_speed(const char* name, int subscribers, const Usage& usage) {
  print_usage(name, usage, 0);
  if (usage.wall_seconds <= 0 || usage.cpu_seconds <= 0) return;
  print_at_least("digests a second, by the clock", subscribers / usage.wall_seconds, 500);
  print_at_least("digests a second of one processor", subscribers / usage.cpu_seconds, 500);
}

}  // namespace

int digest_bench() {
  constexpr int kFew = 10'000;
  constexpr int kMany = 100'000;
  std::printf("digest: %d hits each, composed, rendered and queued, synchronous = FULL\n", kHits);
  const Usage few = queued(kFew);
  print_speed("10,000 subscribers", kFew, few);
  const Usage many = queued(kMany);
  print_speed("100,000 subscribers", kMany, many);
  print_at_most("memory of ten times as many / memory", many.peak_megabytes / few.peak_megabytes,
                1.2);
  return 0;
}

}  // namespace fundwatch::bench
