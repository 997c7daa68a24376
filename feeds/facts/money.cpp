#include "feeds/facts/money.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

constexpr double kLargest = 9e15;       // whole numbers stay exact below
constexpr std::size_t kDigitsMax = 15;  // of one number
constexpr std::size_t kScannedMin = 4;  // single digits in a row, spaced

struct Scale {
  std::string_view word;
  double factor;
};

constexpr std::array<Scale, 19> kScales{{{"tusen", 1e3},
                                         {"thousand", 1e3},
                                         {"miljon", 1e6},
                                         {"miljoner", 1e6},
                                         {"milj", 1e6},
                                         {"mn", 1e6},
                                         {"mln", 1e6},
                                         {"million", 1e6},
                                         {"millions", 1e6},
                                         {"miljard", 1e9},
                                         {"miljarder", 1e9},
                                         {"mdr", 1e9},
                                         {"billion", 1e9},
                                         {"billions", 1e9},
                                         {"k", 1e3},
                                         {"m", 1e6},
                                         {"bn", 1e9},
                                         {"md", 1e9},
                                         {"mio", 1e6}}};

struct Unit {
  std::string_view word;
  std::string_view currency;
  double factor;
};

constexpr std::array<Unit, 36> kUnits{
    {{"kr", "SEK", 1},       {"kronor", "SEK", 1},  {"kronors", "SEK", 1},
     {"kronorna", "SEK", 1}, {"sek", "SEK", 1},     {"tkr", "SEK", 1e3},
     {"kkr", "SEK", 1e3},    {"ksek", "SEK", 1e3},  {"tsek", "SEK", 1e3},
     {"mkr", "SEK", 1e6},    {"mnkr", "SEK", 1e6},  {"msek", "SEK", 1e6},
     {"mdkr", "SEK", 1e9},   {"mdrkr", "SEK", 1e9}, {"miljonkronor", "SEK", 1e6},
     {"eur", "EUR", 1},      {"euro", "EUR", 1},    {"euros", "EUR", 1},
     {"€", "EUR", 1},        {"keur", "EUR", 1e3},  {"teur", "EUR", 1e3},
     {"meur", "EUR", 1e6},   {"nok", "NOK", 1},     {"dkk", "DKK", 1},
     {"usd", "USD", 1},      {"dollar", "USD", 1},  {"dollars", "USD", 1},
     {"$", "USD", 1},        {"gbp", "GBP", 1},     {"pund", "GBP", 1},
     {"pounds", "GBP", 1},   {"£", "GBP", 1},       {"isk", "ISK", 1},
     {"chf", "CHF", 1},      {"pln", "PLN", 1},     {"mnok", "NOK", 1e6}}};

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr std::array<NumberWord, 42> kNumberWords{
    {{"fjorton", 14},  {"sexton", 16},  {"sjutton", 17}, {"arton", 18},   {"nitton", 19},
     {"fyrtio", 40},   {"sextio", 60},  {"sjuttio", 70}, {"åttio", 80},   {"en", 1},
     {"ett", 1},       {"två", 2},      {"tre", 3},      {"fyra", 4},     {"fem", 5},
     {"sex", 6},       {"sju", 7},      {"åtta", 8},     {"nio", 9},      {"tio", 10},
     {"elva", 11},     {"tolv", 12},    {"tretton", 13}, {"femton", 15},  {"tjugo", 20},
     {"tjugofem", 25}, {"trettio", 30}, {"femtio", 50},  {"hundra", 100}, {"halv", 0.5},
     {"one", 1},       {"two", 2},      {"three", 3},    {"four", 4},     {"five", 5},
     {"six", 6},       {"seven", 7},    {"eight", 8},    {"nine", 9},     {"ten", 10},
     {"twenty", 20},   {"fifty", 50}}};

