// feeds/facts/limits.h — the regions to which those who may apply are limited in words.
// "Endast aktörer i Skåne", "säte i Dalarna", "riktar sig till föreningar i Bollnäs"; a call whose
// title names another country is for that one. That a funder sits somewhere limits nobody. Pure.
#pragma once

#include <string>
#include <vector>

#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// NUTS codes of counties and countries, each once; empty if nothing is said. A region without a
// name ("endast för länet") is that of the item's place, else kUnnamedRegion.
std::vector<std::string> find_limits(const Item& item, const ItemWords& words);

}  // namespace fundwatch::feeds
