#include "config/table_reader.h"

#include <algorithm>

#include "base/names.h"
#include "base/text.h"
#include "config/notation.h"

namespace fundwatch::config {
namespace {

const Table kEmptyTable;

// No setting means more than this, and no arithmetic on it overflows.
constexpr std::chrono::seconds kDurationMax = std::chrono::weeks(52);
constexpr std::chrono::seconds kPauseMax{60};
// A week later it would be the next one.
constexpr std::chrono::seconds kLeadMax = std::chrono::days(6);
constexpr std::size_t kSizeBytesMax = std::size_t{1024} * 1024 * 1024;

std::string one_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += toml_string(words[i]);
  }
  return text;
}

}  // namespace

const Value* TableReader::value(const std::string& key) {
  asked_.push_back(key);
  return table_.find(key);
}

void TableReader::expected(const std::string& key, const Value& value, const std::string& what) {
  faults_.add(value.line, full(key) + " = " + shown(value) + ": expected " + what);
}

void TableReader::fault(const std::string& key, const std::string& words) {
  const Value* found = table_.find(key);
  const int line = found != nullptr         ? found->line
                   : table_.entries.empty() ? 1
                                            : table_.entries.front().value.line;
  faults_.add(line, full(key) + ": " + words);
}

void TableReader::text(const std::string& key, std::string& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  if (text == nullptr || !is_one_line(*text)) {
    return expected(key, *found, "a text in quotes, on one line");
  }
  to = *text;
}

void TableReader::path(const std::string& key, std::filesystem::path& to) {
  std::string text = to.string();
  this->text(key, text);
  if (!text.empty() && text.front() != '/') return fault(key, "expected a path that begins with /");
  to = text;
}

void TableReader::mail_address(const std::string& key, std::string& to) {
  std::string text = to;
  this->text(key, text);
  if (!text.empty() && !is_mail_address(text)) {
    return fault(key, toml_string(text) + ": expected a mail address: name@example.se");
  }
  to = text;
}

void TableReader::texts(const std::string& key, std::vector<std::string>& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* array = std::get_if<Array>(&found->content);
  if (array == nullptr) return expected(key, *found, "a list of texts: [\"one\", \"two\"]");
  std::vector<std::string> texts;
  for (const Value& element : *array) {
    const auto* text = std::get_if<std::string>(&element.content);
    if (text == nullptr) return expected(key, element, "a text in quotes");
    texts.push_back(*text);
  }
  to = std::move(texts);
}

void TableReader::whole_numbers(const std::string& key, std::vector<int>& to, int least, int most) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* array = std::get_if<Array>(&found->content);
  if (array == nullptr) return expected(key, *found, "a list of numbers: [8080, 8443]");
  std::vector<int> numbers;
  for (const Value& element : *array) {
    const auto* number = std::get_if<std::int64_t>(&element.content);
    if (number == nullptr || *number < least || *number > most) {
      return expected(key, element,
                      "numbers from " + std::to_string(least) + " to " + std::to_string(most));
    }
    numbers.push_back(static_cast<int>(*number));
  }
  to = std::move(numbers);
}

void TableReader::duration(const std::string& key, std::chrono::seconds& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  const auto duration = text == nullptr ? std::nullopt : parse_duration(*text);
  if (!duration || duration->count() == 0 || *duration > kDurationMax) {
    return expected(key, *found, "a number above 0 and s, min, h, d or w, at most 52w: \"30s\"");
  }
  to = *duration;
}

void TableReader::pause(const std::string& key, std::chrono::seconds& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  const auto duration = text == nullptr ? std::nullopt : parse_duration(*text);
  if (!duration || *duration > kPauseMax) return expected(key, *found, "\"0s\" to \"60s\"");
  to = *duration;
}

void TableReader::lead(const std::string& key, std::chrono::minutes& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  const auto duration = text == nullptr ? std::nullopt : parse_duration(*text);
  if (!duration || *duration > kLeadMax) return expected(key, *found, "\"0s\" to \"6d\": \"4h\"");
  to = std::chrono::floor<std::chrono::minutes>(*duration);
}

void TableReader::size(const std::string& key, std::size_t& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  const auto size = text == nullptr ? std::nullopt : parse_size(*text);
  if (!size || *size == 0 || *size > kSizeBytesMax) {
    return expected(key, *found,
                    "a number above 0 and B, kB, KiB, MB or MiB, at most 1024MiB: \"10MiB\"");
  }
  to = *size;
}

void TableReader::flag(const std::string& key, bool& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* flag = std::get_if<bool>(&found->content);
  if (flag == nullptr) return expected(key, *found, "true or false");
  to = *flag;
}

void TableReader::hour(const std::string& key, std::chrono::minutes& to) {
  const Value* found = value(key);
  if (found == nullptr) return;
  const auto* text = std::get_if<std::string>(&found->content);
  const auto hour = text == nullptr ? std::nullopt : parse_hour(*text);
  if (!hour) return expected(key, *found, "an hour from \"00:00\" to \"23:59\"");
  to = *hour;
}

std::optional<std::int64_t> TableReader::whole_number(const std::string& key, const Range& range) {
  const Value* found = value(key);
  if (found == nullptr) return std::nullopt;
  const auto* number = std::get_if<std::int64_t>(&found->content);
  if (number != nullptr && *number >= range.least && *number <= range.most) return *number;
  expected(
      key, *found,
      "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
  return std::nullopt;
}

std::optional<double> TableReader::number(const std::string& key) {
  const Value* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (const auto* number = std::get_if<double>(&found->content)) return *number;
  if (const auto* whole = std::get_if<std::int64_t>(&found->content)) {
    return static_cast<double>(*whole);
  }
  expected(key, *found, "a number");
  return std::nullopt;
}

std::optional<std::size_t> TableReader::choice(const std::string& key,
                                               const std::vector<std::string>& words) {
  const Value* found = value(key);
  if (found == nullptr) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&found->content)) {
    const auto word = std::find(words.begin(), words.end(), *text);
    if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
  }
  expected(key, *found, one_of(words));
  return std::nullopt;
}

TableReader TableReader::below(const std::string& key) {
  const Value* found = value(key);
  const auto* table = found == nullptr ? &kEmptyTable : std::get_if<Table>(&found->content);
  if (table == nullptr) {
    expected(key, *found, "a table: [" + full(key) + "]");
    table = &kEmptyTable;
  }
  return {*table, full(key), faults_};
}

void TableReader::finish() const {
  for (const Entry& entry : table_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    const auto close = nearest(entry.key, asked_);
    faults_.add(entry.value.line, full(entry.key) + ": there is no such setting" +
                                      (close ? "; did you mean " + full(*close) + "?" : ""));
  }
}

}  // namespace fundwatch::config
