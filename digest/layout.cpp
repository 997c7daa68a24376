#include "digest/layout.h"

#include "base/text.h"

namespace fundwatch::digest {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

std::string with_ordinary_spaces(std::string text) {
  for (auto at = text.find(kNoBreakSpace); at != std::string::npos;
       at = text.find(kNoBreakSpace, at)) {
    text.replace(at, kNoBreakSpace.size(), " ");
  }
  return text;
}

std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t bytes = 0;
  while (bytes < text.size() && utf8_length(text.substr(0, bytes + 1)) <= characters) ++bytes;
  return bytes;
}

// The lines of one paragraph while it is being filled.
class Paragraph {
 public:
  explicit Paragraph(const Indent& indent) : indent_(indent), line_(indent.first) {}

  void add(std::string_view word) {
    if (!is_fresh_ && utf8_length(line_) + 1 + utf8_length(word) > kColumns) end_line();
    if (!is_fresh_) line_ += ' ';
    while (utf8_length(line_) + utf8_length(word) > kColumns) {
      const std::size_t bytes = bytes_of(word, kColumns - utf8_length(line_));
      line_ += word.substr(0, bytes);
      word.remove_prefix(bytes);
      end_line();
    }
    line_ += word;
    is_fresh_ = false;
  }

  std::string take() {
    end_line();
    return with_ordinary_spaces(std::move(lines_));
  }

 private:
  void end_line() {
    lines_ += line_ + "\n";
    line_ = indent_.rest;
    is_fresh_ = true;
  }

  const Indent& indent_;
  std::string lines_;
  std::string line_;
  bool is_fresh_ = true;  // nothing but the indent yet
};

}  // namespace

std::string wrapped(std::string_view text, const Indent& indent) {
  Paragraph paragraph(indent);
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) paragraph.add(word);
  }
  return paragraph.take();
}

std::string rule() { return std::string(kColumns, '-') + "\n"; }

std::string upper_case(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    const bool is_ascii_letter = byte >= 'a' && byte <= 'z';
    // U+00E0 to U+00FE, but for the division sign: C3 A0 to C3 BE.
    const bool is_western_letter = i > 0 && static_cast<unsigned char>(result[i - 1]) == 0xC3 &&
                                   byte >= 0xA0 && byte <= 0xBE && byte != 0xB7;
    if (is_ascii_letter || is_western_letter) result[i] = static_cast<char>(byte - 0x20);
  }
  return result;
}

}  // namespace fundwatch::digest
