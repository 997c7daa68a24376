#include "matchers/lexicon.h"

#include <algorithm>

namespace fundwatch::matchers {

std::uint8_t Lexicon::uses(std::string_view folded) const {
  constexpr std::uint8_t kAll = kStandsAlone | kBeginsCompound | kEndsCompound;
  const auto spelling = spellings_.find(folded);
  return spelling ? uses_[static_cast<std::size_t>(*spelling)] & kAll : std::uint8_t{0};
}

std::span<const HeadwordId> Lexicon::headwords_of(std::string_view form) const {
  const auto spelling = spellings_.find(form);
  if (!spelling) return {};
  const auto number = static_cast<std::size_t>(*spelling);
  const std::size_t begin = owners_begin_[number];
  return std::span(owners_).subspan(begin, owners_begin_[number + 1] - begin);
}

bool Lexicon::has_form(HeadwordId headword, std::string_view form) const {
  const auto owners = headwords_of(form);
  return std::ranges::find(owners, headword) != owners.end();
}

std::string_view Lexicon::base(HeadwordId headword) const {
  return spellings_.text(headwords_[static_cast<std::size_t>(headword)].base);
}

bool Lexicon::has_base_beside(std::string_view form) const {
  const auto spelling = spellings_.find(form);
  return spelling && (uses_[static_cast<std::size_t>(*spelling)] & kBaseBeside) != 0;
}

bool Lexicon::is_name(HeadwordId headword) const {
  return headwords_[static_cast<std::size_t>(headword)].is_name != 0;
}

std::vector<std::string_view> Lexicon::forms(HeadwordId headword) const {
  std::vector<std::string_view> result;
  for (const Form form : all_forms(headword)) {
    if (form.is_combining == 0) result.push_back(spellings_.text(SpellingId{form.spelling}));
  }
  return result;
}

std::vector<std::string_view> Lexicon::combining_forms(HeadwordId headword) const {
  std::vector<std::string_view> result;
  for (const Form form : all_forms(headword)) {
    const bool combines = form.is_combining != 0 || (uses_[form.spelling] & kBeginsCompound) != 0;
    if (combines) result.push_back(spellings_.text(SpellingId{form.spelling}));
  }
  return result;
}

std::span<const Lexicon::Form> Lexicon::all_forms(HeadwordId headword) const {
  const auto number = static_cast<std::size_t>(headword);
  const std::size_t begin = headwords_[number].first_form;
  const std::size_t end =
      number + 1 < headwords_.size() ? headwords_[number + 1].first_form : forms_.size();
  return std::span(forms_).subspan(begin, end - begin);
}

std::size_t Lexicon::memory() const {
  return spellings_.memory() + uses_.capacity() + headwords_.capacity() * sizeof(Headword) +
         forms_.capacity() * sizeof(Form) + owners_begin_.capacity() * sizeof(std::uint32_t) +
         owners_.capacity() * sizeof(HeadwordId);
}

}  // namespace fundwatch::matchers