// "två kr" and "en krona" are prices; a sum in words has a scale, or is as large as this.
constexpr double kWrittenWholeFrom = 1000;
constexpr std::array<NumberWord, 2> kFactorWords{{{"tusen", 1e3}, {"hundra", 100}}};
constexpr std::array<NumberWord, 8> kTens{{{"tjugo", 20},
                                           {"trettio", 30},
                                           {"fyrtio", 40},
                                           {"femtio", 50},
                                           {"sextio", 60},
                                           {"sjuttio", 70},
                                           {"åttio", 80},
                                           {"nittio", 90}}};

// How words of units and of numbers begin; those of numbers may go on ("tjugofemtusen").
constexpr Beginnings kUnitBeginnings = [] {
  Beginnings made;
  for (const Unit& unit : kUnits) made.add(unit.word);
  return made;
}();
constexpr Beginnings kNumberBeginnings = [] {
  Beginnings made;
  for (const NumberWord& number : kNumberWords) made.add_beginning(number.word);
  for (const NumberWord& ten : kTens) made.add_beginning(ten.word);
  return made;
}();

constexpr Phrases kThrough{"-", "till", "to", "och", "and", "–", "eller"};

// After a bare "22 miljoner" one of these shows that money was meant.
constexpr Phrases kMoneyGoesOn{"till",     "att", "för", "per",     "som",   "i stöd",
                               "i bidrag", ".",   ",",   "om året", "finns", "ska"};

// True of every word from which on a sum can be read, and of few others.
bool may_begin_sum(const Word& word) {
  return word.kind == WordKind::digits || kUnitBeginnings.may_have(word) ||
         kNumberBeginnings.may_have(word);
}

struct Number {
  double value = 0;
  std::size_t end = 0;  // the word after its last; 0 if there is none
};

const Scale* scale_named(std::string_view word) {
  const auto found = std::ranges::find(kScales, word, &Scale::word);
  return found == kScales.end() ? nullptr : &*found;
}

const Unit* unit_named(std::string_view word) {
  if (!kUnitBeginnings.may_have(word)) return nullptr;
  const auto found = std::ranges::find(kUnits, word, &Unit::word);
  return found == kUnits.end() ? nullptr : &*found;
}

std::optional<double> number_named(std::string_view word) {
  const auto found = std::ranges::find(kNumberWords, word, &NumberWord::word);
  return found == kNumberWords.end() ? std::nullopt : std::optional(found->value);
}

// "trettioen", "sexhundratusen": written in one, as Swedish does.
std::optional<double> number_written(std::string_view word) {
  if (const auto number = number_named(word)) return number;
  for (const NumberWord& factor : kFactorWords) {
    if (word.size() <= factor.word.size() || !word.ends_with(factor.word)) continue;
    const auto times = number_written(word.substr(0, word.size() - factor.word.size()));
    return times ? std::optional(*times * factor.value) : std::nullopt;
  }
  for (const NumberWord& ten : kTens) {
    if (!word.starts_with(ten.word)) continue;
    const auto ones = number_named(word.substr(ten.word.size()));
    if (ones && *ones < 10) return ten.value + *ones;
  }
  return std::nullopt;
}

class MoneyReader {
 public:
  explicit MoneyReader(WordSpan words) : words_(words) {}

  std::optional<Sum> read(std::size_t at) const {
    if (auto sum = read_currency_first(at)) return sum;
    return read_number_first(at);
  }

 private:
  // "SEK 50,000", "EUR 3–4 million", "€30 000"
  std::optional<Sum> read_currency_first(std::size_t at) const {
    const Unit* unit = unit_at(at);
    if (unit == nullptr || unit->factor != 1 || unit->word == "kr") return std::nullopt;
    return read_values(at, at + 1, unit);
  }

  // "250 000 kr", "mellan 10 och 40 miljoner kronor"
  std::optional<Sum> read_number_first(std::size_t at) const {
    if (number(at).end == 0) return std::nullopt;
    return read_values(at, at, nullptr);
  }

