// store/sources.h — the sources and their health.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Whether both mean the same document, or question, and what comes is read alike.
bool is_asked_alike(const Source& a, const Source& b);

class Sources {
 public:
  explicit Sources(Connection& database) : database_(database) {}

  // By name, in alphabetical order.
  std::vector<Source> all() const;
  std::optional<Source> find(SourceId id) const;
  std::optional<Source> find(const std::string& name) const;

  // Not paused and next_check at or before `now`, the longest waiting first.
  std::vector<Source> due(Instant now) const;

  // Those whose state is not ok, paused ones too, in alphabetical order.
  std::vector<Source> not_ok() const;

  // The earliest next_check of those not paused.
  std::optional<Instant> next_check() const;

  // Adds it, or replaces the one with the same name; health and validators of that one stay, unless
  // it is asked otherwise now: then validators, the last success, the text of a watched page and
  // the place in a mailbox are dropped, failures are forgotten, and it is due at once; that too
  // with another ca_file. Raises the revision.
  SourceId save(const Source& source);

  // The same for the one with this id, whose name may change too: to one that no other has.
  void change(const Source& source);

  // Due at once, whatever its interval. Raises the revision.
  void make_due(SourceId id, Instant now);

  // With its items, hits and cases that have no other item. False if there is none. Raises the
  // revision.
  bool remove(SourceId id);

  // After an attempt: health and validators. Does not raise the revision.
  void record(SourceId id, const Health& health, const Validators& validators);

  // Its server has moved it: the address is this one from now on, validators are dropped. Raises
  // the revision.
  void set_url(SourceId id, const std::string& url);

  // How many items each has.
  int item_count(SourceId id) const;
  int item_count(SourceId id, Instant since) const;  // of those first seen from then on

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
