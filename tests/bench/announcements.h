// tests/bench/announcements.h — any number of announcements made of Swedish words as often as
// texts have them, with the words of given profiles among them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/model.h"
#include "matchers/lexicon.h"

namespace fundwatch::bench {

class Announcements {
 public:
  Announcements(const matchers::Lexicon& lexicon, const std::vector<Profile>& profiles);

  // Always the same one of that number, of about 1,500 bytes.
  Item item(std::int64_t number) const;

 private:
  std::string text(std::uint64_t& state, int words) const;

  std::vector<std::string> words_;  // the most frequent first
};

}  // namespace fundwatch::bench
