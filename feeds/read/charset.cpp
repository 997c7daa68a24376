#include "feeds/read/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/text.h"
#include "feeds/read/byte_scan.h"
#include "feeds/read/character_references.h"
#include "feeds/read/charset_labels.h"
#include "feeds/read/control_characters.h"
#include "feeds/read/large_copy.h"

namespace fundwatch::feeds {
namespace {

// How much of a document detection looks at.
constexpr std::size_t kDetectionBytesMax = 64UL * 1024;

// In a text, to one control character.
constexpr std::size_t kCharactersPerSlip = 100;

constexpr std::string_view kReplacement = "\uFFFD";

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

using namespace std::string_view_literals;

// UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
constexpr std::array<Mark, 5> kByteOrderMarks{{
    {"\x00\x00\xFE\xFF"sv, "utf-32be"},
    {"\xFF\xFE\x00\x00"sv, "utf-32le"},
    {"\xEF\xBB\xBF"sv, "utf-8"},
    {"\xFE\xFF"sv, "utf-16be"},
    {"\xFF\xFE"sv, "utf-16le"},
}};

// "<" or "<?" as wide characters (XML 1.0 appendix F), or "<?xm" in EBCDIC.
constexpr std::array<Mark, 5> kPatterns{{
    {"\x00\x00\x00<"sv, "utf-32be"},
    {"<\x00\x00\x00"sv, "utf-32le"},
    {"\x00<\x00"sv, "utf-16be"},
    {"<\x00"sv, "utf-16le"},
    {"\x4C\x6F\xA7\x94"sv, "cp037"},
}};

std::optional<Mark> beginning(std::string_view bytes, const std::array<Mark, 5>& marks) {
  for (const Mark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return mark;
  }
  return std::nullopt;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Converts with ICU; bad sequences become U+FFFD.
std::string convert(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(name.c_str(), &status));
  const Converter to(ucnv_open("UTF-8", &status));
  CHECK(U_SUCCESS(status));
  std::string text;
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  std::size_t used = 0;
  bool reset = true;
  do {
    text.resize(std::max(text.size() * 2, bytes.size() + bytes.size() / 8 + 16));
    char* target = text.data() + used;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(reset), true, &status);
    reset = false;
    used = static_cast<std::size_t>(target - text.data());
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  text.resize(used);
  return text;
}

std::size_t occurrences(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

// The length of the valid UTF-8 that `bytes` begins with, up to the first bad byte.
std::size_t valid_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (!is_valid_utf8(bytes.substr(at, length)) || at + length > bytes.size()) return at;
    at += length;
  }
  return at;
}

// UTF-8 with foreign bytes in it: each of those is read as windows-1252, which is what a
// windows-1252 text pasted into a UTF-8 document left there.
Decoded mend_utf8(std::string_view bytes) {
  Decoded decoded;
  decoded.encoding = "utf-8";
  decoded.text.reserve(bytes.size() + bytes.size() / 16);
  while (!bytes.empty()) {
    const std::size_t good = valid_prefix(bytes);
    decoded.text += bytes.substr(0, good);
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    ++decoded.bad_characters;
    const auto byte = static_cast<unsigned char>(bytes.front());
    append_utf8(decoded.text, byte <= 0x9F ? windows_1252_character(byte) : byte);
    bytes.remove_prefix(1);
  }
  return decoded;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  CHECK(U_SUCCESS(status));
  ucsdet_enableInputFilter(detector.get(), true);
  const auto length = static_cast<std::int32_t>(std::min(bytes.size(), kDetectionBytesMax));
  ucsdet_setText(detector.get(), bytes.data(), length, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status)) return "windows-1252";
  return ascii_lower(name);
}

// Most bytes of a text in a wide encoding's clothes would be bad characters.
bool reads_well(std::string_view text) {
  return occurrences(text, kReplacement) * 10 <= utf8_length(text);
}

std::string declared_in(std::string_view bytes, Markup markup) {
  switch (markup) {
    case Markup::xml: return declared_in_xml(bytes);
    case Markup::html: {
      const std::string xml = bytes.starts_with("<?xml") ? declared_in_xml(bytes) : "";
      return xml.empty() ? declared_in_html(bytes) : xml;
    }
    case Markup::json: return {};
  }
  return {};
}

// The name that is told for a label. HTML has only the web's names; in XML the document's own word
// stands as long as it is true of these bytes.
std::string told_name(std::string_view label, Markup markup) {
  if (markup == Markup::html) return web_name(label);
  std::string name = ascii_lower(trimmed(label));
  if (name == "utf8") return "utf-8";
  return name == "gb2312" ? "gb18030" : name;
}

bool is_wide(std::string_view name) {
  return name.starts_with("utf-16") || name.starts_with("utf-32") || name == "utf16" ||
         name.starts_with("ucs-");
}

