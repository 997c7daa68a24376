// digest/words.h — days, times, amounts and counts as a reader of the mail says them.
// Pure; takes local days and times (base/calendar.h knows the zone). Uses no-break spaces where a
// line must not break; digest/layout.h makes them ordinary ones for the text part.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::digest {

class Words {
 public:
  explicit Words(Language language) : phrases_(phrases(language)) {}

  std::string day(Day day) const;                           // fredag 26 februari 2027
  std::string day_of_year(Day day) const;                   // fredag 26 februari
  std::string day_with_time(const LocalTime& local) const;  // fredag 26 februari 2027 kl. 16.00
  std::string days_left(int days) const;                    // i dag · 1 dag kvar · 11 dagar kvar
  std::string days_ahead(int days) const;                   // i dag · om 8 dagar
  std::string week(Day day) const;                          // vecka 7

  // A day up to a week back as one says it, seen from `today`: i dag, i går, tisdag; else
  // tisdag 2 februari.
  std::string past_day(Day day, Day today) const;

  std::string amount(const Amount& amount) const;  // 250 000 kr
  std::string count(const Counted& counted, int n) const;
  std::string quoted(const std::string& words) const;  // ”sociala företag”

  // "a, b och c"
  std::string list(const std::vector<std::string>& parts) const;

  // The same of at most `parts_max` of them: "a, b och 3 till".
  std::string list(std::vector<std::string> parts, std::size_t parts_max) const;

 private:
  std::string number(std::int64_t value) const;

  const Phrases& phrases_;
};

// The first letter as a capital.
std::string capitalised(const std::string& text);

}  // namespace fundwatch::digest
