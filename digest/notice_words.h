// digest/notice_words.h — what a procurement notice says to whoever may tender: whom it is reserved
// for and on what ground, which lots, who buys, and where the documents are. Pure.
#pragma once

#include <string>
#include <vector>

#include "digest/letter.h"

namespace fundwatch::digest {

// A contract for services or supplies of so much lies above every threshold of the EU's that there
// is for them (social and other special services: 750,000 euro, 2026–2027), so that LOU 4 kap.
// applies whatever the notice says. Works have a higher one.
inline constexpr std::int64_t kAboveThresholdSek = 8'513'250;
inline constexpr std::int64_t kAboveThresholdEur = 750'000;

// "Reserverad för ASF (LOU 4 kap. 18 §)"; the paragraph only where the notice cites it, or lies
// above the threshold. Empty for what is not reserved.
std::string reserved_words(const Notice& notice, Language language);

// The lines below an entry's day. Lots are named where some are reserved and others are not.
std::vector<NoticeLine> notice_lines(const Item& item, Language language);

}  // namespace fundwatch::digest
