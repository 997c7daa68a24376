// daemon/tuning.h — what a changed profile would gain and lose among all stored items. Keeps what
// it has read of the store: the first question reads the marks of every item, later ones what has
// changed since. Belongs to one thread and to the store's; while all is read, another one reads
// too, by a connection of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/model.h"
#include "base/result.h"
#include "daemon/marking.h"
#include "matchers/tune.h"
#include "store/store.h"

namespace fundwatch::daemon {

// Of the stored profile with this one's name, if there is any, and this one.
struct TuneAnswer {
  std::optional<Profile> before;  // the version in force
  matchers::Effect effect;
  double weeks = 1;  // between the oldest item looked at and now, at least one
};

// What is tuned with.
struct TuningSetting {
  std::filesystem::path database;  // the store's file
  // The dictionary, or null. Asked for on another thread while items are read, so that it may be
  // read meanwhile, too.
  std::function<std::shared_ptr<const matchers::Lexicon>()> lexicon;
  std::string county = {};  // the readers' home: a NUTS code, or empty
};

class Tuning {
 public:
  Tuning(store::Store& store, TuningSetting setting)
      : store_(store), setting_(std::move(setting)), marking_(store) {}

  // Of items first seen from `since` on, or of all. Error{match} if the changed profile has a
  // fault.
  Result<TuneAnswer> answer(const Profile& changed, std::optional<Instant> since, Instant now);

  // Reads what has come; answer() does so itself.
  void refresh();

  // Bytes held.
  std::size_t memory() const { return tuner_ ? tuner_->memory() : 0; }

 private:
  void read_all(std::int64_t removals);

  store::Store& store_;
  const TuningSetting setting_;
  Marking marking_;
  std::optional<matchers::Tuner> tuner_;
  store::MarksRead read_;
};

}  // namespace fundwatch::daemon
