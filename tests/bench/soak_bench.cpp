#include <dirent.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/benches.h"
#include "tests/bench/household.h"
#include "tests/support/ports.h"

namespace fundwatch::bench {
namespace {

using namespace std::chrono_literals;

constexpr int kWeeks = 30;
// Of the real minutes: the household's clock runs so much faster than ours, so that sources, mails
// and nights come so much more often; and so do visits of the pages.
constexpr int kTimesNormal = 100;
constexpr std::chrono::minutes kIntervalOfWeeks{6h};
constexpr std::chrono::minutes kIntervalOfMinutes{1h};  // what a source has unless it is told
constexpr auto kVisitEvery = 100ms;                     // real; normal: one in ten seconds
constexpr int kVisitsOfADay = 20;

// Of the last quarter of a run beside the quarter before, when everything has had its size.
constexpr double kMemoryGrowthMax = 1.05;
constexpr double kDatabaseGrowthMax = 1.05;
constexpr double kHandleGrowthMax = 3;
// And never beyond what the unit allows (systemd/fundwatch.service).
constexpr double kMemoryMax = 1024;  // MB
constexpr double kHandlesMax = 4096;
constexpr double kThreadsMax = 160;
// The log is carried over at 16 MB, and may hold a night's work.
constexpr double kLogMax = 64;  // MB

// 2026-05-04 10:00 in Stockholm, a Monday.
constexpr Instant kStart{std::chrono::seconds(1777881600)};

struct Sample {
  double memory = 0;  // MB, as of all below
  double handles = 0;
  double threads = 0;
  double database = 0;
  double log = 0;
};

double status_of_process(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1));
  }
  return 0;
}

double open_handles() {
  double count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  while (const dirent* const entry = readdir(folder)) count += entry->d_name[0] != '.' ? 1 : 0;
  closedir(folder);
  return count - 1;  // the one that this took
}

Sample sample(const Household& household) {
  return {status_of_process("VmRSS") / 1024, open_handles(), status_of_process("Threads"),
          static_cast<double>(household.database_bytes()) / 1e6,
          static_cast<double>(household.log_bytes()) / 1e6};
}

void print_head(const char* unit) {
  std::printf("  %6s %8s %8s %8s %8s %8s %9s %8s %8s %8s\n", unit, "RSS MB", "handles", "threads",
              "db MB", "wal MB", "readings", "items", "mails", "pages");
}

void print_row(int number, const Sample& sample, const Household& household) {
  const auto& tally = household.tally();
  std::printf("  %6d %8.1f %8.0f %8.0f %8.1f %8.1f %9lld %8lld %8lld %8lld\n", number,
              sample.memory, sample.handles, sample.threads, sample.database, sample.log,
              static_cast<long long>(tally.sources_read), static_cast<long long>(tally.items),
              static_cast<long long>(household.mails()), static_cast<long long>(household.pages()));
  std::fflush(stdout);
}

double highest(const std::vector<Sample>& samples, double Sample::*figure, std::size_t from,
               std::size_t to) {
  double most = 0;
  for (std::size_t i = from; i < to; ++i) most = std::max(most, samples[i].*figure);
  return most;
}

bool holds(const char* words, double value, double limit) {
  const bool is_held = value <= limit;
  std::printf("  %-44s %8.2f   at most %-6g %s\n", words, value, limit, is_held ? "PASS" : "FAIL");
  return is_held;
}

enum class Database { flat, grows };

bool judge(const std::vector<Sample>& samples, Database database) {
  const std::size_t half = samples.size() / 2;
  const std::size_t last = samples.size() * 3 / 4;
  const auto before = [&](double Sample::*figure) { return highest(samples, figure, half, last); };
  const auto after = [&](double Sample::*figure) {
    return highest(samples, figure, last, samples.size());
  };
  const auto ever = [&](double Sample::*figure) {
    return highest(samples, figure, 0, samples.size());
  };
  std::vector<bool> verdicts{
      holds("memory, last quarter / third", after(&Sample::memory) / before(&Sample::memory),
            kMemoryGrowthMax),
      holds("handles, last quarter - third", after(&Sample::handles) - before(&Sample::handles),
            kHandleGrowthMax),
      holds("memory, MB", ever(&Sample::memory), kMemoryMax),
      holds("handles", ever(&Sample::handles), kHandlesMax),
      holds("threads", ever(&Sample::threads), kThreadsMax),
      holds("write-ahead log, MB", ever(&Sample::log), kLogMax)};
  if (database == Database::flat) {
    verdicts.push_back(holds("database, last quarter / third",
                             after(&Sample::database) / before(&Sample::database),
                             kDatabaseGrowthMax));
  }
  return std::ranges::all_of(verdicts, [](bool is_held) { return is_held; });
}

bool simulated_weeks(int weeks) {
  std::printf("soak: %d simulated weeks; announcements are kept two months\n", weeks);
  Household household(kStart, kIntervalOfWeeks);
  std::vector<Sample> samples;
  print_head("week");
  for (int week = 1; week <= weeks; ++week) {
    for (int day = 0; day < 7; ++day) {
      household.publish();
      household.play(household.clock.now() + std::chrono::days(1));
      for (int visit = 0; visit < kVisitsOfADay; ++visit) household.visit();
    }
    samples.push_back(sample(household));
    print_row(week, samples.back(), household);
  }
  return judge(samples, Database::flat);
}

// Our own time, not the household's.
using Real = std::chrono::steady_clock;

void minute(Household& household, Real::time_point begin, Real::time_point end) {
  Real::time_point next_visit = Real::now();
  Instant wake = household.clock.now();
  while (Real::now() < end) {
    const auto gone = std::chrono::duration_cast<std::chrono::milliseconds>(Real::now() - begin);
    household.clock.set(kStart + gone.count() * kTimesNormal / 1000 * 1s);
    if (household.clock.now() >= wake) wake = household.tick();
    if (Real::now() >= next_visit) {
      household.visit();
      next_visit += kVisitEvery;
    }
    tests::pause_for(5ms);
  }
}

bool real_minutes(int minutes) {
  std::printf("soak: %d real minutes at %d times the normal load\n", minutes, kTimesNormal);
  Household household(kStart, kIntervalOfMinutes);
  std::vector<Sample> samples;
  print_head("minute");
  const auto begin = Real::now();
  for (int number = 1; number <= minutes; ++number) {
    household.publish();
    minute(household, begin, begin + std::chrono::minutes(number));
    samples.push_back(sample(household));
    print_row(number, samples.back(), household);
  }
  return judge(samples, Database::grows);
}

}  // namespace

int soak_bench(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return simulated_weeks(kWeeks) ? 0 : 1;
  const int number = arguments.size() == 2 ? std::atoi(arguments[1].c_str()) : 0;
  if (number >= 4 && arguments[0] == "--minutes") return real_minutes(number) ? 0 : 1;
  if (number >= 4 && arguments[0] == "--weeks") return simulated_weeks(number) ? 0 : 1;
  std::fprintf(stderr, "usage: bench soak [--weeks N | --minutes N], at least 4\n");
  return 64;
}

}  // namespace fundwatch::bench
