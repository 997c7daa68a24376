// Any text as an item: an amount that is found is whole, of a known currency, and doubtful beyond
// all measure.
#include "feeds/facts/amount.h"
#include "feeds/facts/money.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  Item item;
  item.text = fuzz::bytes_of(data, size);
  const auto found = feeds::find_amount(feeds::ItemWords(item));
  if (!found) return 0;
  CHECK(found->value >= feeds::kAmountMin);
  CHECK(found->currency.size() == 3);
  CHECK(found->is_doubtful == (found->value > feeds::kAmountMax));
  return 0;
}
