// tests/bench/benches.h — the benchmarks, by the names that `./dev bench NAME` takes. Each prints
// what it measured beside a named peer or limit; none of them fails for being slow.
#pragma once

#include <string>
#include <vector>

namespace fundwatch::bench {

// Feed bytes to entries and items, beside pugixml, sfeed and python3-feedparser.
int read_bench();

// The HTML of a page to items.
int page_bench();

// Rules against Swedish texts, beside Vectorscan and RE2::Set.
int match_bench();

// Many documents from a web server on loopback, beside curl.
int fetch_bench();

// The Swedish dictionary, compiling keywords, and asking about unseen words.
int keyword_bench();

// What a changed profile would gain and lose among 200,000 and 1,000,000 items.
int tune_bench(const std::vector<std::string>& arguments);

// Fetch, read, match and store a thousand feeds, then find them unchanged, beside newsboat.
int cycle_bench();

// Three thousand notices of TED in one round: read, match, store.
int notice_bench();

// A new item among a million stored ones: does one announce the same?
int duplicates_bench();

// Digests composed, rendered and queued for ten and a hundred thousand subscribers.
int digest_bench();

// Every page's server time with a million items stored and five thousand hits waiting; in a folder
// that is kept, if one is named.
int page_times_bench(const std::vector<std::string>& arguments);

// Thirty simulated weeks, or so many real minutes at a hundred times the normal load: memory,
// handles, database and its log must stay as they are. This one fails when they do not.
int soak_bench(const std::vector<std::string>& arguments);

}  // namespace fundwatch::bench
