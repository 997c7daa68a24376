#include "feeds/read/open_elements.h"

#include <algorithm>

#include "base/check.h"

namespace fundwatch::feeds {

void OpenElements::push(std::string name) {
  ++counts_[name];
  names_.push_back(std::move(name));
}

void OpenElements::pop() {
  CHECK(!names_.empty());
  const auto count = counts_.find(names_.back());
  if (--count->second == 0) counts_.erase(count);
  names_.pop_back();
}

std::optional<std::size_t> OpenElements::depth_of(std::string_view name) const {
  if (counts_.find(name) == counts_.end()) return std::nullopt;
  const auto innermost = std::find(names_.rbegin(), names_.rend(), name);
  return static_cast<std::size_t>(names_.rend() - innermost) - 1;
}

}  // namespace fundwatch::feeds
