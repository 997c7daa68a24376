#include "feeds/read/watched_page.h"

#include <string_view>
#include <utility>

#include "base/text.h"
#include "feeds/read/identity.h"
#include "feeds/read/page_change.h"
#include "feeds/read/page_noise.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kSummaryCharactersMax = 300;

// What counts in a text, so that its fingerprint is that of every text that says the same.
std::string meaning_of(std::string_view text) {
  std::string meaning;
  for (const WatchedLine& line : watched_lines(text, kWatchedLinesMax)) {
    meaning += line.meaning + "\n";
  }
  return meaning;
}

// The words of the lines that begin so, without dashes of lists.
std::string lines_marked(std::string_view change, std::string_view mark) {
  std::string words;
  for (std::string_view line : split(change, '\n')) {
    if (!line.starts_with(mark)) continue;
    line.remove_prefix(mark.size());
    if (line.starts_with("- ")) line.remove_prefix(2);
    words.append(words.empty() ? "" : " · ").append(line);
  }
  return words;
}

std::string summary_of(std::string_view change) {
  const std::string came = lines_marked(change, "+ ");
  return shortened(came.empty() ? lines_marked(change, "- ") : came, kSummaryCharactersMax);
}

}  // namespace

RawEntry visit_entry(Article article, const std::string& url) {
  RawEntry entry;
  entry.id = "visit " + fingerprint(meaning_of(article.text));
  entry.link = url;
  entry.title = {std::move(article.title), TextKind::plain, {}};
  entry.content = {std::move(article.text), TextKind::plain, {}};
  return entry;
}

std::optional<Item> change_since(const std::string& before, const Item& visit, Day day) {
  PageChange change = page_change({before, visit.text});
  if (!change.has_changed) return std::nullopt;
  const std::string_view changed = visit.language.starts_with("en") ? "changed " : "ändrad ";
  Item item = visit;
  item.key += " " + iso_day(day);
  item.title += " (" + std::string(changed) + iso_day(day) + ")";
  item.summary = summary_of(change.text);
  change.text.pop_back();  // the last line's end
  item.text = std::move(change.text);
  return item;
}

}  // namespace fundwatch::feeds
