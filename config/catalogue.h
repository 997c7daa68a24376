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

Result<std::vector<Source>> read_sources(std::string_view toml, const std::string& name);
std::string write_sources(const std::vector<Source>& sources);

// A file of selectors alone: list, title, link, date, summary.
Result<PageRule> read_page_rule(std::string_view toml, const std::string& name);

Result<std::vector<Profile>> read_profiles(std::string_view toml, const std::string& name);
std::string write_profiles(const std::vector<Profile>& profiles);

Result<std::vector<Subscriber>> read_subscribers(std::string_view toml, const std::string& name);
std::string write_subscribers(const std::vector<Subscriber>& subscribers);

}  // namespace fundwatch::config
