// ./dev bench tune [stored|memory]: what a changed profile would gain and lose, over a county's ten
// years of items in a database and over a million in memory, or one of the two.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <unordered_map>

#include "config/catalogue.h"
#include "config/embedded.h"
#include "daemon/tuning.h"
#include "matchers/lexicon.h"
#include "tests/bench/announcements.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/usage.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

constexpr std::int64_t kStored = 200'000;
constexpr std::int64_t kInMemory = 1'000'000;
constexpr std::int64_t kPerTransaction = 1000;
constexpr int kRounds = 3;

double seconds_of(const std::function<void()>& work) {
  const double begin = cpu_seconds();
  work();
  return cpu_seconds() - begin;
}

// One thing changed at a time, as somebody at a keyboard does.
struct Typed {
  const char* what;
  std::function<void(Profile&)> change;
};

std::vector<Typed> typed(int round) {
  static const char* const kNew[][3] = {{"verkstad", "svets", "kafé"},
                                        {"tvätteri", "snickeri", "cykel"},
                                        {"trädgård", "återbruk", "catering"}};
  const auto* const words = kNew[round % kRounds];
  return {
      {"the threshold", [](Profile& profile) { profile.threshold += 0.1; }},
      {"a weight", [](Profile& profile) { profile.terms[0].weight += 0.1; }},
      {"a word less", [](Profile& profile) { profile.terms.pop_back(); }},
      {"a new word", [=](Profile& profile) { profile.terms.push_back({words[0]}); }},
      {"a new word with an open end",
       [=](Profile& profile) { profile.terms.push_back({std::string(words[1]) + "*"}); }},
      {"a new phrase",
       [=](Profile& profile) { profile.terms.push_back({"stöd " + std::string(words[2])}); }},
      {"a new rule",
       [=](Profile& profile) {
         profile.terms.push_back({"(" + std::string(words[0]) + " OR title:" + words[2] +
                                  ") AND NOT " + words[1] + " AND deadline:<30d"});
       }},
  };
}

// Processor seconds of the slowest change, after a question that has seen the profile.
double slowest_of(const Profile& profile, const std::function<void(const Profile&)>& ask) {
  double slowest = 0;
  ask(profile);
  for (int round = 0; round < kRounds; ++round) {
    for (const Typed& each : typed(round)) {
      Profile changed = profile;
      each.change(changed);
      const double seconds = seconds_of([&] { ask(changed); });
      if (round == 0) std::printf("  %-42s %8.3f s\n", each.what, seconds);
      slowest = std::max(slowest, seconds);
    }
  }
  return slowest;
}

// The profile that has most terms of those that a county begins with.
Profile profile_to_tune(const std::vector<Profile>& profiles) {
  return *std::ranges::max_element(profiles, {}, [](const Profile& p) { return p.terms.size(); });
}

double bytes_on_disk(const std::filesystem::path& file) {
  const SQLite::Database database(file.string());
  SQLite::Statement row(database,
                        "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%mark%' "
                        "OR name IN (SELECT name FROM sqlite_schema WHERE tbl_name LIKE '%mark%')");
  row.executeStep();
  return row.getColumn(0).getDouble();
}

void store_items(store::Store& store, const Announcements& announcements) {
  Source source;
  source.name = "Bench";
  source.url = "https://a.example/rss";
  const SourceId id = store.sources.save(source);
  daemon::Marking marking(store);
  for (std::int64_t number = 1; number <= kStored; number += kPerTransaction) {
    store::Transaction transaction = store.begin();
    std::vector<Item> items;
    for (std::int64_t i = 0; i < kPerTransaction; ++i) {
      items.push_back(announcements.item(number + i));
      items.back().source = id;
    }
    store.items.put(items, items.front().first_seen);
    marking.catch_up(kPerTransaction);
    transaction.commit();
  }
}

