#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "matchers/lexicon.h"
#include "matchers/matcher.h"
#include "matchers/words.h"
#include "tests/bench/benches.h"
#include "tests/bench/figures.h"
#include "tests/bench/help_texts.h"
#include "tests/bench/literal_engines.h"
#include "tests/bench/postgres.h"
#include "tests/bench/random_rules.h"
#include "tests/bench/usage.h"

namespace fundwatch::bench {
namespace {

constexpr int kRounds = 7;
constexpr int kRatioRounds = 15;
constexpr int kRoundsOfMany = 2;  // where a round takes seconds
constexpr std::size_t kManyRules = 10'000;
constexpr std::size_t kDocumentsMax = 4000;
constexpr std::size_t kDocumentsMin = 1000;
constexpr std::array<std::size_t, 5> kRuleCounts = {10, 100, 1000, 10'000, 100'000};

// Processor microseconds a document of one pass over all; `rules` counts what held.
struct Pass {
  double microseconds = 0;
  double rules = 0;  // a document
};

Pass pass_over(const std::vector<Item>& items,
               const std::function<std::size_t(const Item&)>& match) {
  std::size_t rules = 0;
  const double begin = cpu_seconds();
  for (const Item& item : items) rules += match(item);
  const auto count = static_cast<double>(items.size());
  return {(cpu_seconds() - begin) * 1e6 / count, static_cast<double>(rules) / count};
}

double heap_megabytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
}

// `tokens` is kept from text to text, as the matcher keeps its own.
std::size_t count_tokens(const Item& item, std::vector<matchers::Token>& tokens) {
  tokens.clear();
  matchers::append_tokens(item.title, tokens);
  matchers::append_tokens(item.text, tokens);
  return tokens.size();
}

const std::string& folded(const Item& item, std::string& text) {
  text.clear();
  fold(item.title, text);
  fold(item.text, text);
  return text;
}

// Terms that held; highlights are on, as the places are in every finding.
std::size_t terms_of(const matchers::Matcher& matcher, const Item& item,
                     matchers::Findings& found) {
  matcher.find({item, ""}, found);
  std::size_t terms = 0;
  for (const auto& finding : found.findings) terms += static_cast<std::size_t>(finding.score);
  return terms;
}

struct Row {
  std::size_t rules = 0;
  double compile_seconds = 0;
  double megabytes = 0;
  double memo_megabytes = 0;
  Pass cold;
  Pass warm;
  Pass worded;  // as hits that say their terms and weights
  Pass vectorscan;
  Pass re2;
  double postgres = 0;
};

// What rows are measured with.
struct Setting {
  std::vector<Item> items;
  std::shared_ptr<const matchers::Lexicon> lexicon;
  std::optional<Postgres> postgres;
};

void keep_better(Pass& best, const Pass& pass) {
  if (best.microseconds == 0 || pass.microseconds < best.microseconds) best = pass;
}

Row measure_rules(const std::vector<RandomRule>& rules, const Setting& setting) {
  const std::vector<Item>& items = setting.items;
  Row row{.rules = rules.size()};
  const std::vector<Profile> profiles = profiles_of(rules);
  const double heap = heap_megabytes();
  const double begin = cpu_seconds();
  const matchers::Matcher matcher = matchers::Matcher::compile(profiles, setting.lexicon).value();
  row.compile_seconds = cpu_seconds() - begin;
  row.megabytes = heap_megabytes() - heap;
  matchers::Findings found;
  const auto ours = [&](const Item& item) { return terms_of(matcher, item, found); };
  row.cold = pass_over(items, ours);
  row.memo_megabytes = heap_megabytes() - heap - row.megabytes;
  std::string text;
  Vectorscan vectorscan(rules);
  Re2Set re2(rules);
  const int rounds = rules.size() < kManyRules ? kRounds : kRoundsOfMany;
  for (int round = 0; round < rounds; ++round) {
    keep_better(row.warm, pass_over(items, ours));
    keep_better(row.worded, pass_over(items, [&](const Item& item) {
                  return matcher.match({item, ""}).size();
                }));
    keep_better(row.vectorscan, pass_over(items, [&](const Item& item) {
                  return vectorscan.match(folded(item, text));
                }));
    if (round < 2) {
      keep_better(row.re2, pass_over(items, [&](const Item& item) {
                    return re2.match(folded(item, text));
                  }));
    }
  }
  if (setting.postgres) row.postgres = setting.postgres->match(rules);
  return row;
}

void print_row(const Row& row) {
  std::printf("  %7zu %9.2f %9.2f %9.2f %11.2f %9.2f %9.0f | %7.3f %8.1f %8.1f | %8.2f %8.2f\n",
              row.rules, row.warm.microseconds, row.worded.microseconds, row.cold.microseconds,
              row.vectorscan.microseconds, row.re2.microseconds, row.postgres, row.compile_seconds,
              row.megabytes, row.memo_megabytes, row.warm.rules, row.vectorscan.rules);
  std::fflush(stdout);
}

Pass best_pass(const std::vector<Item>& items,
               const std::function<std::size_t(const Item&)>& work) {
  Pass best;
  for (int round = 0; round < kRounds; ++round) keep_better(best, pass_over(items, work));
  return best;
}

// Of 1,000 rules against something else, a ratio for each round.
struct Ratios {
  std::vector<double> to_vectorscan;
  std::vector<double> to_tokens;
  std::vector<double> cold_to_warm;
  std::vector<double> to_ten_rules;
};

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// What is compared is measured within the same second, for the machine is not always as fast.
Ratios measure_ratios(const Setting& setting) {
  const std::vector<Item>& items = setting.items;
  const std::vector<RandomRule> rules = random_rules(kRuleCounts[2], items);
  const auto compiled = [&](const std::vector<RandomRule>& some) {
    return matchers::Matcher::compile(profiles_of(some), setting.lexicon).value();
  };
  const auto microseconds = [&](const matchers::Matcher& matcher) {
    matchers::Findings found;
    return pass_over(items, [&](const Item& item) { return terms_of(matcher, item, found); })
        .microseconds;
  };
  const matchers::Matcher ten = compiled(random_rules(kRuleCounts[0], items));
  microseconds(ten);
  Vectorscan vectorscan(rules);
  std::vector<matchers::Token> tokens;
  std::string text;
  Ratios ratios;
  for (int round = 0; round < kRatioRounds; ++round) {
    const matchers::Matcher matcher = compiled(rules);
    const double cold = microseconds(matcher);
    const double warm = microseconds(matcher);
    ratios.cold_to_warm.push_back(cold / warm);
    ratios.to_ten_rules.push_back(warm / microseconds(ten));
    const Pass literals =
        pass_over(items, [&](const Item& item) { return vectorscan.match(folded(item, text)); });
    ratios.to_vectorscan.push_back(warm / literals.microseconds);
    const Pass alone =
        pass_over(items, [&](const Item& item) { return count_tokens(item, tokens); });
    ratios.to_tokens.push_back(warm / alone.microseconds);
  }
  return ratios;
}

}  // namespace

