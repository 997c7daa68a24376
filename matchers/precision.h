// matchers/precision.h — what people's marks on hits tell of a profile and its terms, and what they
// suggest: words that would be vetoes, terms that bring nothing. Whoever decides is a person; the
// digest only lists last what is hardly ever kept. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::matchers {

// A profile is judged by so many of its hits that were marked, the newest.
inline constexpr std::size_t kHitsJudgedBy = 2000;
// Below so many marks nothing is concluded.
inline constexpr int kMarksMin = 5;
// A word is proposed as a veto from so many dismissed hits on, of which it stands in this part.
inline constexpr int kVetoHitsMin = 3;
inline constexpr double kVetoPartMin = 0.3;
// And only if it stands in no more than this part of the hits that were not dismissed.
inline constexpr double kVetoElsewhereMax = 0.05;
inline constexpr std::size_t kProposalsMax = 5;
// A term is proposed to be weakened, and a hit ranked low, if less than this part is kept.
inline constexpr double kHardlyKept = 0.2;

// How many hits were marked so.
struct Marks {
  int kept = 0;
  int dismissed = 0;
  int count() const { return kept + dismissed; }
  bool operator==(const Marks&) const = default;
};

// The part that was kept; nothing without marks.
std::optional<double> precision(const Marks& marks);

struct TermMarks {
  std::string term;
  Marks marks;
};

struct ProfileMarks {
  Marks marks;
  std::vector<TermMarks> terms;  // in the profile's order; what is in it no more is left out
};

// `reviewed` are hits of this profile, those without a mark are passed over.
ProfileMarks marks_of(const Profile& profile, const std::vector<Hit>& reviewed);

// How likely people keep such a hit: by the marks of its terms, which count little where they are
// few, and of its profile. Half without any mark.
double likelihood(const ProfileMarks& marks, const Hit& hit);

// Whether enough marks say that such a hit is hardly ever kept.
bool is_ranked_low(const ProfileMarks& marks, const Hit& hit);

enum class ProposalKind { add_veto, weaken_term };

// `term` stands in `dismissed` of `of` dismissed hits; or brought `of` marked ones, of which so
// many were dismissed.
struct Proposal {
  ProposalKind kind = ProposalKind::add_veto;
  std::string term;
  int dismissed = 0;
  int of = 0;
  bool operator==(const Proposal&) const = default;
};

// Items with the mark of their hit; those without one tell what is usual.
struct MarkedItem {
  Item item;
  Review review = Review::none;
};

// At most kProposalsMax of each kind, the most telling first.
std::vector<Proposal> proposals(const Profile& profile, const ProfileMarks& marks,
                                const std::vector<MarkedItem>& items);

// "svinpest" occurs in 14 of 15 dismissed hits: add it as a veto?
Bilingual words_of(const Proposal& proposal);

}  // namespace fundwatch::matchers