// Reads by a label; nothing when the label is unknown or the bytes contradict it.
std::optional<Decoded> by_label(std::string_view bytes, std::string_view label, Markup markup) {
  const std::string name = converter_name(label);
  // A wide label in bytes that could be read to find it is a lie.
  if (name.empty() || (is_wide(name) && !bytes.empty() && bytes.find('\0') == std::string::npos)) {
    return std::nullopt;
  }
  // Valid UTF-8 beyond ASCII is UTF-8, whatever Latin label it bears: the chance that windows-1252
  // text happens to be valid UTF-8 is nil.
  if (name == "windows-1252" && !is_ascii(bytes) && is_utf8(bytes)) return std::nullopt;
  if (name == "utf-8") {
    if (is_clean_utf8(bytes))
      return Decoded{.text = large_copy(bytes), .encoding = "utf-8", .is_clean = true};
    if (is_utf8(bytes)) return Decoded{.text = std::string(bytes), .encoding = "utf-8"};
    Decoded mended = mend_utf8(bytes);
    // Rarely a valid sequence beside bad bytes: the label is wrong, not the bytes.
    const std::size_t beyond_ascii = static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
    if (mended.bad_characters * 2 > beyond_ascii && mended.bad_characters > 2) return std::nullopt;
    return mended;
  }
  Decoded decoded;
  decoded.text = convert(bytes, name);
  decoded.bad_characters = occurrences(decoded.text, kReplacement);
  decoded.encoding = told_name(label, markup);
  if (!reads_well(decoded.text)) return std::nullopt;
  return decoded;
}

Decoded by_detection(std::string_view bytes, Markup markup) {
  if (auto utf8 = by_label(bytes, "utf-8", markup)) return *utf8;
  Decoded guess;
  if (auto found = by_label(bytes, detected(bytes), markup)) {
    guess = *std::move(found);
  } else {
    guess.text = convert(bytes, "windows-1252");
    guess.encoding = "windows-1252";
  }
  guess.is_guess = true;
  return guess;
}

// text/* without a charset is US-ASCII (RFC 2046 § 4.1.2) wherever the bytes allow it.
bool is_plain_ascii_text(std::string_view bytes, std::string_view content_type) {
  const auto type = ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
  return type.starts_with("text/") && type.find("xml") != std::string::npos && is_ascii(bytes);
}

std::optional<Decoded> by_mark(std::string_view bytes, Markup markup) {
  if (const auto mark = beginning(bytes, kByteOrderMarks)) {
    auto decoded = by_label(bytes.substr(mark->bytes.size()), mark->encoding, markup);
    if (decoded) return decoded;
    if (mark->encoding == "utf-8") return mend_utf8(bytes.substr(3));
  }
  return std::nullopt;
}

std::optional<Decoded> by_pattern(std::string_view bytes, Markup markup) {
  const auto pattern = beginning(bytes, kPatterns);
  if (!pattern) return std::nullopt;
  if (pattern->encoding != "cp037") return by_label(bytes, pattern->encoding, markup);
  // Every EBCDIC page agrees on the characters of a declaration.
  const std::string declaration = convert(bytes.substr(0, 256), "cp037");
  const std::string label = declared_in_xml(declaration);
  return by_label(bytes, label.empty() ? "cp037" : label, markup);
}

Result<Decoded> decode_bytes(std::string_view bytes, std::string_view content_type, Markup markup) {
  if (auto decoded = by_mark(bytes, markup)) return *std::move(decoded);
  const std::string by_http = charset_of(content_type);
  const std::string by_itself = declared_in(bytes, markup);
  if (by_http.find("utf-7") == 0 || by_itself.find("utf-7") == 0) {
    return Error{Stage::decode, "the document is in UTF-7, which is not read: it can hide markup"};
  }
  if (auto decoded = by_pattern(bytes, markup)) return *std::move(decoded);
  for (const std::string& label : {by_http, by_itself}) {
    if (label.empty()) continue;
    auto decoded = by_label(bytes, label, markup);
    if (!decoded) continue;
    if (label != by_http && is_plain_ascii_text(bytes, content_type))
      decoded->encoding = "us-ascii";
    return *std::move(decoded);
  }
  Decoded decoded = by_detection(bytes, markup);
  if (by_http.empty() && by_itself.empty()) {
    if (is_plain_ascii_text(bytes, content_type)) decoded.encoding = "us-ascii";
  } else {
    decoded.declared = by_http.empty() ? by_itself : by_http;
  }
  if (markup == Markup::html && is_ascii(bytes)) decoded.encoding = "windows-1252";
  return decoded;
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view content_type, Markup markup) {
  auto decoded = decode_bytes(bytes, content_type, markup);
  if (decoded && !decoded->is_clean) {
    mend_c1_controls(decoded->text);
    decoded->control_characters = remove_control_characters(decoded->text);
  }
  return decoded;
}

std::vector<std::string> problems_of(const Decoded& decoded) {
  std::vector<std::string> problems;
  if (!decoded.declared.empty()) {
    problems.push_back("the document says it is in " + decoded.declared + ", but it is in " +
                       decoded.encoding);
  }
  if (decoded.is_guess && decoded.declared.empty()) {
    problems.push_back("the document does not say what it is encoded in; " + decoded.encoding +
                       " was guessed");
  }
  if (decoded.bad_characters > 0) {
    problems.push_back(std::to_string(decoded.bad_characters) + " bytes are not " +
                       decoded.encoding + " and were read as windows-1252 or replaced");
  }
  if (decoded.control_characters > 0) {
    problems.push_back(std::to_string(decoded.control_characters) +
                       " control characters were taken out");
  }
  return problems;
}

bool is_binary(const Decoded& decoded) {
  return decoded.control_characters > decoded.text.size() / kCharactersPerSlip;
}

}  // namespace fundwatch::feeds
