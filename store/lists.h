// store/lists.h — lists within a row, as JSON text: short, always read and written with their row,
// and never searched by.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::store {

std::string json_of(const std::vector<std::string>& words);
std::string json_of(const std::vector<Enclosure>& enclosures);
std::string json_of(const std::vector<Term>& terms);
std::string json_of(const std::vector<Reason>& reasons);

// Throw StoreError about `file`, from which the text was read, if it is no such list.
std::vector<std::string> words_of(const std::string& text, const std::string& file);
std::vector<Enclosure> enclosures_of(const std::string& text, const std::string& file);
std::vector<Term> terms_of(const std::string& text, const std::string& file);
std::vector<Reason> reasons_of(const std::string& text, const std::string& file);

}  // namespace fundwatch::store
