#include "digest/notice_phrases.h"

namespace fundwatch::digest {
namespace {

constexpr NoticePhrases kSwedish = {
    .sheltered = "Reserverad för ASF",
    .sheltered_by_law = "Reserverad för ASF (LOU 4\u00A0kap. 18\u00A0§)",
    .public_service = "Reserverad: offentligt uppdrag (LOU 19\u00A0kap. 25\u00A0§)",
    .idea_based = "Reserverad för idéburna organisationer",
    .lots = "Reserverade delar",
    .lots_of = "{reserved} av {n}: {lots}",
    .buyer = "Köpare",
    .documents = "Underlag och anbud",
};

constexpr NoticePhrases kEnglish = {
    .sheltered = "Reserved for social enterprises (ASF)",
    .sheltered_by_law = "Reserved for social enterprises (ASF), LOU 4\u00A0kap. 18\u00A0§",
    .public_service = "Reserved: public service mission (LOU 19\u00A0kap. 25\u00A0§)",
    .idea_based = "Reserved for idea-based organisations (idéburna)",
    .lots = "Reserved lots",
    .lots_of = "{reserved} of {n}: {lots}",
    .buyer = "Buyer",
    .documents = "Documents and tenders",
};

}  // namespace

const NoticePhrases& notice_phrases(Language language) {
  return language == Language::swedish ? kSwedish : kEnglish;
}

}  // namespace fundwatch::digest
