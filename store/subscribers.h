// store/subscribers.h — who gets the weekly mail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Subscribers {
 public:
  explicit Subscribers(Connection& database) : database_(database) {}

  // By e-mail address, whose letters A-Z are the same in either case. Removed profiles are not
  // listed.
  std::vector<Subscriber> all() const;
  std::optional<Subscriber> find(SubscriberId id) const;
  std::optional<Subscriber> find(const std::string& email) const;

  // The different next_digest of those who are confirmed and not paused, ascending; the first of
  // them.
  std::vector<Instant> moments() const;
  std::optional<Instant> next_digest() const;

  // Those of them whose next_digest is this one, by id, at most `most`.
  std::vector<Subscriber> due_at(Instant moment, int most) const;

  // Those whose next_digest is not set, or lies after `latest`, where only a clock that went wrong
  // can have put it; at most `most`.
  std::vector<Subscriber> without_moment(Instant latest, int most) const;

  // Those who neither agreed nor were asked yet.
  std::vector<Subscriber> unasked() const;

  // Adds, or replaces the one with the same address, keeping its id, `since`, refusals, ledger and
  // consent; next_digest is cleared when the moment changed. Error{config} names a profile that is
  // unknown. Raises the revision.
  Result<SubscriberId> save(const Subscriber& subscriber);

  // With ledger, digests and mails that are theirs. False if there is none. Raises the revision.
  bool remove(const std::string& email);

  // No mail until somebody resumes it. Raises the revision.
  void pause(SubscriberId id);

  // How many have not agreed yet.
  std::size_t unconfirmed() const;

  // They agreed to the mail: hits found from `since` on are theirs. Once is enough: a second time
  // changes nothing. Raises the revision.
  void consent(SubscriberId id, Instant now, Instant since);

  // Those who were asked before `moment` and did not agree. Returns how many.
  int remove_unconfirmed(Instant moment);

  // By the daemon; these do not raise the revision.
  void set_asked(SubscriberId id, Instant now);
  void set_next_digest(SubscriberId id, Instant next);
  void set_refusals(SubscriberId id, int refusals);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
