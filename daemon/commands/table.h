// daemon/commands/table.h — rows as aligned columns for a person at a terminal.
#pragma once

#include <string>
#include <vector>

namespace fundwatch::daemon {

// The first row is the heading. Columns are two spaces apart; widths are counted in characters.
std::string as_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace fundwatch::daemon