  // The value from `at` on, or two with a sign of range between. `unit` is what stood before.
  std::optional<Sum> read_values(std::size_t begin, std::size_t at, const Unit* unit) const {
    const Value first = value(at, unit);
    if (first.end == 0) return std::nullopt;
    const std::size_t sign = words_in_sentence(first.end, begin) ? through(first.end) : 0;
    if (sign > 0) {
      const std::size_t next = first.end + sign;
      const Unit* again = unit_at(next);
      const Value last = value(again != nullptr && unit != nullptr ? next + 1 : next, unit);
      if (last.end > 0 && last.unit != nullptr) return ranged(begin, first, last);
    }
    if (first.unit == nullptr) return std::nullopt;
    return sum_of(begin, first);
  }

  struct Value {
    double number = 0;
    double scale = 0;  // 0: none was stated
    const Unit* unit = nullptr;
    std::size_t end = 0;
  };

  // A number with its scale and, unless one stood before, its unit.
  Value value(std::size_t at, const Unit* before) const {
    const Number number = this->number(at);
    if (number.end == 0) return {};
    Value value{number.value, 0, before, number.end};
    if (const Scale* scale = scale_at(value.end)) {
      value.scale = scale->factor;
      ++value.end;
    }
    if (before != nullptr) return value;
    value.unit = unit_after(value);
    return value;
  }

  // Moves the end of `value` past the unit.
  const Unit* unit_after(Value& value) const {
    static constexpr Unit kKronor{"kr", "SEK", 1};
    std::size_t next = value.end;
    if (is_word(words_, next, ".") && !words_[next].follows_space) ++next;  // "milj. kr"
    if (is_word(words_, next, "svenska")) ++next;
    for (const auto& [word, currency] : kForeignKronor) {
      if (is_word(words_, next, word) && is_word(words_, next + 1, "kronor")) {
        value.end = next + 2;
        return unit_named(currency);
      }
    }
    if (const Unit* unit = unit_at(next)) {
      value.end = next + 1;
      return unit;
    }
    if (is_word(words_, value.end, ":") && is_word(words_, value.end + 1, "-")) {  // "500:-"
      value.end += 2;
      return &kKronor;
    }
    const bool is_bare_money = value.scale >= 1e6 && goes_on_as_money(value.end);
    return is_bare_money ? &kKronor : nullptr;
  }

  struct ForeignKronor {
    std::string_view word;
    std::string_view currency;
  };
  static constexpr std::array<ForeignKronor, 2> kForeignKronor{
      {{"norska", "nok"}, {"danska", "dkk"}}};

  bool goes_on_as_money(std::size_t at) const {
    return at >= words_.size() || words_[at].sentence != words_[at - 1].sentence ||
           longest_phrase(words_, at, kMoneyGoesOn) > 0;
  }

  // "1 250 000", "50,000", "1,2", "1 000 000,00", "fyra", "en halv"
  Number number(std::size_t at) const {
    if (at >= words_.size()) return {};
    if (words_[at].kind == WordKind::letters) return spelled(at);
    if (words_[at].kind != WordKind::digits || words_[at].text.size() > kDigitsMax) return {};
    if (const Number scanned = this->scanned(at); scanned.end > 0) return scanned;
    std::string digits = words_[at].text;
    std::size_t next = at + 1;
    if (digits.size() <= 3) next = take_groups(next, digits);
    double fraction = 0;
    next = take_fraction(next, fraction);
    if (digits.size() > kDigitsMax) return {};
    return {std::stod(digits) + fraction, next};
  }

  Number spelled(std::size_t at) const {
    if (!kNumberBeginnings.may_have(words_[at])) return {};
    const auto written = number_written(words_[at].text);
    if (!written) return {};
    std::size_t next = at + 1;
    double value = *written;
    if (value == 1 && is_word(words_, next, "halv")) {
      value = 0.5;
      ++next;
    }
    if (scale_at(next) == nullptr && value < kWrittenWholeFrom) return {};
    return {value, next};
  }

  // "1 0 0 0 0 0"
  Number scanned(std::size_t at) const {
    double value = 0;
    std::size_t next = at;
    while (next - at < kDigitsMax && is_one_digit(next) &&
           (next == at || words_[next].follows_space)) {
      value = value * 10 + number_at(words_, next);
      ++next;
    }
    return next - at < kScannedMin ? Number{} : Number{value, next};
  }

