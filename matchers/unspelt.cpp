#include "matchers/unspelt.h"

namespace fundwatch::matchers {
namespace {

// As few letters of a word as can be the part that "löne- och …" leaves out.
constexpr std::size_t kPartBytesMin = 3;

bool is_within_character(char c) { return (c & 0xC0) == 0x80; }

}  // namespace

// Which part they share is tried out.
std::vector<std::string> spelt_out(Omission omission, const std::string& first,
                                   const std::string& last) {
  std::vector<std::string> words;
  if (omission == Omission::end) {
    for (std::size_t cut = 1; cut + kPartBytesMin <= last.size(); ++cut) {
      if (!is_within_character(last[cut])) words.push_back(first + last.substr(cut));
    }
  }
  if (omission == Omission::beginning) {
    for (std::size_t cut = kPartBytesMin; cut < first.size(); ++cut) {
      if (!is_within_character(first[cut])) words.push_back(first.substr(0, cut) + last);
    }
  }
  return words;
}

}  // namespace fundwatch::matchers
