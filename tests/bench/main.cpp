// ./dev bench [NAME]: runs one benchmark, or all.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/heap.h"
#include "tests/bench/benches.h"

int main(int argc, char** argv) {
  using namespace fundwatch::bench;
  fundwatch::keep_freed_memory();  // as the daemon does
  const std::vector<std::string> arguments(argv + std::min(argc, 2), argv + argc);
  const std::map<std::string, std::function<int()>> benches{
      {"cycle", cycle_bench},
      {"digest", digest_bench},
      {"duplicates", duplicates_bench},
      {"fetch", fetch_bench},
      {"keywords", keyword_bench},
      {"match", match_bench},
      {"page", page_bench},
      {"notices", notice_bench},
      {"read", read_bench},
      {"tune", [&] { return tune_bench(arguments); }},
      {"pages", [&] { return page_times_bench(arguments); }}};
  // Takes an hour of its own, and is not among all.
  if (argc >= 2 && std::string(argv[1]) == "soak") return soak_bench(arguments);
  if (argc < 2) {
    int worst = 0;
    for (const auto& [name, bench] : benches) worst = std::max(worst, bench());
    return worst;
  }
  const auto chosen = benches.find(argv[1]);
  if (chosen == benches.end()) {
    std::fprintf(stderr, "there is no benchmark \"%s\"; there are:", argv[1]);
    for (const auto& [name, bench] : benches) std::fprintf(stderr, " %s", name.c_str());
    std::fprintf(stderr, " soak\n");
    return 64;
  }
  return chosen->second();
}
