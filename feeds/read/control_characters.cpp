#include "feeds/read/control_characters.h"

#include "feeds/read/character_references.h"

namespace fundwatch::feeds {
namespace {

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::size_t remove_control_characters(std::string& text) {
  std::size_t count = 0;
  std::size_t kept = 0;
  for (const char c : text) {
    if (is_forbidden(c)) ++count;
    if (c == '\v' || c == '\f') text[kept++] = ' ';
    if (!is_forbidden(c)) text[kept++] = c;
  }
  text.resize(kept);
  return count;
}

void mend_c1_controls(std::string& text) {
  std::string mended;
  std::size_t copied = 0;
  for (auto at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    if (second < 0x80 || second > 0x9F || second == 0x85) continue;
    mended.append(text, copied, at - copied);
    append_utf8(mended, windows_1252_character(second));
    copied = at + 2;
  }
  if (copied == 0) return;
  mended.append(text, copied);
  text = std::move(mended);
}

}  // namespace fundwatch::feeds
