#include "matchers/query_parts.h"

#include <algorithm>

namespace fundwatch::matchers {
namespace {

// Stands in no word.
constexpr char kBetween = '\x1F';

void append_words(const Query& query, std::vector<WordPattern>& words) {
  words.insert(words.end(), query.words.begin(), query.words.end());
  for (const Query& part : query.parts) append_words(part, words);
}

}  // namespace

std::string key_of(const WordPattern& word) {
  std::string key = std::to_string(static_cast<int>(word.mode)) + kBetween + word.text;
  for (const std::string& excluded : word.excluded) key += kBetween + excluded;
  return key;
}

std::string key_of(const Query& query) {
  std::string key = std::to_string(static_cast<int>(query.kind)) + kBetween +
                    (query.in_title ? "title" : "") + std::to_string(query.distance);
  for (const WordPattern& word : query.words) {
    key += kBetween + word.marks_before + kBetween + kBetween + key_of(word);
  }
  if (query.kind == Query::Kind::fact) {
    key += kBetween + std::to_string(static_cast<int>(query.fact.field)) + query.fact.value +
           kBetween + std::to_string(query.fact.days) + (query.fact.is_more ? ">" : "<") +
           query.fact.home;
  }
  for (const Query& part : query.parts) key += '(' + key_of(part) + ')';
  return key;
}

Query query_of(const WordPattern& word, const Query& phrase) {
  Query query;
  query.in_title = phrase.in_title;
  query.words = {word};
  query.words[0].marks_before.clear();
  return query;
}

bool is_word(const Query& query) {
  return query.kind == Query::Kind::phrase && query.words.size() == 1;
}

bool is_leaf(const Query& query) {
  switch (query.kind) {
    case Query::Kind::phrase:
    case Query::Kind::near:
    case Query::Kind::fact: return true;
    case Query::Kind::all:
    case Query::Kind::any:
    case Query::Kind::none: break;
  }
  return false;
}

std::vector<WordPattern> words_of(const Query& query) {
  std::vector<WordPattern> words;
  append_words(query, words);
  return words;
}

std::size_t reach_of(const Query& query) {
  std::size_t longest = query.words.empty() ? 0 : query.words.size() - 1;
  std::size_t all = 0;
  for (const Query& part : query.parts) {
    longest = std::max(longest, reach_of(part));
    all += reach_of(part);
  }
  return query.kind == Query::Kind::near ? all + static_cast<std::size_t>(query.distance) : longest;
}

}  // namespace fundwatch::matchers
