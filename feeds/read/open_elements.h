// feeds/read/open_elements.h — the elements that are open at some place of a markup.
// Knows at once that a name is not open, so that a million stray end tags cost no more than a
// million tags.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

class OpenElements {
 public:
  void push(std::string name);
  void pop();

  // How many elements stand outside the innermost one of that name; nothing if none is open.
  std::optional<std::size_t> depth_of(std::string_view name) const;

  const std::vector<std::string>& names() const { return names_; }
  std::size_t depth() const { return names_.size(); }
  bool empty() const { return names_.empty(); }
  const std::string& innermost() const { return names_.back(); }

 private:
  std::vector<std::string> names_;
  std::map<std::string, int, std::less<>> counts_;
};

}  // namespace fundwatch::feeds
