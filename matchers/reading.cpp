#include "matchers/reading.h"

#include <algorithm>
#include <limits>

namespace fundwatch::matchers {
namespace {

constexpr std::array<std::string_view, 8> kConjunctions = {"och",  "eller", "samt", "respektive",
                                                           "resp", "and",   "or",   "&"};

constexpr std::uint32_t kTokensAhead = 8;

}  // namespace

Reading::Reading(const Vocabulary& vocabulary, const WordSet* askable)
    : vocabulary_(vocabulary), memo_(askable), states_(vocabulary.size()) {}

void Reading::read(const Item& item) {
  begin_item();
  texts_ = {item.title, item.summary, item.text};
  for (std::size_t field = 0; field < texts_.size(); ++field) {
    read_text(texts_[field]);
    text_ends_[field] = static_cast<std::uint32_t>(tokens_.size());
  }
}

void Reading::begin_item() {
  memo_.make_room();
  tokens_.clear();
  numbers_.clear();
  meetings_.clear();
  met_.clear();
  has_tails_ = false;
  unspelt_.clear();
  text_ends_.fill(std::numeric_limits<std::uint32_t>::max());  // until they are known
  if (++item_number_ != 0) return;
  std::ranges::fill(states_, State{});  // after four thousand million items
  item_number_ = 1;
}

void Reading::read_text(std::string_view text) {
  auto token = static_cast<std::uint32_t>(tokens_.size());
  append_tokens(text, tokens_);
  const std::uint32_t begin = token;
  const auto end = static_cast<std::uint32_t>(tokens_.size());
  // A few tokens ahead, so that memory has answered when their turn comes.
  std::array<SoughtText, kTokensAhead> ahead;
  const auto seek = [&](std::uint32_t next) {
    if (next >= end) return;
    ahead[next % kTokensAhead] = memo_.seek(text, tokens_[next].begin, tokens_[next].end);
  };
  for (std::uint32_t next = begin; next < begin + kTokensAhead; ++next) seek(next);
  for (; token < end; ++token) {
    const Token& here = tokens_[token];
    const TokenMemo::Known known = memo_.find(ahead[token % kTokensAhead], vocabulary_);
    for (const AtomId atom : known.atoms) meet(atom, {token, token});
    numbers_.push_back(known.number);
    seek(token + kTokensAhead);
    if (here.is_cut) read_cut(token, end);
    if (here.is_tail) read_tail(token, begin);
  }
}

void Reading::meet(AtomId atom, Place place) {
  const auto number = static_cast<std::uint32_t>(meetings_.size());
  State& state = states_[static_cast<std::size_t>(atom)];
  if (state.item == item_number_) {
    meetings_[state.last].next = number;
  } else {
    state = {item_number_, number, number};
    met_.push_back(atom);
  }
  state.last = number;
  meetings_.push_back({place, number});
}

void Reading::read_cut(std::uint32_t token, std::uint32_t end) {
  if (token + 1 == end) return;
  if (tokens_[token + 1].gap == Gap::none && !is_conjunction(token + 1)) return read_joined(token);
  std::uint32_t head = token + 1;
  while (head < end && (tokens_[head].is_cut || is_conjunction(head))) ++head;
  if (head < end && head - token <= kEllipsisTokensMax && is_conjunction(head - 1)) {
    read_shared(Omission::end, {token, head});
  }
}

// "utbildningsinsatser, -stöd och -bidrag": the first of them is the one without a hyphen.
void Reading::read_tail(std::uint32_t token, std::uint32_t begin) {
  if (token == begin || !is_listed(token)) return;
  std::uint32_t first = token - 1;
  while (first > begin && (is_conjunction(first) || (tokens_[first].is_tail && is_listed(first)))) {
    --first;
  }
  if (token - first <= kEllipsisTokensMax && !is_conjunction(first)) {
    read_shared(Omission::beginning, {first, token});
  }
}

// After a conjunction or a comma.
bool Reading::is_listed(std::uint32_t token) const {
  return tokens_[token].gap == Gap::none ? is_conjunction(token - 1) : follows(token, ",");
}

void Reading::read_joined(std::uint32_t token) {
  const Word second = word_of(bytes_of(token + 1));
  if (!begins_in_small_letters(second.text)) return;
  const Place place{token, token + 1};
  unspelt_.push_back({Omission::joint, place});
  remember_known(place);
  const std::string word = word_of(bytes_of(token)).text + second.text;
  for (const AtomId atom : atoms_of(word)) {
    if (is_new(atom)) meet(atom, place);
  }
}

void Reading::read_shared(Omission omission, const Place& place) {
  const std::string first = word_of(bytes_of(place.first)).folded;
  const std::string last = word_of(bytes_of(place.last)).folded;
  if (first.size() + last.size() > kEllipsisWordBytesMax) return;
  unspelt_.push_back({omission, place});
  if (omission == Omission::beginning) has_tails_ = true;
  remember_known(place);
  for (const std::string& word : spelt_out(omission, first, last)) {
    for (const AtomId atom : atoms_of(word)) {
      if (vocabulary_.is_keyword(atom) && is_new(atom)) meet(atom, place);
    }
  }
}

bool Reading::is_conjunction(std::uint32_t token) const {
  return std::ranges::find(kConjunctions, bytes_of(token)) != kConjunctions.end();
}

// What the first and the last word of the place are by themselves.
void Reading::remember_known(const Place& place) {
  const auto first = atoms_of(bytes_of(place.first));
  known_.assign(first.begin(), first.end());
  const auto last = atoms_of(bytes_of(place.last));
  known_.insert(known_.end(), last.begin(), last.end());
}

// Not of the first or last word alone, and not met at this place before.
bool Reading::is_new(AtomId atom) {
  if (std::ranges::find(known_, atom) != known_.end()) return false;
  known_.push_back(atom);
  return true;
}

std::span<const AtomId> Reading::atoms_of(std::string_view word) {
  return memo_.find(memo_.seek(word, 0, word.size()), vocabulary_).atoms;
}

bool Reading::stands_in_title(AtomId atom) const {
  const State& state = state_of(atom);
  return state.item == item_number_ && meetings_[state.first].place.first < text_ends_[0];
}

void Reading::append_places(AtomId atom, std::vector<Place>& places) const {
  const State& state = state_of(atom);
  if (state.item != item_number_) return;
  const auto kept = static_cast<std::ptrdiff_t>(places.size());
  for (std::uint32_t i = state.first;; i = meetings_[i].next) {
    places.push_back(meetings_[i].place);
    if (i == state.last) break;
  }
  if (has_tails_) std::sort(places.begin() + kept, places.end(), is_earlier);
}

Field Reading::field_of(std::uint32_t token) const {
  if (token < text_ends_[0]) return Field::title;
  return token < text_ends_[1] ? Field::summary : Field::text;
}

std::span<const Token> Reading::tokens_of(Field field) const {
  const auto number = static_cast<std::size_t>(field);
  const std::uint32_t begin = number == 0 ? 0 : text_ends_[number - 1];
  return std::span(tokens_).subspan(begin, text_ends_[number] - begin);
}

bool Reading::follows(std::uint32_t token, const std::string& marks) const {
  const Token& here = tokens_[token];
  if (here.gap != Gap::marks) return here.gap == Gap::none;
  const std::size_t before = tokens_[token - 1].end;
  return marks_in(text_of(token).substr(before, here.begin - before)) == marks;
}

bool Reading::is_line_between(std::uint32_t earlier, std::uint32_t later) const {
  const std::size_t end = tokens_[earlier].end;
  return text_of(later).substr(end, tokens_[later].begin - end).find('\n') !=
         std::string_view::npos;
}

std::string_view Reading::text_of(std::uint32_t token) const {
  std::size_t field = 0;
  while (field + 1 < texts_.size() && token >= text_ends_[field]) ++field;
  return texts_[field];
}

std::string_view Reading::bytes_of(std::uint32_t token) const {
  return text_of(token).substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
}

}  // namespace fundwatch::matchers
