// store/corrections.h — facts that people know better than what was read: they count wherever the
// item is shown, mailed or matched, and stay when its source is read again. A correction holds as
// long as the source says what was corrected; once it says something else, that is news and counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// What was read, and what is right; an absent fact is none.
struct Correction {
  struct Deadline {
    std::optional<DueDate> read;
    std::optional<DueDate> right;
    bool operator==(const Deadline&) const = default;
  };
  struct Event {
    std::optional<Day> read;
    std::optional<Day> right;
    bool operator==(const Event&) const = default;
  };
  struct Sum {
    std::optional<Amount> read;
    std::optional<Amount> right;
    bool operator==(const Sum&) const = default;
  };
  struct Place {
    std::string read;  // municipalities; empty: none
    std::string right;
    bool operator==(const Place&) const = default;
  };
  std::optional<Deadline> deadline;
  std::optional<Event> event;
  std::optional<Sum> amount;
  std::optional<Place> place;
  bool operator==(const Correction&) const = default;
  bool is_empty() const { return !deadline && !event && !amount && !place; }
};

// The facts as people know them. A fact whose source no longer says what was corrected stays.
void apply(const Correction& correction, Item& item);

std::string text_of(const Correction& correction);  // empty for one without facts
// Throws StoreError about `file` if it is no such text.
std::optional<Correction> correction_of(const std::string& text, const std::string& file);

class Corrections {
 public:
  explicit Corrections(Connection& database) : database_(database) {}

  // Makes the four facts of this item the right ones, in place of what was corrected before; what
  // is as it was read needs no correction. If a day moves that people were told, the version of the
  // case rises, as when a source moves it. False if there is no such item.
  bool save(const Item& right);

  // All four are again as they were read. False if there is no such item.
  bool take_back(ItemId id);

  // What is corrected, whether it still holds or not.
  Correction find(ItemId id) const;

  // Items whose correction has changed since they were matched (daemon/rematching); at most so
  // many.
  std::vector<ItemId> unmatched(std::size_t items_max) const;
  void set_matched(ItemId id);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
