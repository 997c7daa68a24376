#include "matchers/form_index.h"

#include <algorithm>

namespace fundwatch::matchers {
namespace {

// A form begins like its first bytes, of which so many are looked at: fewer let too many places
// through.
constexpr std::size_t kBeginningMin = 3;
constexpr std::size_t kBeginningMax = 5;
constexpr unsigned kBeginningBits = 20;

std::size_t bit_of(std::string_view bytes) {
  std::uint64_t number = bytes.size();
  for (const char c : bytes) number = (number << 8U) | static_cast<unsigned char>(c);
  return static_cast<std::size_t>((number * 0x9E3779B97F4A7C15U) >> (64U - kBeginningBits));
}

constexpr unsigned kTripleBits = 16;

// Of the last three bytes in `bytes`.
std::size_t triple_of(std::uint32_t bytes) {
  return ((bytes & 0xFFFFFFU) * 0x9E3779B1U) >> (32U - kTripleBits);
}

std::uint32_t shifted(std::uint32_t bytes, char next) {
  return (bytes << 8U) | static_cast<unsigned char>(next);
}

std::uint32_t first_three(std::string_view bytes) {
  return shifted(shifted(shifted(0, bytes[0]), bytes[1]), bytes[2]);
}

}  // namespace

FormIndex::FormIndex() : beginnings_(std::size_t{1} << kBeginningBits) {}

void FormIndex::add(std::string_view form, Posting posting) {
  const auto number = static_cast<std::size_t>(forms_.add(form));
  if (first_.size() < forms_.size()) first_.push_back(0);
  for (std::uint32_t i = first_[number]; i != 0; i = postings_[i - 1].next) {
    if (postings_[i - 1].keyword != posting.keyword) continue;
    postings_[i - 1].places |= posting.places;
    return;
  }
  posting.next = first_[number];
  postings_.push_back(posting);
  first_[number] = static_cast<std::uint32_t>(postings_.size());
  if (form.size() < kBeginningMin) return;
  beginnings_[bit_of(form.substr(0, kBeginningMax))] = true;
  triples_[triple_of(first_three(form))] = true;
}

void FormIndex::add_all(const std::vector<std::string>& forms, Posting posting) {
  for (const std::string& form : forms) add(form, posting);
}

const FormIndex::Posting* FormIndex::find(std::string_view form) const {
  const auto spelling = forms_.find(form);
  return spelling ? &postings_[first_[static_cast<std::size_t>(*spelling)] - 1] : nullptr;
}

const FormIndex::Posting* FormIndex::after(const Posting& posting) const {
  return posting.next == 0 ? nullptr : &postings_[posting.next - 1];
}

std::uint8_t FormIndex::places(std::string_view form, KeywordId keyword) const {
  for (const Posting* found = find(form); found != nullptr; found = after(*found)) {
    if (found->keyword == keyword) return found->places;
  }
  return 0;
}

bool FormIndex::may_begin(std::string_view rest) const {
  if (rest.size() < kBeginningMin || !triples_[triple_of(first_three(rest))]) return false;
  const std::size_t longest = std::min(rest.size(), kBeginningMax);
  for (std::size_t size = kBeginningMin; size <= longest; ++size) {
    if (beginnings_[bit_of(rest.substr(0, size))]) return true;
  }
  return false;
}

bool FormIndex::may_hold(std::string_view letters) const {
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    last = shifted(last, letters[i]);
    if (i + 1 < kBeginningMin || !triples_[triple_of(last)]) continue;
    if (may_begin(letters.substr(i + 1 - kBeginningMin))) return true;
  }
  return false;
}

std::size_t FormIndex::memory() const {
  return forms_.memory() + first_.capacity() * sizeof(std::uint32_t) +
         postings_.capacity() * sizeof(Posting) + (beginnings_.capacity() + triples_.size()) / 8;
}

}  // namespace fundwatch::matchers
