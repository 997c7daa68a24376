// feeds/read/line_difference.h — what was added and removed between two lists of lines.
// Myers' shortest edit script (1986), bounded: beyond kEditsMax the middle counts as replaced
// whole. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fundwatch::feeds {

inline constexpr std::size_t kEditsMax = 1000;

enum class Edit { kept, removed, added };

struct EditedLine {
  Edit edit = Edit::kept;
  std::size_t line = 0;  // of the older list when removed, else of the newer
  bool operator==(const EditedLine&) const = default;
};

// In the order of reading, what was removed before what was added in its place.
std::vector<EditedLine> difference(const std::vector<std::string>& before,
                                   const std::vector<std::string>& after);

}  // namespace fundwatch::feeds
