#include "daemon/backup_files.h"

#include <algorithm>
#include <regex>
#include <system_error>

#include "base/calendar.h"

namespace fundwatch::daemon {
namespace {

const std::regex& pattern() {
  static const std::regex kName(R"(fundwatch-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db)");
  return kName;
}

}  // namespace

std::string moment_text(Instant moment) {
  std::string text = iso8601_utc(moment);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string name_of_backup(Instant moment) { return "fundwatch-" + moment_text(moment) + ".db"; }

std::vector<std::filesystem::path> backups_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    if (std::regex_match(entry.path().filename().string(), pattern())) {
      found.push_back(entry.path());
    }
  }
  std::ranges::sort(found);
  return found;
}

std::optional<Instant> newest_backup(const std::filesystem::path& folder) {
  const auto backups = backups_in(folder);
  if (backups.empty()) return std::nullopt;
  const std::string name = backups.back().filename().string();
  return parse_iso8601(std::regex_replace(name, pattern(), "$1-$2-$3T$4:$5:$6Z"));
}

std::filesystem::path backup_folder(const std::filesystem::path& state_directory) {
  return state_directory.string() + "-backups";
}

}  // namespace fundwatch::daemon
