// config/catalogue.h — sources, profiles and subscribers as TOML files that people edit.
// The starter files, and what `import` reads and `export` writes: writing and reading again gives
// the same values. Pure text to values; knows nothing of the database. Errors list every fault with
// its line, as config.h does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::config {

// A source of the starter catalogue, and what people choose it by.
struct Offer {
  Source source;
  std::string county;        // "Gävleborg"; empty: the whole country
  std::string terms;         // what its owner allows, in words
  bool is_verified = false;  // read by us at the address as it stands there
};
Result<std::vector<Offer>> read_offers(std::string_view toml, const std::string& name);

// The sources alone. What makes them offers is not kept.
Result<std::vector<Source>> read_sources(std::string_view toml, const std::string& name);
std::string write_sources(const std::vector<Source>& sources);

// A file of selectors alone: list, title, link, date, summary.
Result<PageRule> read_page_rule(std::string_view toml, const std::string& name);

Result<std::vector<Profile>> read_profiles(std::string_view toml, const std::string& name);
std::string write_profiles(const std::vector<Profile>& profiles);

Result<std::vector<Subscriber>> read_subscribers(std::string_view toml, const std::string& name);
std::string write_subscribers(const std::vector<Subscriber>& subscribers);

}  // namespace fundwatch::config