int match_bench() {
  Setting setting{.items = help_texts(kDocumentsMax)};
  const std::vector<Item>& items = setting.items;
  const auto lexicon = matchers::Lexicon::read(std::string(matchers::kSwedishDictionary));
  if (items.size() < kDocumentsMin || !lexicon) {
    std::printf("match: install libreoffice-help-sv and hunspell-sv\n");
    return 69;
  }
  setting.lexicon = *lexicon;
  setting.postgres = Postgres::start(items);
  std::size_t bytes = 0;
  for (const Item& item : items) bytes += item.title.size() + item.text.size();
  std::printf("match: %zu documents of %zu bytes on average; us CPU a document\n", items.size(),
              bytes / items.size());
  std::vector<matchers::Token> tokens;
  std::string text;
  const Pass tokenising =
      best_pass(items, [&](const Item& item) { return count_tokens(item, tokens); });
  const Pass folding =
      best_pass(items, [&](const Item& item) { return folded(item, text).size(); });
  std::printf("  tokens alone %.2f, folding for the peers alone %.2f\n", tokenising.microseconds,
              folding.microseconds);
  std::printf(
      "    rules      warm    worded      cold  vectorscan   re2 set  postgres | compile s       "
      "MB  memo MB "
      "| rules that held: ours, literals\n");
  if (!setting.postgres) std::printf("  (postgres: not installed)\n");
  std::vector<Row> rows;
  for (const std::size_t count : kRuleCounts) {
    rows.push_back(measure_rules(random_rules(count, items), setting));
    print_row(rows.back());
  }
  Ratios ratios = measure_ratios(setting);
  print_at_most("1,000 rules: warm / Vectorscan", median(ratios.to_vectorscan), 1.3);
  print_at_most("1,000 rules: warm / tokens alone", median(ratios.to_tokens), 4);
  print_at_most("1,000 rules: cold / warm", median(ratios.cold_to_warm), 4);
  print_at_most("1,000 rules / 10 rules, warm", median(ratios.to_ten_rules), 2);
  print_at_most("10,000 rules: seconds to compile", rows[3].compile_seconds, 1);
  print_at_most("10,000 rules: MB", rows[3].megabytes + rows[3].memo_megabytes, 100);
  return 0;
}

}  // namespace fundwatch::bench
