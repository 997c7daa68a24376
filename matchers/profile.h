// matchers/profile.h — profiles, checked and compiled for matching.
// A Matcher is an immutable snapshot of all profiles; the daemon builds a new one when a profile
// changes. A profile with a term that cannot be understood is refused whole, with the term, the
// position in it, the reason and what to write instead: never matched without that term in silence.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::matchers {

// A hit names this many places of one term, the first ones; more explain nothing.
inline constexpr std::size_t kPlacesPerTermMax = 100;

// The first fault in one term. `position` counts bytes in the term's text; 0 also means the term as
// a whole. `message` says what is wrong and what to write instead.
struct TermFault {
  std::string term;
  std::size_t position = 0;
  std::string message;
};

// All faults of a profile; empty when it can be compiled.
std::vector<TermFault> faults(const Profile& profile);

// The faults as the one sentence that a command or a page shows; empty when there are none.
std::string describe(const std::vector<TermFault>& faults);

class Matcher {
 public:
  // Error{match} if any profile has a fault.
  static Result<Matcher> compile(std::vector<Profile> profiles);

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // The hits of this item at or above each profile's threshold, in the order of the profiles, each
  // with the places its terms stood (by field, then position). A place of an inflected form spans
  // that form, one of a phrase runs from its first word to its last. Required terms weigh like the
  // others; a profile of which nothing stood has no hit, whatever its threshold. Profile and
  // version are set; the hit's id, its item, review and found_at are not. Several threads may call
  // it at once.
  std::vector<Hit> match(const Item& item) const;

  const std::vector<Profile>& profiles() const;

 private:
  struct Compiled;
  explicit Matcher(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace fundwatch::matchers
