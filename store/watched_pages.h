// store/watched_pages.h — what the pages of kind watch said when they last said something new: the
// texts that the next visit is compared with.
#pragma once

#include <optional>
#include <string>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class WatchedPages {
 public:
  explicit WatchedPages(Connection& database) : database_(database) {}

  // The main text; nothing before the first visit, and after the source's address has changed.
  std::optional<std::string> find(SourceId source) const;

  void put(SourceId source, const std::string& text, Instant now);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
