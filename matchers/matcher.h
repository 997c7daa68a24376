// matchers/matcher.h — items × profiles -> hits with reasons.
// An immutable snapshot of all profiles; the daemon builds a new one when a profile changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "matchers/fingerprint.h"
#include "matchers/subject.h"

namespace fundwatch::matchers {

class Lexicon;

// A hit names this many places of one term, the first ones; more explain nothing.
inline constexpr std::size_t kPlacesPerTermMax = 100;

// One place of a term, in numbers; as Reason is in words.
struct Sighting {
  std::uint32_t term = 0;  // of the profile
  Field field = Field::facts;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// What one item has to do with the profiles, in numbers. Its memory is used again by the next item.
struct Findings {
  struct Finding {
    std::uint32_t profile = 0;  // in the order of the matcher's
    double score = 0;
    std::uint32_t sightings_end = 0;  // they follow those of the finding before
  };
  std::vector<Finding> findings;
  std::vector<Sighting> sightings;
};

class Matcher {
 public:
  // Error{match} if any profile has a fault (matchers/profile.h). Without a lexicon (null) the
  // forms of a word are those with the same stem, and there are no compounds. `county` is the
  // readers' home, as of at_home_in (matchers/home.h).
  static Result<Matcher> compile(std::vector<Profile> profiles,
                                 std::shared_ptr<const Lexicon> lexicon,
                                 const std::string& county = {});

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // The hits of this item at or above each profile's threshold, in the order of the profiles. The
  // score is the sum of the weights of the terms that count; each of these has its reasons: the
  // places where it stood (by field, then position), or one in Field::facts if it holds by what the
  // item is or by what is not there, which a condition of no weight has only where no other term
  // has any. An inflected form spans that form, a phrase its first to its last word. A profile of
  // which no term held has no hit, whatever its threshold. Profile and version are set; the hit's
  // id, its item, review and found_at are not. Several threads may call it at once.
  std::vector<Hit> match(const Subject& subject) const;

  // Beside them what else is kept of the item, which is read once for all.
  struct Matched {
    std::vector<Hit> hits;
    std::vector<std::string> marks;  // as of matchers/marks.h
    Fingerprint print;
  };
  Matched match_and_mark(const Subject& subject) const;

  // The hits in numbers, for whoever matches much and stores little.
  void find(const Subject& subject, Findings& found) const;

  const std::vector<Profile>& profiles() const;

 private:
  struct Compiled;
  std::vector<Hit> in_words(const Findings& found) const;
  explicit Matcher(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace fundwatch::matchers
