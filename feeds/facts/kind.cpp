#include "feeds/facts/kind.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "feeds/facts/kind_cues.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// A title weighs by one of its cues, and more by what it names first, which the rest is mostly
// about. Of a text's different cues so many of either sort count.
constexpr double kTitleWeight = 2.5;
constexpr double kFirstWeight = 2.0;
constexpr double kTellingWeight = 2.0;
constexpr double kTextWeight = 1.0;
constexpr std::size_t kTextCuesCounted = 3;
constexpr double kClearFrom = 3.0;

enum class Place { title, telling, text };

struct Cue {
  std::string_view phrase;
  std::size_t claim = 0;  // whose it is: a place in kind_cues()
  Place place = Place::title;
  std::size_t number = 0;
};

using CueList = std::vector<Cue>;

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

bool is_beginning(std::string_view phrase) { return first_word(phrase).ends_with('*'); }

// "*tjänst som": how a word ends, and the words that follow it, if any.
struct Ending {
  explicit Ending(const Cue& its) : cue(its) {
    const std::size_t space = std::min(its.phrase.find(' '), its.phrase.size());
    letters = its.phrase.substr(1, space - 1);
    if (space < its.phrase.size()) rest = its.phrase.substr(space + 1);
  }

  bool stands(WordSpan words, std::size_t at) const {
    if (!words[at].text.ends_with(letters)) return false;
    return rest.empty() || phrase_length(words, at + 1, rest) > 0;
  }

  Cue cue;
  std::string_view letters;
  std::string_view rest;
};

// Cues by how they begin, so that those that may stand at a word are found at once.
class CueTable {
 public:
  void add(const Cue& cue) {
    may_begin_.add(cue.phrase);
    const std::string_view first = first_word(cue.phrase);
    const bool is_open = first.ends_with('*') && first.size() <= kBeginningBytes;
    (is_open ? by_byte_[first_byte(first)] : by_beginning_[beginning_of(first)]).push_back(cue);
  }

  // Whole words tell more than beginnings, and what is found first counts as first.
  void sort() {
    for (CueList& cues : by_beginning_) {
      std::stable_partition(cues.begin(), cues.end(),
                            [](const Cue& cue) { return !is_beginning(cue.phrase); });
    }
  }

  // Adds those that stand at a word.
  void append_at(WordSpan words, std::size_t at, std::vector<const Cue*>& found) const {
    const Word& word = words[at];
    if (!may_begin_.may_have(word)) return;
    append_of(by_beginning_[word.beginning], words, at, found);
    append_of(by_byte_[first_byte(word.text)], words, at, found);
  }

 private:
  static std::size_t first_byte(std::string_view word) {
    return static_cast<unsigned char>(word.front());
  }

  static void append_of(const CueList& cues, WordSpan words, std::size_t at,
                        std::vector<const Cue*>& found) {
    for (const Cue& cue : cues) {
      if (phrase_length(words, at, cue.phrase) > 0) found.push_back(&cue);
    }
  }

  std::array<CueList, std::size_t{1} << kBeginningBits> by_beginning_;  // of their first words
  std::array<CueList, 256> by_byte_;                                    // those that say less of it
  Beginnings may_begin_;
};

// All of them: those of titles, and those of summaries and texts.
class Cues {
 public:
  Cues() {
    for (std::size_t i = 0; i < kind_cues().size(); ++i) {
      const KindCues& cues = kind_cues()[i];
      add(cues.titles, {.claim = i, .place = Place::title});
      add(cues.telling, {.claim = i, .place = Place::telling});
      add(cues.texts, {.claim = i, .place = Place::text});
    }
    of_titles_.sort();
    of_texts_.sort();
  }

  std::size_t size() const { return size_; }

  // Adds those that stand at a word of such a field.
  void append_at(WordSpan words, std::size_t at, Field field,
                 std::vector<const Cue*>& found) const {
    if (field != Field::title) return of_texts_.append_at(words, at, found);
    of_titles_.append_at(words, at, found);
    for (const Ending& ending : endings_) {
      if (ending.stands(words, at)) found.push_back(&ending.cue);
    }
  }

 private:
  void add(std::string_view phrases, Cue cue) {
    while (!phrases.empty()) {
      const std::size_t comma = std::min(phrases.find(','), phrases.size());
      cue.phrase = trimmed(phrases.substr(0, comma));
      phrases.remove_prefix(std::min(comma + 1, phrases.size()));
      cue.number = size_++;
      add(cue);
    }
  }

  void add(const Cue& cue) {
    if (cue.phrase.front() == '*') {
      endings_.emplace_back(cue);
    } else {
      (cue.place == Place::title ? of_titles_ : of_texts_).add(cue);
    }
  }

  CueTable of_titles_;
  CueTable of_texts_;
  std::vector<Ending> endings_;  // of titles
  std::size_t size_ = 0;
};

struct Claim {
  AnnouncementKind kind = AnnouncementKind::unknown;
  bool is_in_title = false;
  bool is_first = false;
  std::size_t telling = 0;
  std::size_t texts = 0;

  double weight() const {
    return (is_in_title ? kTitleWeight : 0) + (is_first ? kFirstWeight : 0) +
           kTellingWeight * static_cast<double>(std::min(telling, kTextCuesCounted)) +
           kTextWeight * static_cast<double>(std::min(texts, kTextCuesCounted));
  }
};

class Claims {
 public:
  explicit Claims(const Cues& cues) : cues_(cues), is_counted_(cues.size()) {
    for (const KindCues& each : kind_cues()) claims_.push_back({.kind = each.kind});
  }

  void read(WordSpan words, Field field) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      found_.clear();
      cues_.append_at(words, i, field, found_);
      for (const Cue* cue : found_) {
        if (!is_counted_[cue->number]) count(*cue);
        is_counted_[cue->number] = true;
      }
    }
  }

  AnnouncementKind clearest() const {
    const auto best = std::ranges::max_element(
        claims_, [](const Claim& a, const Claim& b) { return a.weight() < b.weight(); });
    return best->weight() < kClearFrom ? AnnouncementKind::unknown : best->kind;
  }

 private:
  void count(const Cue& cue) {
    Claim& claim = claims_[cue.claim];
    switch (cue.place) {
      case Place::title:
        claim.is_first = claim.is_first || !has_first_;
        has_first_ = true;
        claim.is_in_title = true;
        break;
      case Place::telling: ++claim.telling; break;
      case Place::text: ++claim.texts; break;
    }
  }

  const Cues& cues_;
  std::vector<bool> is_counted_;
  std::vector<const Cue*> found_;  // at one word
  std::vector<Claim> claims_;      // as in kind_cues()
  bool has_first_ = false;
};

}  // namespace

AnnouncementKind find_kind(const Item& item, const ItemWords& words) {
  if (item.notice && !item.notice->id.empty()) return AnnouncementKind::procurement;
  static const Cues cues;
  Claims claims(cues);
  for (const Field field : kFields) claims.read(words.of(field), field);
  return claims.clearest();
}

}  // namespace fundwatch::feeds
