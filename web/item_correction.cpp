#include "web/item_correction.h"

#include <algorithm>

namespace fundwatch::web {

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

void correct(const Desk& desk, const Item& right) {
  store::Transaction transaction = desk.site.store.begin();
  if (!desk.site.store.corrections.save(right)) return;  // it went meanwhile
  record(desk, {"hit.correct", right.title});
  transaction.commit();
}

void take_back_correction(const Desk& desk, const Item& item) {
  store::Transaction transaction = desk.site.store.begin();
  if (!desk.site.store.corrections.take_back(item.id)) return;
  record(desk, {"hit.correct", item.title, "as it was read"});
  transaction.commit();
}

}  // namespace fundwatch::web
