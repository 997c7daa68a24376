#include "feeds/facts/last_day.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "feeds/facts/deadline.h"
#include "feeds/facts/deadline_cues.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// How many words may stand between a cue and its date.
constexpr std::size_t kAfterLimitMax = 3;
constexpr std::size_t kAfterLabelMax = 14;
constexpr std::size_t kAfterClosingMax = 7;
constexpr std::size_t kAfterArrivalMax = 2;
constexpr std::size_t kAfterEndingMax = 8;  // from "öppen" to "till"
// So far after a date its sentence may still say what it is for.
constexpr std::size_t kTailMax = 14;
// So far before a date the phrase that states it may begin.
constexpr std::size_t kPhraseMax = 9;

constexpr Phrases kTailLabels{"är det stopp", "är stopp",       "är sista",     "är absolut sista",
                              "är deadline",  "är även sista",  "är slutdatum", "is the deadline",
                              "is the last",  "is the closing", "is the final"};
constexpr Phrases kTailClosings{"stänger", "stängs", "går", "löper", "closes", "close", "slutar"};

bool is_one_of(Cue cue, std::initializer_list<Cue> cues) {
  return std::ranges::find(cues, cue) != cues.end();
}

// What the cues of one date amount to. Each kind of claim is a question of its own; the first that
// holds is the answer.
class Judge {
 public:
  Judge(WordSpan words, const DateSurroundings& around)
      : words_(words),
        around_(around),
        date_(around.date),
        before_(cues_in(words, clause_begin(words, around), date_.begin)),
        after_(cues_in(words, date_.end, std::min(around.end, date_.end + kTailMax))) {}

  std::optional<LastDay> judge() {
    if (has(before_, {Cue::foreign}) || is_other() || is_early_bird()) return std::nullopt;
    if (is_extended()) return claimed(Claim::extended);
    if (is_labelled() || is_closing() || is_arrival() || is_period()) return claimed(what_for());
    if (const FoundCue* limit = limit_at_date()) return judge_limit(*limit);
    if (is_named_after()) return claimed(what_for());
    return std::nullopt;
  }

 private:
  // A clause after a comma that says itself what is to be done stands alone: "För fakturafrågor
  // ring kansliet, anmälan ska göras senast …"
  static std::size_t clause_begin(WordSpan words, const DateSurroundings& around) {
    for (std::size_t i = around.date.begin; i > around.begin; --i) {
      if (words[i - 1].text != ",") continue;
      const auto cues = cues_in(words, i, around.date.begin);
      return has(cues, {Cue::apply, Cue::sign_up, Cue::label}) ? i : around.begin;
    }
    return around.begin;
  }

  static bool has(const std::vector<FoundCue>& cues, std::initializer_list<Cue> kinds) {
    return std::ranges::any_of(cues,
                               [&](const FoundCue& found) { return is_one_of(found.cue, kinds); });
  }

  // The last of these before the date, within `words_max` of it.
  const FoundCue* nearest(std::initializer_list<Cue> kinds, std::size_t words_max) const {
    for (auto found = before_.rbegin(); found != before_.rend(); ++found) {
      if (date_.begin - found->end > words_max) return nullptr;
      if (is_one_of(found->cue, kinds)) return &*found;
    }
    return nullptr;
  }

  // The date is a start, a decision or the like: nothing that readers apply for or register for
  // comes after that word. ("Beslut lämnas" is other still.)
  bool is_other() const {
    for (auto found = before_.rbegin(); found != before_.rend(); ++found) {
      if (found->cue == Cue::other) return true;
      if (is_one_of(found->cue, {Cue::label, Cue::closing, Cue::extension, Cue::period,
                                 Cue::arrival, Cue::apply, Cue::sign_up})) {
        return false;
      }
    }
    return false;
  }

  // "… before 1 March at a reduced price": said after the date as often.
  bool is_early_bird() const { return has(after_, {Cue::foreign}) && !has_deed(before_); }

  static bool has_deed(const std::vector<FoundCue>& cues) {
    return has(cues, {Cue::apply, Cue::sign_up, Cue::arrival, Cue::handing, Cue::label});
  }

  bool is_in_sentence(std::initializer_list<Cue> kinds) const {
    if (has(before_, kinds) || has(after_, kinds)) return true;
    const std::size_t first = sentence_begin(words_, date_.begin);
    const std::size_t from =
        std::max(first, around_.begin - std::min(around_.begin, kWordsBesideDateMax));
    return has(cues_in(words_, from, around_.begin), kinds);
  }

  bool is_extended() const {
    const FoundCue* cue = nearest({Cue::extension}, kAfterLabelMax);
    if (cue == nullptr) return false;
    const bool is_new_label = cue->end - cue->begin > 1;  // "ny sista ansökningsdag"
    if (is_new_label) return true;
    return limit_at_date() != nullptr &&
           is_in_sentence({Cue::apply, Cue::sign_up, Cue::period, Cue::label, Cue::handing});
  }

