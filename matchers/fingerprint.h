// matchers/fingerprint.h — what of an item is compared with others, to tell whether both announce
// the same thing: the words and names that tell, and the facts. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::matchers {

class Reading;

// So much of each of an item's texts is looked at: what it announces stands at its beginning.
constexpr std::size_t kLikenessBytesMax = 20'000;

// Words and names are hashes, sorted, each once; of the leading ones, the most telling first.
struct Fingerprint {
  std::vector<std::uint32_t> head;           // telling words of the title and the summary
  std::vector<std::uint32_t> words;          // telling words of all
  std::vector<std::uint32_t> names;          // words in capitals within sentences
  std::vector<std::uint32_t> leading_words;  // of the head
  std::vector<std::uint32_t> leading_names;
  std::optional<Day> last_day;
  std::optional<Day> event_date;
  std::optional<Amount> amount;
  std::string municipality;
  std::vector<std::string> cpv;  // of a procurement, ascending
  CallStatus status = CallStatus::unknown;
  bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint(const Item& item);

// The same of an item that `reading` has read, which remembers its words.
Fingerprint fingerprint(const Item& item, Reading& reading);

}  // namespace fundwatch::matchers
