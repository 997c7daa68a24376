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

bool take_back_correction(const Desk& desk, const Item& item) {
  store::Transaction transaction = desk.site.store.begin();
  store::Corrections& corrections = desk.site.store.corrections;
  if (corrections.find(item.id).is_empty() || !corrections.take_back(item.id)) return false;
  record(desk, {"hit.correct", item.title, "as it was read"});
  transaction.commit();
  return true;
}

}  // namespace fundwatch::web