  bool is_labelled() const { return nearest({Cue::label}, kAfterLabelMax) != nullptr; }

  bool is_closing() const {
    return nearest({Cue::closing}, kAfterClosingMax) != nullptr &&
           is_in_sentence({Cue::apply, Cue::sign_up, Cue::period, Cue::label});
  }

  // "Anbud ska vara inkomna den 7 december".
  bool is_arrival() const {
    return nearest({Cue::arrival}, kAfterArrivalMax) != nullptr &&
           is_in_sentence({Cue::apply, Cue::sign_up});
  }

  // "Ansökningsperioden är 1–29 september", "Sök mellan 1 och 29 september".
  bool is_period() const {
    return date_.first.has_value() &&
           (nearest({Cue::period}, kAfterLabelMax) != nullptr ||
            nearest({Cue::apply, Cue::sign_up, Cue::handing}, kAfterLimitMax) != nullptr);
  }

  const FoundCue* limit_at_date() const {
    const FoundCue* limit = nearest({Cue::limit, Cue::exclusive}, kAfterLimitMax);
    return limit != nullptr ? limit : nearest({Cue::towards}, 0);
  }

  std::optional<LastDay> judge_limit(const FoundCue& limit) {
    if (limit.cue == Cue::towards && !ends_towards(limit)) return std::nullopt;
    const bool is_said_before = has_deed(before_) || has(before_, {Cue::closing, Cue::period});
    if (!is_said_before && is_other_after()) return std::nullopt;
    const bool is_said = is_said_before || has_deed(after_);
    if (!is_said && limit.cue != Cue::limit) return std::nullopt;
    if (!is_said && !is_implied()) return std::nullopt;
    return claimed(is_said ? what_for() : Claim::implied);
  }

  // "till" says nothing by itself: what goes on until then must be something readers can do.
  bool ends_towards(const FoundCue& towards) const {
    return std::ranges::any_of(before_, [&](const FoundCue& found) {
      return found.end <= towards.begin && towards.begin - found.end <= kAfterEndingMax &&
             is_one_of(found.cue, {Cue::period, Cue::apply, Cue::sign_up});
    });
  }

  bool is_other_after() const {
    return !after_.empty() && is_one_of(after_.front().cue, {Cue::other, Cue::foreign});
  }

  // "Skicka en skiss på fyra sidor. Vi behöver den senast den 14 oktober."
  bool is_implied() const {
    const std::size_t first = sentence_begin(words_, date_.begin);
    if (first == 0 || first < around_.begin || has(after_, {Cue::other})) return false;
    const std::size_t previous = sentence_begin(words_, first - 1);
    const std::size_t from = std::max(previous, first - std::min(first, kWordsBesideDateMax));
    const auto cues = cues_in(words_, from, first);
    return has(cues, {Cue::apply, Cue::sign_up, Cue::handing}) &&
           !has(cues, {Cue::foreign, Cue::other});
  }

  // "Den 5 mars är sista dag för anbud", "Den 20 mars stänger ansökan".
  bool is_named_after() const {
    if (has(after_, {Cue::foreign})) return false;
    if (longest_phrase(words_, date_.end, kTailLabels) > 0) return true;
    return longest_phrase(words_, date_.end, kTailClosings) > 0 &&
           has(after_, {Cue::apply, Cue::sign_up, Cue::period});
  }

  Claim what_for() const {
    if (has(before_, {Cue::apply})) return Claim::apply;
    if (has(before_, {Cue::sign_up})) return Claim::sign_up;
    if (has(after_, {Cue::apply})) return Claim::apply;
    if (has(after_, {Cue::sign_up})) return Claim::sign_up;
    return has(before_, {Cue::label, Cue::closing, Cue::period}) ? Claim::apply : Claim::sign_up;
  }

  LastDay claimed(Claim claim) const {
    std::size_t begin = date_.begin;
    for (const FoundCue& found : before_) {
      if (date_.begin - found.begin > kPhraseMax || found.cue == Cue::other) continue;
      begin = std::min(begin, found.begin);
    }
    const FoundCue* limit = limit_at_date();
    const bool is_day_before = !date_.time && limit != nullptr && limit->cue == Cue::exclusive;
    return {claim, is_day_before, begin, date_.end};
  }

  WordSpan words_;
  const DateSurroundings& around_;
  const StatedDate& date_;
  std::vector<FoundCue> before_;
  std::vector<FoundCue> after_;
};

}  // namespace

std::optional<LastDay> judge_last_day(WordSpan words, const DateSurroundings& around) {
  return Judge(words, around).judge();
}

}  // namespace fundwatch::feeds
