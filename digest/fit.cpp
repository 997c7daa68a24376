#include "digest/fit.h"

#include <numeric>
#include <utility>

#include "base/check.h"
#include "digest/compose.h"
#include "digest/message.h"

namespace fundwatch::digest {
namespace {

std::size_t entry_count(const Digest& digest) {
  return std::accumulate(
      digest.sections.begin(), digest.sections.end(), std::size_t{0},
      [](std::size_t sum, const Section& section) { return sum + section.entries.size(); });
}

// Takes the least urgent entry out, and its section with it if that is then empty.
void put_one_back(Digest& digest) {
  Section* last_section = nullptr;
  std::size_t last = 0;
  for (Section& section : digest.sections) {
    for (std::size_t i = 0; i < section.entries.size(); ++i) {
      if (last_section != nullptr &&
          !is_taken_before(last_section->entries[last], section.entries[i])) {
        continue;
      }
      last_section = &section;
      last = i;
    }
  }
  CHECK(last_section != nullptr);
  // What comes again every week does not wait for another.
  if (last_section->entries[last].origin == Origin::hit) ++digest.waiting;
  last_section->entries.erase(last_section->entries.begin() + static_cast<std::ptrdiff_t>(last));
  std::erase_if(digest.sections, [](const Section& section) { return section.entries.empty(); });
}

// No fewer than there are: what is no plain character takes three, and a line has some 70.
std::size_t quoted_printable_bytes_at_most(const std::string& text) {
  std::size_t bytes = 0;
  for (const char c : text) bytes += c == '=' || c < ' ' || c > '~' ? 3 : 1;
  constexpr std::size_t kLineBytesLeast = 70;
  constexpr std::size_t kLineEndBytes = 3;
  return bytes + (bytes / kLineBytesLeast + 1) * kLineEndBytes;
}

// Most mails are far from the limit, and are not encoded to see that.
bool is_too_large(const std::string& html, std::size_t bytes_max) {
  return quoted_printable_bytes_at_most(html) > bytes_max &&
         quoted_printable_bytes(html) > bytes_max;
}

}  // namespace

Fitted trimmed_to_fit(Digest digest, const config::Config& config, const Calendar& calendar,
                      Mode mode) {
  Rendering rendering = render(digest, config, calendar, mode);
  while (entry_count(digest) > 1 && is_too_large(rendering.html, config.digest.html_bytes_max)) {
    put_one_back(digest);
    rendering = render(digest, config, calendar, mode);
  }
  return {std::move(digest), std::move(rendering)};
}

}  // namespace fundwatch::digest
