#include "store/store.h"

#include <utility>

#include "store/query.h"
#include "store/revision.h"

namespace fundwatch::store {
namespace {

int data_version_of(const Connection& database) {
  return static_cast<int>(number_of(database, "PRAGMA data_version"));
}

}  // namespace

Store::Store(const std::filesystem::path& file, const Options& options)
    : database_(open_database(file, options)),
      data_version_(data_version_of(*database_)),
      sources(*database_),
      source_history(*database_),
      alarms(*database_),
      items(*database_),
      cases(*database_),
      announcements(*database_),
      facts(*database_),
      linked_texts(*database_),
      marks(*database_),
      watched_pages(*database_),
      mailboxes(*database_),
      profiles(*database_),
      hits(*database_),
      corrections(*database_),
      inbox(*database_),
      reviews(*database_),
      case_notes(*database_),
      subscribers(*database_),
      digests(*database_),
      outbox(*database_),
      answers(*database_),
      signing_keys(*database_),
      accounts(*database_),
      sessions(*database_),
      tokens(*database_),
      audit(*database_),
      reminders(*database_),
      meetings(*database_),
      editions(*database_),
      returns(*database_),
      follow_up(*database_),
      webhooks(*database_),
      personal_data(*database_),
      upkeep(*database_) {}

Store::~Store() = default;

Transaction Store::begin() { return Transaction(*database_); }

Snapshot Store::snapshot() { return Snapshot(*database_); }

bool Store::changed_elsewhere() {
  const int before = std::exchange(data_version_, data_version_of(*database_));
  return before != data_version_;
}

std::int64_t Store::revision() const { return read_revision(*database_); }

std::int64_t Store::size_bytes() const {
  return number_of(*database_, "PRAGMA page_count") * number_of(*database_, "PRAGMA page_size");
}

}  // namespace fundwatch::store
