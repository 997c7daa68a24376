// Any .aff and .dic file, parted by a line of "%%": refused in words, or a lexicon within its
// limits that answers for its own words and any other, and with which keywords answer too.
#include "matchers/forms.h"
#include "matchers/keywords.h"
#include "matchers/lexicon.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  using namespace fundwatch::matchers;
  constexpr std::string_view kParting = "\n%%\n";
  constexpr std::uint32_t kWordsMax = 20;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const auto parting = bytes.find(kParting);
  if (parting == std::string_view::npos) return 0;
  const auto lexicon =
      Lexicon::parse(bytes.substr(0, parting), bytes.substr(parting + kParting.size()));
  if (!lexicon) {
    CHECK(!lexicon.error().message.empty());
    return 0;
  }
  Keywords keywords(*lexicon);
  for (std::uint32_t i = 0; i < (*lexicon)->headword_count() && i < kWordsMax; ++i) {
    const HeadwordId headword{i};
    for (const std::string_view form : (*lexicon)->forms(headword)) {
      CHECK(form.size() <= kFormBytesMax && is_valid_utf8(form));
      CHECK((*lexicon)->has_form(headword, form));
    }
    keywords.add({std::string((*lexicon)->base(headword)), Reach::with_compounds, {}});
  }
  for (std::uint32_t i = 0; i < (*lexicon)->headword_count() && i < kWordsMax; ++i) {
    const std::string base((*lexicon)->base(HeadwordId{i}));
    CHECK(!keywords.of(base).empty());
    keywords.of(base + base);
  }
  return 0;
}
