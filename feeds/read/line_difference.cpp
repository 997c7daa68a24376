#include "feeds/read/line_difference.h"

#include <algorithm>

namespace fundwatch::feeds {
namespace {

using Lines = std::vector<std::string>;

// The part of both lists that is left when what is equal at both ends is taken off.
struct Middle {
  std::size_t begin = 0;
  std::size_t before_end = 0;
  std::size_t after_end = 0;

  int before_size() const { return static_cast<int>(before_end - begin); }
  int after_size() const { return static_cast<int>(after_end - begin); }
};

Middle middle_of(const Lines& before, const Lines& after) {
  Middle middle{0, before.size(), after.size()};
  while (middle.begin < middle.before_end && middle.begin < middle.after_end &&
         before[middle.begin] == after[middle.begin]) {
    ++middle.begin;
  }
  while (middle.before_end > middle.begin && middle.after_end > middle.begin &&
         before[middle.before_end - 1] == after[middle.after_end - 1]) {
    --middle.before_end;
    --middle.after_end;
  }
  return middle;
}

// Finds the script and remembers the way: reach_[d][k + d] is how far down `before` d edits come on
// diagonal k (k more lines of `before` used than of `after`).
class Myers {
 public:
  Myers(const Lines& before, const Lines& after, const Middle& middle)
      : before_(before), after_(after), middle_(middle) {}

  // False when more than kEditsMax edits are needed.
  bool search();
  std::vector<EditedLine> script() const;

 private:
  int start(int edits, int diagonal) const;
  int slide(int x, int diagonal) const;
  int reach(int edits, int diagonal) const {
    return reach_[static_cast<std::size_t>(edits)][static_cast<std::size_t>(diagonal + edits)];
  }
  bool comes_by_adding(int edits, int diagonal) const;
  EditedLine edited(Edit edit, int index) const {
    return {edit, middle_.begin + static_cast<std::size_t>(index)};
  }

  const Lines& before_;
  const Lines& after_;
  Middle middle_;
  std::vector<std::vector<int>> reach_;
};

bool Myers::comes_by_adding(int edits, int diagonal) const {
  if (diagonal == -edits) return true;
  if (diagonal == edits) return false;
  return reach(edits - 1, diagonal - 1) < reach(edits - 1, diagonal + 1);
}

int Myers::start(int edits, int diagonal) const {
  if (edits == 0) return 0;
  if (comes_by_adding(edits, diagonal)) return reach(edits - 1, diagonal + 1);
  return reach(edits - 1, diagonal - 1) + 1;
}

int Myers::slide(int x, int diagonal) const {
  while (x < middle_.before_size() && x - diagonal < middle_.after_size() && x - diagonal >= 0 &&
         before_[edited(Edit::kept, x).line] == after_[edited(Edit::kept, x - diagonal).line]) {
    ++x;
  }
  return x;
}

bool Myers::search() {
  for (int edits = 0; edits <= static_cast<int>(kEditsMax); ++edits) {
    reach_.emplace_back(static_cast<std::size_t>(2 * edits + 1), -1);
    for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const int x = slide(start(edits, diagonal), diagonal);
      reach_.back()[static_cast<std::size_t>(diagonal + edits)] = x;
      const bool is_last = diagonal == middle_.before_size() - middle_.after_size();
      if (is_last && x >= middle_.before_size()) return true;
    }
  }
  return false;
}

std::vector<EditedLine> Myers::script() const {
  std::vector<EditedLine> backwards;
  int edits = static_cast<int>(reach_.size()) - 1;
  int diagonal = middle_.before_size() - middle_.after_size();
  int x = middle_.before_size();
  for (; edits >= 0; --edits) {
    const int began = start(edits, diagonal);
    for (; x > began; --x) backwards.push_back(edited(Edit::kept, x - 1 - diagonal));
    if (edits == 0) break;
    if (comes_by_adding(edits, diagonal)) {
      backwards.push_back(edited(Edit::added, x - diagonal - 1));
      ++diagonal;
    } else {
      backwards.push_back(edited(Edit::removed, x - 1));
      --diagonal;
      --x;
    }
  }
  return {backwards.rbegin(), backwards.rend()};
}

std::vector<EditedLine> replaced_whole(const Middle& middle) {
  std::vector<EditedLine> lines;
  for (std::size_t i = middle.begin; i < middle.before_end; ++i) {
    lines.push_back({Edit::removed, i});
  }
  for (std::size_t i = middle.begin; i < middle.after_end; ++i) lines.push_back({Edit::added, i});
  return lines;
}

// Within each run of edits, what was removed comes first.
void put_removed_first(std::vector<EditedLine>& lines) {
  for (auto begin = lines.begin(); begin != lines.end();) {
    if (begin->edit == Edit::kept) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin, lines.end(),
                                  [](const EditedLine& line) { return line.edit == Edit::kept; });
    std::stable_partition(begin, end,
                          [](const EditedLine& line) { return line.edit == Edit::removed; });
    begin = end;
  }
}

}  // namespace

std::vector<EditedLine> difference(const Lines& before, const Lines& after) {
  const Middle middle = middle_of(before, after);
  std::vector<EditedLine> lines;
  for (std::size_t i = 0; i < middle.begin; ++i) lines.push_back({Edit::kept, i});
  Myers myers(before, after, middle);
  const auto script = myers.search() ? myers.script() : replaced_whole(middle);
  lines.insert(lines.end(), script.begin(), script.end());
  for (std::size_t i = middle.after_end; i < after.size(); ++i) lines.push_back({Edit::kept, i});
  put_removed_first(lines);
  return lines;
}

}  // namespace fundwatch::feeds
