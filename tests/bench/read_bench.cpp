#include <pugixml.hpp>

#include <cstdio>
#include <fstream>
#include <limits>

#include "feeds/read/raw_reading.h"
#include "tests/bench/benches.h"
#include "tests/bench/swedish_feed.h"
#include "tests/bench/usage.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

constexpr int kRuns = 3;

const config::Read kNoLimits{.items_max = std::numeric_limits<std::size_t>::max()};

feeds::Document document_of(const std::string& bytes) {
  feeds::Document document;
  document.bytes = bytes;
  document.content_type = "application/rss+xml; charset=utf-8";
  document.url = "https://a.example/rss";
  return document;
}

void print(const char* name, const Usage& usage, double megabytes) {
  if (!usage.succeeded) {
    std::printf("  %-34s not run\n", name);
    return;
  }
  std::printf("  %-34s %8.1f MB/s %8.2f CPU s %8.0f MB\n", name, megabytes / usage.cpu_seconds,
              usage.cpu_seconds, usage.peak_megabytes);
}

void print_ratio(const char* words, double value, const char* wanted) {
  std::printf("  %-50s %6.2f   (wanted %s)\n", words, value, wanted);
}

}  // namespace

int read_bench() {
  const tests::TemporaryFolder folder;
  const auto file = folder / "feed.rss";
  std::string bytes = swedish_rss({});
  std::ofstream(file, std::ios::binary) << bytes;
  const double megabytes = static_cast<double>(bytes.size()) / 1e6;
  std::printf("read: %.0f MB of Swedish RSS; per processor second, peak memory of the process\n",
              megabytes);

  const Usage nothing = measure([] {});
  const Usage parse = best_of(kRuns, [&] {
    return measure([&] {
      pugi::xml_document document;
      document.load_buffer(bytes.data(), bytes.size());
    });
  });
  const Usage raw = best_of(kRuns, [&] {
    return measure([&] { (void)feeds::read_raw(document_of(bytes), kNoLimits); });
  });
  const Usage items = best_of(
      kRuns, [&] { return measure([&] { (void)feeds::read(document_of(bytes), kNoLimits); }); });
  const Usage sfeed = best_of(kRuns, [&] { return measure_command({"sfeed"}, file); });
  const Usage feedparser = measure_command(
      {"/usr/bin/python3", "-c",
       "import sys, feedparser; assert feedparser.parse(sys.stdin.buffer.read()).entries"},
      file);

  print("pugixml parse alone", parse, megabytes);
  print("fundwatch, entries with raw HTML", raw, megabytes);
  print("fundwatch, finished items", items, megabytes);
  print("sfeed", sfeed, megabytes);
  print("python3-feedparser", feedparser, megabytes);
  print_ratio("raw entries: time / pugixml's", raw.cpu_seconds / parse.cpu_seconds, "<= 5");
  if (sfeed.succeeded) {
    print_ratio("raw entries: speed / sfeed's", sfeed.cpu_seconds / raw.cpu_seconds, ">= 1.5");
  }
  if (feedparser.succeeded) {
    print_ratio("finished items: speed / feedparser's", feedparser.cpu_seconds / items.cpu_seconds,
                ">= 15");
  }
  print_ratio("memory / input, beyond the input itself",
              (items.peak_megabytes - nothing.peak_megabytes) / megabytes, "<= 4");
  return 0;
}

}  // namespace fundwatch::bench
