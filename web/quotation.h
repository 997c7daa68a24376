// web/quotation.h — an item's own words with those marked that made it a hit.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "digest/markup.h"

namespace fundwatch::web {

inline constexpr std::size_t kQuotationCharactersMax = 240;

// The text of a field.
const std::string& text_of(const Item& item, Field field);

// Around the heaviest reason that stands outside the title, between ”marks of quotation”; nothing
// if none does. False if there was nothing to quote.
bool put_quotation(digest::Markup& html, const Item& item, const std::vector<Reason>& reasons);

// Bytes [begin, end) of the field, at whole characters, with the words of the reasons marked.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};
void put_marked(digest::Markup& html, std::string_view text, const Range& range, Field field,
                const std::vector<Reason>& reasons);

}  // namespace fundwatch::web
