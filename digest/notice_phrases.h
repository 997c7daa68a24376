// digest/notice_phrases.h — the words of a mail about procurement notices; see phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"

namespace fundwatch::digest {

struct NoticePhrases {
  std::string_view sheltered;         // "Reserverad för ASF"
  std::string_view sheltered_by_law;  // the same with its paragraph
  std::string_view public_service;
  std::string_view idea_based;
  std::string_view lots;       // label
  std::string_view lots_of;    // {reserved} {n} {lots}
  std::string_view buyer;      // label
  std::string_view documents;  // label
};

const NoticePhrases& notice_phrases(Language language);

}  // namespace fundwatch::digest
