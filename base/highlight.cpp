#include "base/highlight.h"

#include <algorithm>

namespace fundwatch {
namespace {

bool is_between_characters(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

bool lies_in(std::string_view text, const Reason& reason) {
  return reason.begin < reason.end && reason.end <= text.size() &&
         is_between_characters(text, reason.begin) && is_between_characters(text, reason.end);
}

// By their beginning; those that overlap or touch as one.
std::vector<Stretch> marks_in(std::string_view text, Field field,
                              const std::vector<Reason>& reasons) {
  std::vector<Stretch> marks;
  for (const Reason& reason : reasons) {
    if (reason.field != field || !lies_in(text, reason)) continue;
    marks.push_back({reason.begin, reason.end, true});
  }
  std::ranges::sort(marks, {}, &Stretch::begin);
  std::vector<Stretch> merged;
  for (const Stretch& mark : marks) {
    if (merged.empty() || mark.begin > merged.back().end)
      merged.push_back(mark);
    else
      merged.back().end = std::max(merged.back().end, mark.end);
  }
  return merged;
}

}  // namespace

std::vector<Stretch> stretches(std::string_view text, Field field,
                               const std::vector<Reason>& reasons) {
  std::vector<Stretch> found;
  std::size_t at = 0;
  for (const Stretch& mark : marks_in(text, field, reasons)) {
    if (at < mark.begin) found.push_back({at, mark.begin, false});
    found.push_back(mark);
    at = mark.end;
  }
  if (at < text.size()) found.push_back({at, text.size(), false});
  return found;
}

}  // namespace fundwatch
