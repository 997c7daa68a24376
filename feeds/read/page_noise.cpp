#include "feeds/read/page_noise.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/text.h"
#include "feeds/read/date_names.h"
#include "feeds/read/furniture.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kSessionIdBytesMin = 16;
constexpr std::size_t kDateLineBytesMax = 120;

// What may stand in a line that only says when the page was made or shown.
constexpr std::array<std::string_view, 34> kRenderingWords{
    "senast",     "uppdaterad",   "uppdaterat", "uppdaterades", "ändrad", "Ändrad",  "publicerad",
    "publicerat", "publicerades", "granskad",   "sidan",        "sidans", "datum",   "klockan",
    "kl",         "den",          "idag",       "dagens",       "är",     "Är",      "det",
    "just",       "nu",           "utskriven",  "hämtad",       "vecka",  "v",       "last",
    "updated",    "published",    "page",       "on",           "at",     "modified"};

constexpr std::array<std::string_view, 12> kCounterWords{
    "visningar", "sidvisningar", "visad", "läst",     "besökare",    "besök",
    "gillar",    "delningar",    "views", "visitors", "kommentarer", "nedladdningar"};

constexpr std::array<std::string_view, 8> kLastDayWords{"sista", "ansök", "stäng",    "öppnar",
                                                        "anmäl", "svar",  "deadline", "senast in"};

constexpr std::array<std::string_view, 6> kAdvertisementLabels{
    "annons", "annonser", "reklam", "sponsrat innehåll", "advertisement", "sponsored"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// Runs of letters and of digits; what stands between says nothing here.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const auto is_same = is_digit(line[at]) ? is_digit : is_letter;
    std::size_t end = at;
    while (end < line.size() && is_same(line[end])) ++end;
    if (end > at) words.push_back(ascii_lower(line.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  return words;
}

// Only numbers, names of months and days, and words of rendering; with a number at all.
bool is_date_alone(std::string_view line) {
  if (line.size() > kDateLineBytesMax) return false;
  const auto words = words_of(line);
  bool has_number = false;
  for (const std::string& word : words) {
    if (is_digit(word.front())) {
      has_number = true;
      if (word.size() > 8) return false;
    } else if (!month_number(word) && !is_weekday(word) && !is_one_of(kRenderingWords, word) &&
               !is_filler(word)) {
      return false;
    }
  }
  // A bare number is an amount or a street number.
  return has_number && words.size() > 1;
}

bool speaks_of_last_day(std::string_view line) {
  const std::string lower = ascii_lower(line);
  return std::any_of(kLastDayWords.begin(), kLastDayWords.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

bool is_rendering_time(std::string_view line) {
  const auto words = words_of(line);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of(kRenderingWords, word) && word != "den" && word != "kl";
  });
}

// "Visningar: 123", "Läst 1 234 gånger", "Kommentarer (4)"
bool is_counter(std::string_view line) {
  const auto words = words_of(line);
  return words.size() <= 8 && std::any_of(words.begin(), words.end(), [](const std::string& word) {
           return is_one_of(kCounterWords, word);
         });
}

std::string without_digits(std::string_view line) {
  std::string kept(line);
  std::erase_if(kept, is_digit);
  return collapsed(kept);
}

// Long runs of hexadecimal digits with a digit in them; words are shorter or have other letters.
std::string without_session_ids(std::string_view line) {
  std::string kept;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_hex(line[end])) ++end;
    const std::string_view run = line.substr(at, end - at);
    const bool has_both = std::any_of(run.begin(), run.end(), is_digit) &&
                          !std::all_of(run.begin(), run.end(), is_digit);
    if (run.size() < kSessionIdBytesMin || !has_both) {
      end = std::max(end, at + 1);
      kept += line.substr(at, end - at);
    }
    at = end;
  }
  return kept;
}

std::string meaning_of(std::string_view line) {
  std::string meaning = collapsed(without_session_ids(line));
  return is_counter(meaning) ? without_digits(meaning) : meaning;
}

bool is_advertisement_label(std::string_view line) {
  return is_one_of(kAdvertisementLabels, ascii_lower(line));
}

bool is_noise(std::string_view line, std::string_view before) {
  if (is_furniture_line(line)) return true;
  if (!is_date_alone(line)) return false;
  return is_rendering_time(line) || !speaks_of_last_day(before);
}

}  // namespace

std::vector<WatchedLine> watched_lines(std::string_view text, std::size_t lines_max) {
  std::vector<WatchedLine> lines;
  std::string_view before;
  // The paragraph after "Annons" is one.
  enum class Advertisement { none, announced, running } advertisement = Advertisement::none;
  for (const std::string_view whole : split(text, '\n')) {
    if (lines.size() == lines_max) break;
    const std::string_view line = trimmed(whole);
    if (line.empty()) {
      if (advertisement == Advertisement::running) advertisement = Advertisement::none;
      continue;
    }
    if (is_advertisement_label(line)) {
      advertisement = Advertisement::announced;
      continue;
    }
    if (advertisement != Advertisement::none) {
      advertisement = Advertisement::running;
      continue;
    }
    if (!is_noise(line, before)) {
      std::string meaning = meaning_of(line);
      if (!meaning.empty()) lines.push_back({std::string(line), std::move(meaning)});
    }
    before = line;
  }
  return lines;
}

}  // namespace fundwatch::feeds
