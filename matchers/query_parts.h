// matchers/query_parts.h — what a tuner asks of a rule's tree: its leaves, their words, and by what
// an answer about them is remembered.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "matchers/query.h"

namespace fundwatch::matchers {

// What words, phrases and facts are remembered by: all that they mean, in no other order.
std::string key_of(const WordPattern& word);
std::string key_of(const Query& query);

// Whether it is one word, and whether it holds by itself: a word, a phrase, words near each other
// or a fact.
bool is_word(const Query& query);
bool is_leaf(const Query& query);

// One word of a phrase, wherever it stands.
Query query_of(const WordPattern& word, const Query& phrase);

// The words of all its parts.
std::vector<WordPattern> words_of(const Query& query);

// How far apart two tokens at most are that belong to one place of it.
std::size_t reach_of(const Query& query);

}  // namespace fundwatch::matchers
