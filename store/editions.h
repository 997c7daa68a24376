// store/editions.h — what the coordinator wants of one week's mail beside what the sources bring:
// a few lines of her own at its top, and another day for it. Pages and commands use the same
// functions. What a held or earlier week means is store/weekly_rounds.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "store/sqlite.h"

namespace fundwatch::store {

inline constexpr std::size_t kNoteCharactersMax = 2000;
inline constexpr int kDaysEarlierMax = 6;

struct Edition {
  IsoWeek week;
  std::string note;      // plain text, paragraphs parted by empty lines; mostly empty
  bool is_held = false;  // its mail goes out with the next week's
  int days_earlier = 0;  // at most kDaysEarlierMax; 0: on its own day
};

class Editions {
 public:
  explicit Editions(Connection& database) : database_(database) {}

  // One that nobody touched is as Edition is made.
  Edition of(const IsoWeek& week) const;

  // Those that somebody touched, from this week on, in order.
  std::vector<Edition> since(const IsoWeek& week) const;

  // Replaces what stood there; an empty text takes it away. Longer than kNoteCharactersMax is our
  // bug: whoever asks people refuses it first.
  void set_note(const IsoWeek& week, const std::string& note);

  // Each takes back what the other two said.
  void hold(const IsoWeek& week);
  void bring_forward(const IsoWeek& week, int days);
  void resume(const IsoWeek& week);

  // Whether the coordinator was shown the mails of that moment, and that she was.
  bool was_previewed(Instant weekly_moment) const;
  void note_preview(Instant weekly_moment, Instant now);
  // When she was last.
  std::optional<Instant> last_preview() const;

 private:
  void put(const Edition& edition);

  Connection& database_;
};

}  // namespace fundwatch::store
