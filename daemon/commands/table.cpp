#include "daemon/commands/table.h"

#include <algorithm>

#include "base/text.h"

namespace fundwatch::daemon {

std::string as_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], utf8_length(row[i]));
    }
  }
  std::string table;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      table += row[i];
      if (i + 1 < row.size()) table.append(widths[i] - utf8_length(row[i]) + 2, ' ');
    }
    table += '\n';
  }
  return table;
}

}  // namespace fundwatch::daemon