void measure_stored(const Announcements& announcements, const std::vector<Profile>& profiles,
                    const std::shared_ptr<const matchers::Lexicon>& lexicon) {
  const tests::TemporaryFolder folder;
  const auto file = folder / "fundwatch.db";
  store::Store store(file);
  const double storing = seconds_of([&] { store_items(store, announcements); });
  std::printf("tune: %ld items stored, %.0f us CPU an item\n", static_cast<long>(kStored),
              storing * 1e6 / static_cast<double>(kStored));
  for (const Profile& profile : profiles) store.profiles.save(profile, "bench", Instant{});
  daemon::Tuning tuning(store, {.database = file, .lexicon = [&] { return lexicon; }});
  const Profile profile = profile_to_tune(profiles);
  const auto ask = [&](const Profile& changed) {
    const auto answer = tuning.answer(changed, {}, Instant(std::chrono::hours(500'000)));
    if (!answer) std::printf("  %s\n", answer.error().message.c_str());
  };
  print_at_most("200,000: the first answer, CPU s", seconds_of([&] { ask(profile); }), 5);
  print_at_most("200,000: the slowest change, CPU s", slowest_of(profile, ask), 0.1);
  print_at_most("200,000: MB held", static_cast<double>(tuning.memory()) / 1e6, 300);
  print_at_most("200,000: bytes of marks an item on disk",
                bytes_on_disk(file) / static_cast<double>(kStored), 1000);
}

void measure_in_memory(const Announcements& announcements, const std::vector<Profile>& profiles,
                       const std::shared_ptr<const matchers::Lexicon>& lexicon) {
  matchers::Tuner tuner(matchers::MarkTable(lexicon), matchers::Index(), [&](ItemId id) {
    return std::optional(announcements.item(static_cast<std::int64_t>(id)));
  });
  {
    matchers::Marker marker;
    std::unordered_map<std::string, matchers::MarkId> ids;
    std::vector<matchers::MarkId> marks;
    for (std::int64_t number = 1; number <= kInMemory; ++number) {
      const Item item = announcements.item(number);
      marks.clear();
      for (const std::string& text : marker.marks_of(item)) {
        const auto [known, is_new] =
            ids.emplace(text, matchers::MarkId{static_cast<std::uint32_t>(ids.size() + 1)});
        if (is_new) tuner.marks().add(known->second, text);
        marks.push_back(known->second);
      }
      std::ranges::sort(marks);
      marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
      tuner.index().put(item.id, item.first_seen, marks);
    }
    std::printf("tune: %ld items in memory, with %zu different marks\n",
                static_cast<long>(kInMemory), ids.size());
  }
  const Profile profile = profile_to_tune(profiles);
  const matchers::SourceNames sources;
  const std::unordered_map<ItemId, Review> reviews;
  const auto ask = [&](const Profile& changed) {
    const auto effect = tuner.effect_of({&profile, changed, {}, sources, reviews});
    if (!effect) std::printf("  %s\n", effect.error().message.c_str());
  };
  print_at_most("1,000,000: the slowest change, CPU s", slowest_of(profile, ask), 0.5);
  std::printf("  of it postings %.1f MB, the texts of marks %.1f MB\n",
              static_cast<double>(tuner.index().memory()) / 1e6,
              static_cast<double>(tuner.marks().memory()) / 1e6);
  print_at_most("1,000,000: MB held", static_cast<double>(tuner.memory()) / 1e6, 300);
}

}  // namespace

int tune_bench(const std::vector<std::string>& arguments) {
  const auto lexicon = matchers::Lexicon::read(std::string(matchers::kSwedishDictionary));
  if (!lexicon) {
    std::printf("tune: install hunspell-sv\n");
    return 69;
  }
  const std::vector<Profile> profiles =
      config::read_profiles(config::embedded_file("starter/profiles.toml"), "profiles").value();
  const Announcements announcements(**lexicon, profiles);
  const auto is_wanted = [&](const char* part) {
    return arguments.empty() || arguments.front() == part;
  };
  if (is_wanted("stored")) measure_stored(announcements, profiles, *lexicon);
  if (is_wanted("memory")) measure_in_memory(announcements, profiles, *lexicon);
  return 0;
}

}  // namespace fundwatch::bench