  bool is_one_digit(std::size_t at) const {
    return at < words_.size() && words_[at].kind == WordKind::digits && words_[at].text.size() == 1;
  }

  // Groups of three: with a space before them, or a sign if no scale follows.
  std::size_t take_groups(std::size_t next, std::string& digits) const {
    while (digits.size() <= kDigitsMax) {
      const bool is_signed = (is_word(words_, next, ",") || is_word(words_, next, ".") ||
                              is_word(words_, next, "'")) &&
                             !words_[next].follows_space;
      const std::size_t group = next + (is_signed ? 1 : 0);
      if (!is_group(group) || words_[group].follows_space == is_signed) return next;
      if (is_signed && scale_at(group + 1) != nullptr) return next;  // "1,250 miljoner"
      digits += words_[group].text;
      next = group + 1;
    }
    return next;
  }

  bool is_group(std::size_t at) const {
    return at < words_.size() && words_[at].kind == WordKind::digits &&
           words_[at].text.size() == 3 && words_[at].sentence == words_[at - 1].sentence;
  }

  std::size_t take_fraction(std::size_t next, double& fraction) const {
    const bool is_sign = is_word(words_, next, ",") || is_word(words_, next, ".");
    if (!is_sign || words_[next].follows_space || next + 1 >= words_.size()) return next;
    const Word& digits = words_[next + 1];
    if (digits.kind != WordKind::digits || digits.follows_space || digits.text.size() > 3)
      return next;
    fraction = std::stod(digits.text) / std::pow(10, static_cast<double>(digits.text.size()));
    return next + 2;
  }

  const Scale* scale_at(std::size_t at) const {
    if (at >= words_.size()) return nullptr;
    // A single letter is one only where it touches the number: "30k".
    if (words_[at].text.size() == 1 && words_[at].follows_space) return nullptr;
    return scale_named(words_[at].text);
  }

  const Unit* unit_at(std::size_t at) const {
    return at < words_.size() ? unit_named(words_[at].text) : nullptr;
  }

  std::size_t through(std::size_t at) const { return longest_phrase(words_, at, kThrough); }

  bool words_in_sentence(std::size_t at, std::size_t begin) const {
    return at < words_.size() && words_[at].sentence == words_[begin].sentence;
  }

  static std::optional<Sum> sum_of(std::size_t begin, const Value& value) {
    const double scale = value.scale > 0 ? value.scale : 1;
    const double total = std::round(value.number * scale * value.unit->factor);
    if (total < 1 || total > kLargest) return std::nullopt;
    const auto whole = static_cast<std::int64_t>(total);
    return Sum{
        begin, value.end, {whole, std::string(value.unit->currency), whole > kAmountMax}, {}};
  }

  // "10 och 40 miljoner", but "500 000 och 2 miljoner": the scale is the last's if that keeps
  // order.
  static std::optional<Sum> ranged(std::size_t begin, Value first, const Value& last) {
    auto sum = sum_of(begin, last);
    if (!sum) return std::nullopt;
    if (first.unit == nullptr) first.unit = last.unit;
    const bool is_shared = first.scale == 0 && first.number <= last.number;
    if (is_shared) first.scale = last.scale;
    if (const auto from = sum_of(begin, first)) sum->from = from->amount.value;
    return sum;
  }

  WordSpan words_;
};

}  // namespace

std::vector<Sum> sums_in(WordSpan words) {
  std::vector<Sum> sums;
  const MoneyReader reader(words);
  for (std::size_t i = 0; i < words.size() && sums.size() < kSumsMax; ++i) {
    if (!may_begin_sum(words[i])) continue;
    auto sum = reader.read(i);
    if (!sum) continue;
    i = sum->end - 1;
    sums.push_back(std::move(*sum));
  }
  return sums;
}

}  // namespace fundwatch::feeds
