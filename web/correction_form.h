// web/correction_form.h — putting right what was read wrongly of an item: last day, event, amount
// and municipality. What a person typed is kept until it is right. Saving is web/item_correction.h.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "web/case_card.h"

namespace fundwatch::web {

// The fields as texts, and what is wrong with each, by its name.
struct CorrectionForm {
  std::string day;    // 2027-02-26
  std::string time;   // 16.00
  std::string event;  // 2027-03-01
  std::string amount;
  std::string currency;
  std::string place;
  std::vector<std::pair<std::string, std::string>> faults;
};

CorrectionForm correction_form_of(const Desk& desk, const Item& item);

// The item with these facts, or the form with its faults.
std::variant<Item, CorrectionForm> corrected(const Desk& desk, const Item& item,
                                             const Fields& form);

// Open when there is a fault.
void put_correction_form(Markup& html, const Cards& cards, const CaseView& view,
                         const CorrectionForm& form);

}  // namespace fundwatch::web
