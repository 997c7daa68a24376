#include "feeds/facts/item_words.h"

#include <string_view>

#include "base/check.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// At the beginning of a sentence these lead away until the line ends.
constexpr Phrases kAsideLines{"läs också :",          "läs även :",         "läs mer :",
                              "mer läsning :",        "relaterade nyheter", "relaterat",
                              "relaterade artiklar",  "fler nyheter",       "andra nyheter",
                              "andra händelser",      "fler händelser",     "kommande program",
                              "kommande händelser",   "senaste nytt",       "senaste nyheterna",
                              "mest läst*",           "andra utlysningar",  "fler utlysningar",
                              "andra annonser",       "fler annonser",      "liknande annonser",
                              "liknande utlysningar", "mer från",           "related news",
                              "related articles",     "related calls",      "other calls",
                              "other news",           "more news",          "upcoming events",
                              "latest news"};

// And these until the sentence does.
constexpr Phrases kAsideSentences{
    "läs också",          "läs även",     "läs mer :",         "se även :",   "missa inte heller",
    "i samma nyhetsbrev", "read more :",  "see also",          "read also",   "also in this issue",
    "in related news",    "more stories", "i övrigt i numret", "läs vidare :"};

bool begins_sentence(WordSpan words, std::size_t at) {
  return at == 0 || words[at - 1].sentence != words[at].sentence;
}

std::size_t aside_end(WordSpan words, std::size_t at) {
  const bool is_line = longest_phrase(words, at, kAsideLines) > 0;
  if (!is_line) {
    return longest_phrase(words, at, kAsideSentences) > 0 ? sentence_end(words, at) : at;
  }
  const std::size_t line = words[at].line;
  std::size_t end = at;
  while (end < words.size() && words[end].line == line) ++end;
  return end;
}

}  // namespace

ItemWords::ItemWords(const Item& item) {
  for (const Field field : kFields) {
    words_[static_cast<std::size_t>(field)] = without_asides(words_of(text_of(item, field)));
  }
}

const std::string& text_of(const Item& item, Field field) {
  switch (field) {
    case Field::title: return item.title;
    case Field::summary: return item.summary;
    case Field::text: return item.text;
    case Field::facts: break;  // has no text
  }
  CHECK(false);
}

std::vector<Word> without_asides(std::vector<Word> words) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = begins_sentence(words, i) ? aside_end(words, i) : i;
    if (end > i) {
      i = end;
      continue;
    }
    if (kept < i) words[kept] = std::move(words[i]);
    ++kept;
    ++i;
  }
  words.resize(kept);
  return words;
}

}  // namespace fundwatch::feeds
