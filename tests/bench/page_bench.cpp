#include <cstdio>

#include "base/check.h"
#include "feeds/read/charset.h"
#include "feeds/read/items.h"
#include "feeds/read/page_list.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/swedish_page.h"
#include "tests/bench/usage.h"

namespace fundwatch::bench {
namespace {

constexpr int kRounds = 5;
constexpr std::size_t kBlocks = 200;
constexpr int kPages = 100;

void read_once(const std::string& bytes, const PageRule& rule) {
  const config::Read limits;
  const auto decoded = feeds::decode(bytes, "text/html", feeds::Markup::html);
  CHECK(decoded.ok());
  const auto page = feeds::open_page({decoded->text, "https://a.example/"}, limits.depth_max);
  auto list = feeds::read_page(page, rule, limits);
  CHECK(list.ok());
  std::vector<std::string> problems;
  const Calendar calendar("Europe/Stockholm");
  const auto items = feeds::make_items(std::move(list->feed), calendar, "sv", problems);
  CHECK(items.size() == kBlocks);
}

Usage read_all(const std::string& bytes, const PageRule& rule) {
  return measure([&] {
    for (int i = 0; i < kPages; ++i) read_once(bytes, rule);
  });
}

}  // namespace

int page_bench() {
  const std::string bytes = swedish_page(kBlocks);
  const double megabytes = static_cast<double>(bytes.size()) * kPages / 1e6;
  std::printf("page: %d times a page of %zu bytes with %zu items\n", kPages, bytes.size(), kBlocks);
  const PageRule selectors{.list = "article.news-item",
                           .title = "h3",
                           .link = "h3 a",
                           .date = "time",
                           .summary = "p.normal"};
  const std::vector<Usage> best = best_of_rounds(
      kRounds, {[&] { return read_all(bytes, selectors); }, [&] { return read_all(bytes, {}); }});
  print_usage("fundwatch, items by selector", best[0], megabytes);
  print_usage("fundwatch, list and items guessed", best[1], megabytes);
  print_at_least("by selector: MB a second", megabytes / best[0].cpu_seconds, 15);
  return 0;
}

}  // namespace fundwatch::bench
