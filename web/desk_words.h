// web/desk_words.h — moments and numbers as the pages of the desk say them, in the visitor's
// language and the installation's time: "i dag kl. 07.04", "fredag 12 februari kl. 13.01".
#pragma once

#include <chrono>
#include <string>

#include "digest/words.h"
#include "web/desk.h"

namespace fundwatch::web {

class DeskWords {
 public:
  explicit DeskWords(const Desk& desk);

  std::string moment(Instant instant) const;  // with the hour; the year where it is another one
  std::string day(Day day) const;             // the same without the hour
  std::string day(Instant instant) const { return day(calendar_.day(instant)); }
  std::string weekly(const WeeklyMoment& moment) const;  // "måndag kl. 07.00"
  std::string count(const digest::Counted& counted, std::size_t n) const;

  const digest::Words& words() const { return words_; }

 private:
  std::string with_hour(const std::string& day, std::chrono::minutes time_of_day) const;

  const Calendar& calendar_;
  const Day today_;
  const digest::Phrases& phrases_;
  const digest::Words words_;
};

}  // namespace fundwatch::web
