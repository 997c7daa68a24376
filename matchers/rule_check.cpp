#include "matchers/rule_check.h"

#include <algorithm>
#include <array>

#include "base/names.h"
#include "base/text.h"
#include "matchers/function_words.h"
#include "matchers/home.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kCpvDigitsMin = 2;
constexpr std::size_t kCpvDigitsMax = 8;
constexpr std::size_t kNutsLettersMin = 2;
constexpr std::size_t kNutsLettersMax = 5;

// What fundwatch tells of a procurement: eForms' reserved-procurement codes, and Sweden's own.
constexpr std::array<std::string_view, 3> kReservations = {"res-ws", "res-pub-ser", "ideburen"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// As parse_query leaves it: the beginning of a code without its trailing zeros.
bool is_cpv(const std::string& value) {
  return value.size() >= kCpvDigitsMin && value.size() <= kCpvDigitsMax &&
         std::ranges::all_of(value, is_digit);
}

bool is_nuts(const std::string& value) {
  return value.size() >= kNutsLettersMin && value.size() <= kNutsLettersMax &&
         is_letter(value[0]) && is_letter(value[1]) &&
         std::ranges::all_of(value, [](char c) { return is_digit(c) || is_letter(c); });
}

// ISO 639: two or three letters.
bool is_language(const std::string& value) {
  return (value.size() == 2 || value.size() == 3) && std::ranges::all_of(value, is_letter) &&
         value != "xx";
}

// That an item says nothing of its status is no status that can be asked for.
bool is_status(const std::string& value) {
  const auto status = parse_call_status(value);
  return status && *status != CallStatus::unknown;
}

bool is_kind(const std::string& value) {
  const auto kind = parse_announcement_kind(value);
  return kind && *kind != AnnouncementKind::unknown;
}

class Checker {
 public:
  std::vector<QueryWarning> run(const Query& query) {
    if (is_absence(query)) warn(WarningKind::only_absence, query);
    visit(query);
    return std::move(found_);
  }

 private:
  void warn(WarningKind kind, const Query& query) {
    found_.push_back({kind, query.begin, query.end});
  }

  // True of an item in which nothing of the rule stands.
  static bool is_absence(const Query& query) {
    switch (query.kind) {
      case Query::Kind::none: return !is_absence(query.parts[0]);
      case Query::Kind::any: return std::ranges::any_of(query.parts, is_absence);
      case Query::Kind::all: return std::ranges::all_of(query.parts, is_absence);
      case Query::Kind::phrase:
      case Query::Kind::fact:
      case Query::Kind::near: break;
    }
    return false;
  }

  void visit(const Query& query) {
    if (query.kind == Query::Kind::phrase) phrase(query);
    if (query.kind == Query::Kind::fact) fact(query);
    if (query.kind == Query::Kind::all && contradicts_itself(query)) {
      warn(WarningKind::contradiction, query);
    }
    for (const Query& part : query.parts) visit(part);
  }

  static bool contradicts_itself(const Query& query) {
    return std::ranges::any_of(query.parts, [&](const Query& wanted) {
      return std::ranges::any_of(query.parts, [&](const Query& other) {
        return other.kind == Query::Kind::none && is_same(other.parts[0], wanted);
      });
    });
  }

  void phrase(const Query& query) {
    const auto has_few_letters = [](const WordPattern& word) {
      return (word.mode == Mode::beginning || word.mode == Mode::end || word.mode == Mode::part) &&
             utf8_length(word.text) < kOpenLettersMin;
    };
    const auto excludes_itself = [](const WordPattern& word) {
      return std::ranges::find(word.excluded, word.text) != word.excluded.end();
    };
    if (std::ranges::any_of(query.words, excludes_itself)) {
      warn(WarningKind::excludes_itself, query);
    }
    if (query.words.size() > 1) return;
    if (has_few_letters(query.words[0]))
      warn(WarningKind::few_letters, query);
    else if (query.words[0].mode != Mode::acronym && is_function_word(query.words[0].text)) {
      warn(WarningKind::function_word, query);
    }
  }

  void fact(const Query& query) {
    const std::string& value = query.fact.value;
    if (value.empty()) return warn(WarningKind::empty_value, query);
    switch (query.fact.field) {
      case FactField::language:
        if (!is_language(value)) warn(WarningKind::unknown_language, query);
        break;
      case FactField::cpv:
        if (!is_cpv(value)) warn(WarningKind::bad_cpv, query);
        break;
      case FactField::nuts:
        if (!is_nuts(value)) warn(WarningKind::bad_nuts, query);
        break;
      case FactField::reserved:
        if (std::ranges::find(kReservations, value) == kReservations.end()) {
          warn(WarningKind::unknown_reservation, query);
        }
        break;
      case FactField::kind:
        if (!is_kind(value)) warn(WarningKind::unknown_kind, query);
        break;
      case FactField::status:
        if (!is_status(value)) warn(WarningKind::unknown_status, query);
        break;
      case FactField::limited:
        if (value != kElsewhere && !is_nuts(value)) warn(WarningKind::unknown_limit, query);
        break;
      case FactField::source:
      case FactField::social:
      case FactField::place:
      case FactField::deadline: break;
    }
  }

  std::vector<QueryWarning> found_;
};

}  // namespace

std::vector<QueryWarning> warnings_in(const Query& query) { return Checker().run(query); }

}  // namespace fundwatch::matchers
