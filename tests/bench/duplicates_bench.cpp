// How long a new item takes to find the one that announces the same among a million stored ones.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/case_finder.h"
#include "matchers/duplicate.h"
#include "matchers/fingerprint_bytes.h"
#include "store/store.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/usage.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

constexpr int kItems = 1'000'000;
constexpr int kNewItems = 2000;
constexpr int kPortion = 20'000;
constexpr int kSources = 300;
constexpr int kWords = 60'000;
constexpr int kSmallWords = 100;  // the most frequent ones tell nothing, and are left out
constexpr int kPlaces = 290;
constexpr int kDays = 3650;

// Invented announcements whose words are as rare as those of a language (Zipf), of ten years.
class World {
 public:
  explicit World(const std::vector<SourceId>& sources) : sources_(sources) {
    for (int rank = 1; rank <= kWords; ++rank) {
      sum_ += 1.0 / (rank + kSmallWords);
      reach_.push_back(sum_);
    }
  }

  Item item(int number) {
    Item item;
    item.source = sources_[static_cast<std::size_t>(up_to(kSources))];
    item.key = "k" + std::to_string(number);
    item.title = words(8);
    item.summary = words(25) + ".";
    item.text = words(120) + ".";
    const auto day = std::chrono::sys_days(std::chrono::year(2017) / 1 / 1) +
                     std::chrono::days(static_cast<long>(number) * kDays / kItems);
    item.first_seen = day;
    item.deadline = DueDate{Day(day + std::chrono::days(20 + up_to(90)))};
    if (up_to(2) == 0) item.amount = Amount{(1 + up_to(60)) * 50'000, "SEK"};
    if (up_to(2) == 0) item.place.municipality = "Ort" + std::to_string(up_to(kPlaces));
    return item;
  }

  // By another source, shortened, with some words of its own.
  Item retold(const Item& item, int number) {
    Item copy = this->item(number);
    copy.title = item.title.substr(0, item.title.rfind(' ')) + " " + words(2);
    copy.summary = words(4) + " " + item.summary.substr(0, item.summary.size() / 2) + "…";
    copy.text = item.text.substr(0, item.text.size() / 2) + " " + words(40);
    copy.deadline = item.deadline;
    copy.amount = item.amount;
    copy.place = item.place;
    if (copy.source == item.source) {
      copy.source = sources_[item.source == sources_[0] ? 1 : 0];
    }
    return copy;
  }

  int up_to(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

 private:
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + word();
    return text;
  }

  std::string word() {
    const double at = std::uniform_real_distribution<double>(0, sum_)(random_);
    auto rank = std::lower_bound(reach_.begin(), reach_.end(), at) - reach_.begin();
    // The last digit first: words that differ do so in their first letters.
    static constexpr std::string_view kConsonants = "bcdfghjklmnprstvx";
    static constexpr std::string_view kVowels = "aeiouy";
    constexpr auto kSyllables = static_cast<long>(kConsonants.size() * kVowels.size());
    std::string word;
    for (int syllable = 0; syllable < 3; ++syllable, rank /= kSyllables) {
      const auto number = static_cast<std::size_t>(rank % kSyllables);
      word += kConsonants[number / kVowels.size()];
      word += kVowels[number % kVowels.size()];
    }
    return word + "en";
  }

  const std::vector<SourceId> sources_;
  std::mt19937 random_{20261127};
  std::vector<double> reach_;
  double sum_ = 0;
};

std::vector<SourceId> add_sources(store::Store& store) {
  std::vector<SourceId> sources;
  for (int i = 0; i < kSources; ++i) {
    Source source;
    source.name = "Källa " + std::to_string(i);
    source.url = "https://" + std::to_string(i) + ".example/rss";
    sources.push_back(store.sources.save(source));
  }
  return sources;
}

ItemId add(store::Store& store, const Item& item) {
  return store.items.put(item, item.first_seen).id;
}

// Known to be different: they are kept without a search.
void fill(store::Store& store, World& world, std::vector<Item>& recent) {
  for (int begin = 0; begin < kItems; begin += kPortion) {
    store::Transaction transaction = store.begin();
    for (int i = begin; i < begin + kPortion; ++i) {
      Item item = world.item(i);
      const matchers::Fingerprint print = matchers::fingerprint(item);
      std::vector<std::uint32_t> keys;
      for (const matchers::Trait& trait : matchers::traits_of(print)) keys.push_back(trait.key);
      item.id = add(store, item);
      store.announcements.put(item.id, keys, matchers::bytes_of(print));
      if (i >= kItems - kPortion) recent.push_back(std::move(item));
    }
    transaction.commit();
    std::fprintf(stderr, "\rstored %d", begin + kPortion);
  }
  std::fprintf(stderr, "\n");
}

}  // namespace

int duplicates_bench() {
  const tests::TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
  store::Store store(file);
  World world(add_sources(store));
  std::vector<Item> recent;
  fill(store, world, recent);
  daemon::CaseFinder cases(store);
  std::vector<double> times;
  int told = 0;
  int joined = 0;
  int mixed = 0;
  for (int i = 0; i < kNewItems; ++i) {
    const bool is_retold = i % 2 == 0;
    const Item& original = recent[static_cast<std::size_t>(world.up_to(kPortion))];
    const Item item = is_retold ? world.retold(original, kItems + i) : world.item(kItems + i);
    store::Transaction transaction = store.begin();
    const Item stored = store.items.find(add(store, item)).value();
    const double begin = cpu_seconds();
    cases.place(stored, matchers::fingerprint(stored));
    times.push_back((cpu_seconds() - begin) * 1e6);
    const CaseId now = store.items.find(stored.id)->case_id;
    const bool is_joined = now == store.items.find(original.id)->case_id;
    if (is_retold) ++told;
    if (is_retold && is_joined) ++joined;
    if (now != stored.case_id && !(is_retold && is_joined)) ++mixed;
    transaction.commit();
  }
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  print_at_most("processor microseconds a new item among a million stored", sum / kNewItems, 1000);
  std::printf("median %.0f us, 99 of 100 below %.0f us\n", times[times.size() / 2],
              times[times.size() * 99 / 100]);
  std::printf("retold items found: %d of %d; joined wrongly: %d\n", joined, told, mixed);
  std::printf("the database: %.0f bytes an item\n",
              static_cast<double>(std::filesystem::file_size(file)) / kItems);
  return EXIT_SUCCESS;
}

}  // namespace fundwatch::bench
