// Any two texts as an item and its publisher: a place that is found is one of Sweden's.
#include "feeds/facts/place.h"

#include <algorithm>

#include "feeds/facts/municipalities.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const auto halves = fuzz::at_line_end(fuzz::bytes_of(data, size));
  Item item;
  item.text = halves.rest;
  const Place place = feeds::find_place(feeds::ItemWords(item),
                                        {.publisher = std::string(halves.first), .url = item.text});
  CHECK(place.nuts.size() <= counties().size() + 1);
  if (place.municipality.empty()) return 0;
  CHECK(std::ranges::find(feeds::municipalities(), place.municipality,
                          &feeds::Municipality::name) != feeds::municipalities().end());
  return 0;
}
