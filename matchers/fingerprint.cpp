#include "matchers/fingerprint.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>

#include "matchers/reading.h"
#include "matchers/telling_word.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kLeadingWords = 10;
constexpr std::size_t kLeadingNames = 4;

// Whether the marks before a word end a sentence; its first word has a capital anyway.
bool ends_sentence(std::string_view marks) {
  return std::ranges::any_of(marks,
                             [](char c) { return c == '.' || c == '!' || c == '?' || c == ':'; });
}

// A word or name and its length: long ones are rarer.
struct Sized {
  std::size_t letters = 0;
  std::uint32_t hash = 0;
};

bool is_longer(const Sized& a, const Sized& b) {
  return std::tie(a.letters, a.hash) > std::tie(b.letters, b.hash);
}

// By hash, each once, as the longest of those that share it.
void keep_each_once(std::vector<Sized>& all) {
  std::ranges::sort(all, [](const Sized& a, const Sized& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.letters > b.letters;
  });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Sized& a, const Sized& b) { return a.hash == b.hash; }),
            all.end());
}

std::vector<std::uint32_t> hashes_of(const std::vector<Sized>& all) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(all.size());
  for (const Sized& each : all) hashes.push_back(each.hash);
  return hashes;
}

std::vector<std::uint32_t> longest(std::vector<Sized> all, std::size_t most) {
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end(), is_longer);
  all.erase(end, all.end());
  return hashes_of(all);
}

// What stands in the fields of an item.
struct Standing {
  std::vector<Sized> head;
  std::vector<Sized> text;
  std::vector<Sized> names;
};

// What a token of a text tells, by its place among the text's tokens.
using Teller = std::function<TellingWord(std::uint32_t token)>;

void add_words(std::string_view text, std::span<const Token> tokens, const Teller& tell,
               std::vector<Sized>& words, std::vector<Sized>& names) {
  std::size_t before = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.end > kLikenessBytesMax) break;
    const bool is_first =
        token.gap == Gap::beginning || ends_sentence(text.substr(before, token.begin - before));
    before = token.end;
    if (is_surely_mute(text, token)) continue;
    const TellingWord word = tell(i);
    if (!is_first && word.is_capitalised) names.push_back({word.letters, word.name});
    if (word.tells) words.push_back({word.letters, word.stem});
  }
}

std::vector<std::uint32_t> either(const std::vector<std::uint32_t>& a,
                                  const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> all;
  all.reserve(a.size() + b.size());
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

std::vector<std::string> cpv_of(const std::optional<Notice>& notice) {
  if (!notice) return {};
  std::vector<std::string> codes = notice->cpv;
  std::ranges::sort(codes);
  return codes;
}

Fingerprint fingerprint_of(const Item& item, Standing standing) {
  keep_each_once(standing.head);
  keep_each_once(standing.text);
  keep_each_once(standing.names);
  Fingerprint print{.head = hashes_of(standing.head),
                    .words = {},
                    .names = hashes_of(standing.names),
                    .leading_words = longest(standing.head, kLeadingWords),
                    .leading_names = longest(standing.names, kLeadingNames),
                    .last_day = {},
                    .event_date = item.event_date,
                    .amount = {},
                    .municipality = item.place.municipality,
                    .cpv = cpv_of(item.notice),
                    .status = item.status};
  print.words = either(print.head, hashes_of(standing.text));
  if (item.deadline && !item.deadline->is_doubtful) print.last_day = item.deadline->day;
  if (item.amount && !item.amount->is_doubtful) print.amount = item.amount;
  return print;
}

}  // namespace

Fingerprint fingerprint(const Item& item) {
  Standing standing;
  const auto add = [&standing](std::string_view text, std::vector<Sized>& words) {
    std::vector<Token> tokens;
    append_tokens(text, tokens);
    WordReader reader;
    const Teller tell = [&](std::uint32_t i) {
      const Token& token = tokens[i];
      return telling_word(reader.read(token, text.substr(token.begin, token.end - token.begin)));
    };
    add_words(text, tokens, tell, words, standing.names);
  };
  add(item.title, standing.head);
  add(item.summary, standing.head);
  add(item.text, standing.text);
  return fingerprint_of(item, std::move(standing));
}

Fingerprint fingerprint(const Item& item, Reading& reading) {
  Standing standing;
  std::uint32_t first = 0;  // token of the text
  const auto add = [&](Field field, std::string_view text, std::vector<Sized>& words) {
    const std::span<const Token> tokens = reading.tokens_of(field);
    const Teller tell = [&](std::uint32_t i) { return reading.telling_word(first + i); };
    add_words(text, tokens, tell, words, standing.names);
    first += static_cast<std::uint32_t>(tokens.size());
  };
  add(Field::title, item.title, standing.head);
  add(Field::summary, item.summary, standing.head);
  add(Field::text, item.text, standing.text);
  return fingerprint_of(item, std::move(standing));
}

}  // namespace fundwatch::matchers
