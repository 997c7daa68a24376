#include "matchers/marks.h"

#include <array>
#include <charconv>

#include "matchers/judge.h"
#include "matchers/subject.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr char kBetween = '\x1F';  // no letter: it stands in no word

constexpr std::size_t kFactMarks = 16;  // more than most items have

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

std::string_view source_name(std::string_view id, const SourceNames& sources) {
  std::int64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  const auto found = sources.find(SourceId{number});
  return found == sources.end() ? std::string_view() : found->second;
}

// Each once, though texts say most words more than once; but for the few that the memo does not
// number. Those of the title come first.
void append_words(const Reading& reading, std::vector<std::string>& marks) {
  std::vector<bool> was_met(reading.number_count());
  for (std::uint32_t token = 0; token < reading.token_count(); ++token) {
    const std::uint32_t number = reading.number_of(token);
    const bool is_numbered = number != TokenMemo::kUnnumbered;
    if (is_numbered && was_met[number]) continue;
    if (is_numbered) was_met[number] = true;
    const std::string_view bytes = reading.bytes_of(token);
    if (bytes.size() > kMarkedWordBytesMax) {
      marks.push_back(mark(MarkKind::must_be_read, ""));
      continue;
    }
    const std::string composed = reading.is_plain(token) ? "" : word_text_of(bytes);
    const std::string_view word = reading.is_plain(token) ? bytes : composed;
    if (reading.field_of(token) == Field::title) {
      marks.push_back(mark(MarkKind::title_word, word));
    }
    marks.push_back(mark(MarkKind::word, word));
  }
}

void append_unspelt(const Reading& reading, std::vector<std::string>& marks) {
  for (const Unspelt& each : reading.unspelt()) {
    const Word first = word_of(reading.bytes_of(each.place.first));
    const Word last = word_of(reading.bytes_of(each.place.last));
    const bool is_title = reading.field_of(each.place.first) == Field::title;
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

void append_facts(const Item& item, const Reading& reading, std::vector<std::string>& marks) {
  marks.push_back(
      fact_mark(FactField::source, std::to_string(static_cast<std::int64_t>(item.source))));
  const Languages languages = languages_of(reading);
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

std::vector<std::string> marks_of(const Item& item, const Reading& reading) {
  std::vector<std::string> marks;
  marks.reserve(reading.token_count() + kFactMarks);
  append_words(reading, marks);
  append_unspelt(reading, marks);
  append_facts(item, reading, marks);
  return marks;
}

Marker::Marker() : vocabulary_(nullptr), reading_(vocabulary_) { vocabulary_.add_function_words(); }

std::vector<std::string> Marker::marks_of(const Item& item) {
  reading_.read(item);
  return matchers::marks_of(item, reading_);
}

}  // namespace fundwatch::matchers
