#include "daemon/troubles.h"

#include <spdlog/logger.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <syslog.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/text.h"
#include "store/error.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kStatusCharactersMax = 400;  // of one trouble

const TroubleName& name_of(Trouble trouble) {
  const auto* const found = std::ranges::find(kTroubles, trouble, &TroubleName::trouble);
  CHECK(found != kTroubles.end());
  return *found;
}

void send(const JournalLine& line) {
  std::vector<std::string> fields{
      "MESSAGE=" + line.message, "PRIORITY=" + std::to_string(line.priority),
      "MESSAGE_ID=" + std::string(line.message_id),
      "FUNDWATCH_TROUBLE=" + std::string(line.trouble), "SYSLOG_IDENTIFIER=fundwatch"};
  std::vector<iovec> parts;
  for (std::string& field : fields) parts.push_back({field.data(), field.size()});
  sd_journal_sendv(parts.data(), static_cast<int>(parts.size()));
}

}  // namespace

Trouble trouble_of(const std::exception& fault) {
  const bool is_storage = dynamic_cast<const store::StoreError*>(&fault) != nullptr;
  return is_storage ? Trouble::storage : Trouble::installation;
}

Journal open_journal(const std::string& stream) {
  struct stat status {};
  if (fstat(STDERR_FILENO, &status) != 0) return {};
  const std::string ours = std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
  return stream == ours ? Journal(send) : Journal();
}

JournalLine line_for(Trouble trouble, const std::string& words) {
  const TroubleName& name = name_of(trouble);
  return {LOG_ERR, name.begins, name.word, words};
}

void Troubles::begin(Trouble trouble, const std::string& words) {
  const auto known = standing_.find(trouble);
  if (known != standing_.end() && known->second == words) return;
  say(line_for(trouble, words));
  stand(trouble, words);
}

void Troubles::stand(Trouble trouble, const std::string& words) {
  standing_.insert_or_assign(trouble, words);
  show_status();
}

void Troubles::end(Trouble trouble, const std::string& words) {
  if (standing_.erase(trouble) == 0) return;
  const TroubleName& name = name_of(trouble);
  say({LOG_WARNING, name.ends, name.word, words});
  show_status();
}

void Troubles::set_summary(const std::string& summary) {
  summary_ = summary;
  show_status();
}

void Troubles::say(const JournalLine& line) {
  if (journal_) {
    journal_(line);
  } else {
    log_.log(line.priority == LOG_ERR ? spdlog::level::err : spdlog::level::warn, "{}",
             line.message);
  }
}

// In the order of the enum, which is that of how much they keep from being done.
void Troubles::show_status() const {
  std::string status;
  for (const auto& [trouble, words] : standing_) {
    status += "IN TROUBLE: " + shortened(collapsed(words), kStatusCharactersMax) + " | ";
  }
  show_(status + summary_);
}

}  // namespace fundwatch::daemon
