#include "feeds/read/page_change.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "feeds/read/line_difference.h"
#include "feeds/read/page_noise.h"

namespace fundwatch::feeds {
namespace {

std::vector<std::string> meanings(const std::vector<WatchedLine>& lines) {
  std::vector<std::string> all;
  all.reserve(lines.size());
  for (const WatchedLine& line : lines) all.push_back(line.meaning);
  return all;
}

// Writes the changed lines with the kept line before each place, as many as a person reads.
class DifferenceText {
 public:
  void write(Edit edit, const std::string& line);
  std::string finished() &&;

 private:
  std::string text_;
  std::string kept_before_;
  std::size_t shown_ = 0;
  std::size_t left_out_ = 0;
};

void DifferenceText::write(Edit edit, const std::string& line) {
  const std::string shown = shortened(line, kShownLineCharactersMax);
  if (edit == Edit::kept) {
    kept_before_ = shown;
    return;
  }
  if (shown_ == kShownLinesMax) {
    ++left_out_;
    return;
  }
  ++shown_;
  if (!kept_before_.empty()) text_ += (text_.empty() ? "  " : "\n  ") + kept_before_ + "\n";
  kept_before_.clear();
  text_ += (edit == Edit::added ? "+ " : "- ") + shown + "\n";
}

std::string DifferenceText::finished() && {
  if (left_out_ > 0) text_ += "… (+ " + std::to_string(left_out_) + ")\n";
  return std::move(text_);
}

}  // namespace

PageChange page_change(const PageVisits& visits) {
  const auto before = watched_lines(visits.before, kWatchedLinesMax);
  const auto after = watched_lines(visits.after, kWatchedLinesMax);
  PageChange change;
  DifferenceText text;
  for (const EditedLine& edited : difference(meanings(before), meanings(after))) {
    const auto& lines = edited.edit == Edit::removed ? before : after;
    text.write(edited.edit, lines[edited.line].text);
    if (edited.edit == Edit::added) ++change.added;
    if (edited.edit == Edit::removed) ++change.removed;
  }
  change.has_changed = change.added + change.removed > 0;
  change.text = std::move(text).finished();
  return change;
}

}  // namespace fundwatch::feeds
