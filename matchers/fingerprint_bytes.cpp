#include "matchers/fingerprint_bytes.h"

#include <chrono>
#include <cstring>
#include <limits>

namespace fundwatch::matchers {
namespace {

// Raised whenever what a fingerprint holds changes.
constexpr std::uint32_t kVersion = 1;
constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

class Writer {
 public:
  void add(std::uint64_t number) { bytes_.append(reinterpret_cast<const char*>(&number), 8); }
  void add(std::uint32_t number) { bytes_.append(reinterpret_cast<const char*>(&number), 4); }
  void add(const std::vector<std::uint32_t>& numbers) {
    add(static_cast<std::uint32_t>(numbers.size()));
    bytes_.append(reinterpret_cast<const char*>(numbers.data()), 4 * numbers.size());
  }
  void add(const std::string& text) {
    add(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void add(const std::optional<Day>& day) {
    const auto days = day ? std::chrono::sys_days(*day).time_since_epoch().count() : kNoDay;
    add(static_cast<std::uint32_t>(static_cast<std::int32_t>(days)));
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// After the first thing that is not there everything is empty, and is_whole() false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t number = 0;
    copy(&number, sizeof number);
    return number;
  }
  std::uint64_t long_number() {
    std::uint64_t number = 0;
    copy(&number, sizeof number);
    return number;
  }
  std::vector<std::uint32_t> numbers() {
    const std::size_t count = number();
    if (count > bytes_.size() / 4) is_whole_ = false;
    std::vector<std::uint32_t> numbers(is_whole_ ? count : 0);
    copy(numbers.data(), 4 * numbers.size());
    return numbers;
  }
  std::string text() {
    const std::size_t size = number();
    if (size > bytes_.size()) is_whole_ = false;
    std::string text(is_whole_ ? size : 0, '\0');
    copy(text.data(), text.size());
    return text;
  }
  std::optional<Day> day() {
    const auto days = static_cast<std::int32_t>(number());
    if (days == kNoDay || !is_whole_) return std::nullopt;
    return Day(std::chrono::sys_days(std::chrono::days(days)));
  }

  bool has_more() const { return is_whole_ && !bytes_.empty(); }
  bool is_whole() const { return is_whole_ && bytes_.empty(); }

 private:
  void copy(void* to, std::size_t size) {
    if (size > bytes_.size()) is_whole_ = false;
    if (!is_whole_ || size == 0) return;
    std::memcpy(to, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }

  std::string_view bytes_;
  bool is_whole_ = true;
};

}  // namespace

std::string bytes_of(const Fingerprint& print) {
  Writer writer;
  writer.add(kVersion);
  writer.add(print.head);
  writer.add(print.words);
  writer.add(print.names);
  writer.add(print.last_day);
  writer.add(print.event_date);
  writer.add(static_cast<std::uint32_t>(print.amount.has_value()));
  if (print.amount) {
    writer.add(static_cast<std::uint64_t>(print.amount->value));
    writer.add(print.amount->currency);
    writer.add(static_cast<std::uint32_t>(print.amount->is_doubtful));
  }
  writer.add(print.municipality);
  writer.add(static_cast<std::uint32_t>(print.cpv.size()));
  for (const std::string& code : print.cpv) writer.add(code);
  writer.add(static_cast<std::uint32_t>(print.status));
  return writer.take();
}

std::optional<Fingerprint> fingerprint_of(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number() != kVersion) return std::nullopt;
  Fingerprint print;
  print.head = reader.numbers();
  print.words = reader.numbers();
  print.names = reader.numbers();
  print.last_day = reader.day();
  print.event_date = reader.day();
  if (reader.number() != 0) {
    const auto value = static_cast<std::int64_t>(reader.long_number());
    std::string currency = reader.text();
    print.amount = Amount{value, std::move(currency), reader.number() != 0};
  }
  print.municipality = reader.text();
  for (std::uint32_t left = reader.number(); left > 0 && reader.has_more(); --left) {
    print.cpv.push_back(reader.text());
  }
  const std::uint32_t status = reader.number();
  if (!reader.is_whole() || status > static_cast<std::uint32_t>(CallStatus::closed)) {
    return std::nullopt;
  }
  print.status = static_cast<CallStatus>(status);
  return print;
}

}  // namespace fundwatch::matchers
