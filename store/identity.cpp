#include "store/identity.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace fundwatch::store {
namespace {

constexpr double kLikenessMin = 0.8;         // Dice's coefficient over pairs of letters
constexpr double kLengthenedShareMin = 0.4;  // of the longer title that the shorter one fills

bool are_of_one_time(const Item& a, const Item& b) {
  return a.published && b.published && *a.published == *b.published;
}

bool are_far_apart(const Item& a, const Item& b) {
  return a.published && b.published &&
         std::chrono::abs(*a.published - *b.published) > kAnnouncedAnewAfter;
}

std::vector<std::string> numbers_of(const std::string& text) {
  std::vector<std::string> numbers;
  bool is_within = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit && !is_within) numbers.emplace_back();
    if (is_digit) numbers.back() += c;
    is_within = is_digit;
  }
  std::ranges::sort(numbers);
  return numbers;
}

std::vector<std::string_view> sorted_pairs(const std::string& text) {
  std::vector<std::string_view> pairs;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    pairs.push_back(std::string_view(text).substr(i, 2));
  }
  std::ranges::sort(pairs);
  return pairs;
}

double likeness(const std::string& a, const std::string& b) {
  const auto of_a = sorted_pairs(a);
  const auto of_b = sorted_pairs(b);
  if (of_a.empty() || of_b.empty()) return a == b ? 1 : 0;
  std::vector<std::string_view> common;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(of_a.size() + of_b.size());
}

bool is_lengthened(const std::string& shorter, const std::string& longer) {
  return longer.find(shorter) != std::string::npos &&
         static_cast<double>(shorter.size()) >=
             kLengthenedShareMin * static_cast<double>(longer.size());
}

}  // namespace

bool are_similar_titles(const std::string& a, const std::string& b) {
  const std::string one = ascii_lower(collapsed(a));
  const std::string other = ascii_lower(collapsed(b));
  if (one == other) return true;
  if (numbers_of(one) != numbers_of(other)) return false;
  return is_lengthened(one, other) || is_lengthened(other, one) ||
         likeness(one, other) >= kLikenessMin;
}

bool is_guid_reused(const Item& known, const Item& arrived) {
  return !known.address.empty() && !arrived.address.empty() && known.address != arrived.address &&
         !are_similar_titles(known.title, arrived.title) && !are_of_one_time(known, arrived);
}

bool is_guid_changed(const Item& known, const Item& arrived) {
  if (are_of_one_time(known, arrived)) return true;
  return are_similar_titles(known.title, arrived.title) && !are_far_apart(known, arrived);
}

}  // namespace fundwatch::store
