// config/source_check.h — what a source of its kind must state, and may not: one place for files
// and for commands. Pure; does not try whether it works.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::config {

// `key` as in the catalogue: "query".
struct SourceFault {
  std::string key;
  std::string words;
};

// Whether sources of this kind are asked a query.
bool is_queried(SourceKind kind);

std::vector<SourceFault> faults_of(const Source& source);

}  // namespace fundwatch::config
