#include "matchers/marks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "matchers/judge.h"
#include "matchers/subject.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr char kBetween = '\x1F';  // no letter: it stands in no word

constexpr char kSharedEnd = 'e';
constexpr char kSharedBeginning = 'b';

constexpr char kSwedish = 's';
constexpr char kEnglish = 'e';
constexpr char kNeither = '-';

// Every field but that of the source, whose name is not the item's.
constexpr std::array kFields = {FactField::language, FactField::cpv,    FactField::nuts,
                                FactField::reserved, FactField::social, FactField::place,
                                FactField::deadline, FactField::status, FactField::kind,
                                FactField::limited};

char letter_of(FactField field) {
  switch (field) {
    case FactField::source: return 's';
    case FactField::language: return 'l';
    case FactField::cpv: return 'c';
    case FactField::nuts: return 'n';
    case FactField::reserved: return 'r';
    case FactField::social: return 'o';
    case FactField::place: return 'p';
    case FactField::deadline: return 'd';
    case FactField::status: return 'a';
    case FactField::kind: return 'k';
    case FactField::limited: return 'i';
  }
  return ' ';
}

std::string mark(MarkKind kind, std::string_view text) {
  std::string mark(1, static_cast<char>(kind));
  return mark.append(text);
}

std::string fact_mark(FactField field, std::string_view value) {
  return mark(MarkKind::fact, letter_of(field) + std::string(value));
}

// The rules of this vocabulary ask for nothing but function words.
Rules rules_about_language() {
  Rules rules(nullptr);
  Query query;
  query.kind = Query::Kind::fact;
  query.fact = {.field = FactField::language, .value = "sv"};
  rules.add(query);
  rules.seal();
  return rules;
}

std::string_view source_name(std::string_view id, const SourceNames& sources) {
  std::int64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  const auto found = sources.find(SourceId{number});
  return found == sources.end() ? std::string_view() : found->second;
}

}  // namespace

MarkKind kind_of(std::string_view mark) { return static_cast<MarkKind>(mark[0]); }

std::string_view word_of_mark(std::string_view mark) { return mark.substr(1); }

std::vector<std::string> words_of_unspelt(std::string_view mark) {
  const Omission omission = mark[1] == kSharedEnd ? Omission::end : Omission::beginning;
  const std::string_view words = mark.substr(2);
  const std::size_t between = words.find(kBetween);
  return spelt_out(omission, std::string(words.substr(0, between)),
                   std::string(words.substr(between + 1)));
}

bool makes_true(std::string_view mark, const Fact& fact, const SourceNames& sources) {
  if (fact.value.empty() || mark[1] != letter_of(fact.field)) return false;
  const std::string_view value = mark.substr(2);
  if (fact.field == FactField::source) {
    return is_named(fact.value, source_name(value, sources));
  }
  if (fact.field != FactField::language) return is_satisfied_by(fact, std::string(value));
  const Languages languages{.has_swedish = value[0] == kSwedish,
                            .has_english = value[1] == kEnglish};
  return is_language(fact, languages, std::string(value.substr(2)));
}

Marker::Marker() : rules_(rules_about_language()), reading_(rules_.vocabulary()) {}

std::vector<std::string> Marker::marks_of(const Item& item) {
  reading_.read(item);
  std::vector<std::string> marks;
  append_words(marks);
  append_unspelt(marks);
  append_facts(item, marks);
  return marks;
}

void Marker::append_words(std::vector<std::string>& marks) {
  tokens_.clear();
  std::uint32_t token = 0;
  for (; token < reading_.token_count() && reading_.field_of(token) == Field::title; ++token) {
    tokens_.push_back(reading_.bytes_of(token));
  }
  append_words(MarkKind::title_word, marks);
  for (; token < reading_.token_count(); ++token) tokens_.push_back(reading_.bytes_of(token));
  append_words(MarkKind::word, marks);
}

// Those of tokens_, which says most words more than once.
void Marker::append_words(MarkKind kind, std::vector<std::string>& marks) {
  std::ranges::sort(tokens_);
  tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
  for (const std::string_view token : tokens_) {
    const bool is_long = token.size() > kMarkedWordBytesMax;
    marks.push_back(is_long ? mark(MarkKind::must_be_read, "") : mark(kind, word_text_of(token)));
  }
}

void Marker::append_unspelt(std::vector<std::string>& marks) const {
  for (const Unspelt& each : reading_.unspelt()) {
    const Word first = word_of(reading_.bytes_of(each.place.first));
    const Word last = word_of(reading_.bytes_of(each.place.last));
    const bool is_title = reading_.field_of(each.place.first) == Field::title;
    if (each.omission == Omission::joint) {
      const std::string whole = word_of(first.text + last.text).text;
      marks.push_back(mark(MarkKind::word, whole));
      if (is_title) marks.push_back(mark(MarkKind::title_word, whole));
      continue;
    }
    const char share = each.omission == Omission::end ? kSharedEnd : kSharedBeginning;
    const std::string words = share + first.folded + kBetween + last.folded;
    marks.push_back(mark(MarkKind::unspelt, words));
    if (is_title) marks.push_back(mark(MarkKind::title_unspelt, words));
  }
}

void Marker::append_facts(const Item& item, std::vector<std::string>& marks) const {
  marks.push_back(
      fact_mark(FactField::source, std::to_string(static_cast<std::int64_t>(item.source))));
  const Languages languages = languages_of(reading_);
  for (const FactField field : kFields) {
    for (std::string value : values_of(field, item)) {
      if (field == FactField::language) {
        value.insert(0, {languages.has_swedish ? kSwedish : kNeither,
                         languages.has_english ? kEnglish : kNeither});
      }
      marks.push_back(fact_mark(field, value));
    }
  }
}

}  // namespace fundwatch::matchers
