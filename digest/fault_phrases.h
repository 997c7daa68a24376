// digest/fault_phrases.h — the words of the mail to the coordinator (digest/fault_report.h).
// For translators: a name in braces is filled in, as in digest/phrases.h. Our own words only.
#pragma once

#include "digest/phrases.h"

namespace fundwatch::digest {

struct FaultKindPhrases {
  std::string_view title;
  Counted count;
  std::string_view what_to_do;  // {command}
};

struct FaultPhrases {
  Counted subject;
  Counted subject_solved;
  std::string_view subject_reminder;  // {subject}
  FaultKindPhrases attention;
  FaultKindPhrases failing;
  FaultKindPhrases silent;
  FaultKindPhrases moved;
  std::string_view address_before;
  std::string_view solved_title;
  Counted solved;
  std::string_view solved_note;
  Counted others;
  std::string_view what_comes;
  std::string_view last_read;
  std::string_view never;
  std::string_view since;
  std::string_view newest;
  std::string_view usual;
  Counted usual_days;
  std::string_view reason;
  std::string_view tries;
  std::string_view tries_and_next;  // {n} {next}
  std::string_view address;
  Counted more;
  std::string_view readers;
  std::string_view foot;
};

const FaultPhrases& fault_phrases(Language language);

}  // namespace fundwatch::digest
