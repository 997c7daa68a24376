// Any bytes as a text: tokens are in order, lie within it and are words, and the memo answers as
// the vocabulary does.
#include <algorithm>
#include <vector>

#include "matchers/token_memo.h"
#include "matchers/vocabulary.h"
#include "matchers/words.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  using namespace fundwatch::matchers;
  const std::string_view text = fuzz::bytes_of(data, size);
  Vocabulary vocabulary(nullptr);
  vocabulary.add({Mode::part, "a", {}, ""});
  vocabulary.add({Mode::forms, "företag", {}, ""});
  TokenMemo memo;
  WordReader reader;
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  std::size_t end = 0;
  for (const Token& token : tokens) {
    CHECK(end <= token.begin && token.begin < token.end && token.end <= text.size());
    CHECK(marks_in(text.substr(end, token.begin - end)).size() <= kMarksBytesMax);
    end = token.end;
    const std::string_view bytes = text.substr(token.begin, token.end - token.begin);
    CHECK(!word_of(bytes).folded.empty());
    const std::vector<AtomId> expected = vocabulary.atoms_of(bytes);
    const TellingWord told = telling_word(reader.read(token, bytes));
    for (int i = 0; i < 2; ++i) {
      const auto known = memo.find(memo.seek(text, token.begin, token.end), vocabulary);
      CHECK(std::ranges::equal(known.atoms, expected));
      CHECK(memo.telling_word(known.number, token, bytes) == told);
    }
  }
  return 0;
}
