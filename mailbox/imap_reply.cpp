#include "mailbox/imap_reply.h"

#include <charconv>

namespace fundwatch::mailbox {
namespace {

constexpr std::int64_t kQuotaMax = std::int64_t{1} << 50U;  // kilobytes

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kSearch = "* SEARCH";

std::optional<std::int64_t> number_at(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end == text.data() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::size_t> announced_literal(std::string_view line) {
  const std::size_t brace = line.rfind('{');
  if (brace == std::string_view::npos || !line.ends_with('}')) return std::nullopt;
  const std::string_view digits = line.substr(brace + 1, line.size() - brace - 2);
  std::size_t length = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (fault != std::errc{} || digits.empty() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return length;
}

std::optional<ImapLine> ImapReplies::next() {
  ImapLine line;
  std::size_t at = 0;
  while (!is_broken_) {
    const std::size_t end = bytes_.find(kLineEnd, at);
    if (end == std::string::npos) {
      is_broken_ = bytes_.size() - at > kImapLineBytesMax;
      return std::nullopt;
    }
    const std::string_view part = std::string_view(bytes_).substr(at, end - at);
    line.text += part;
    at = end + kLineEnd.size();
    const auto literal = announced_literal(part);
    if (!literal) {
      bytes_.erase(0, at);
      return line;
    }
    is_broken_ = *literal > literal_bytes_max_ || line.text.size() > kImapLineBytesMax;
    if (is_broken_ || bytes_.size() - at < *literal) return std::nullopt;
    line.literals.push_back(bytes_.substr(at, *literal));
    at += *literal;
  }
  return std::nullopt;
}

std::optional<std::int64_t> number_after(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  return number_at(text.substr(at + key.size()));
}

std::optional<int> percent_full(std::string_view text) {
  constexpr std::string_view kStorage = "STORAGE ";
  const std::size_t at = text.find(kStorage);
  if (!text.starts_with("* QUOTA ") || at == std::string_view::npos) return std::nullopt;
  std::string_view numbers = text.substr(at + kStorage.size());
  const auto used = number_at(numbers);
  numbers.remove_prefix(std::min(numbers.find(' '), numbers.size()));
  if (numbers.empty()) return std::nullopt;
  const auto limit = number_at(numbers.substr(1));
  if (!used || !limit || *used < 0 || *limit <= 0 || *limit > kQuotaMax) return std::nullopt;
  return static_cast<int>(std::min(*used, *limit) * 100 / *limit);
}

std::vector<std::int64_t> numbers_found(std::string_view text) {
  std::vector<std::int64_t> numbers;
  if (!text.starts_with(kSearch)) return numbers;
  text.remove_prefix(kSearch.size());
  while (text.starts_with(' ')) {
    text.remove_prefix(1);
    if (const auto number = number_at(text)) numbers.push_back(*number);
    text.remove_prefix(std::min(text.find(' '), text.size()));
  }
  return numbers;
}

}  // namespace fundwatch::mailbox
