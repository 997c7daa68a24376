#include <pugixml.hpp>

#include <cstdio>
#include <fstream>
#include <limits>

#include "feeds/read/raw_reading.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/swedish_feed.h"
#include "tests/bench/usage.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::bench {
namespace {

constexpr int kRounds = 5;

const config::Read kNoLimits{.items_max = std::numeric_limits<std::size_t>::max()};

feeds::Document document_of(const std::string& bytes) {
  feeds::Document document;
  document.bytes = bytes;
  document.content_type = "application/rss+xml; charset=utf-8";
  document.url = "https://a.example/rss";
  return document;
}

}  // namespace

int read_bench() {
  const tests::TemporaryFolder folder;
  const auto file = folder / "feed.rss";
  const std::string bytes = swedish_rss({});
  std::ofstream(file, std::ios::binary) << bytes;
  const double megabytes = static_cast<double>(bytes.size()) / 1e6;
  std::printf("read: %.0f MB of Swedish RSS; per processor second, peak memory of the process\n",
              megabytes);

  const Usage nothing = measure([] {});
  const std::vector<Usage> best = best_of_rounds(
      kRounds,
      {[&] {
         return measure([&] {
           pugi::xml_document document;
           document.load_buffer(bytes.data(), bytes.size());
         });
       },
       [&] { return measure([&] { (void)feeds::read_raw(document_of(bytes), kNoLimits); }); },
       [&] { return measure([&] { (void)feeds::read(document_of(bytes), kNoLimits); }); },
       [&] { return measure_command({"sfeed"}, file); }});
  const Usage& parse = best[0];
  const Usage& raw = best[1];
  const Usage& items = best[2];
  const Usage& sfeed = best[3];
  const Usage feedparser = measure_command(
      {"/usr/bin/python3", "-c",
       "import sys, feedparser; assert feedparser.parse(sys.stdin.buffer.read()).entries"},
      file);

  print_usage("pugixml parse alone", parse, megabytes);
  print_usage("fundwatch, entries with raw HTML", raw, megabytes);
  print_usage("fundwatch, finished items", items, megabytes);
  print_usage("sfeed", sfeed, megabytes);
  print_usage("python3-feedparser", feedparser, megabytes);
  if (sfeed.succeeded) {
    print_at_least("raw entries: speed / sfeed's", sfeed.cpu_seconds / raw.cpu_seconds, 1.5);
  }
  print_at_most("raw entries: time / pugixml's", raw.cpu_seconds / parse.cpu_seconds, 5);
  if (feedparser.succeeded) {
    print_at_least("finished items: speed / feedparser's",
                   feedparser.cpu_seconds / items.cpu_seconds, 15);
  }
  print_at_most("memory / input, beyond the input itself",
                (items.peak_megabytes - nothing.peak_megabytes) / megabytes, 4);
  return 0;
}

}  // namespace fundwatch::bench
