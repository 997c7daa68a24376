#include "digest/plain.h"

namespace fundwatch::digest {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* seen;
};

TEST(Plain, TakesAwayWhatCannotBeSeen) {
  const Case cases[] = {
      {"letters", "Gävle åäö ÅÄÖ é", "Gävle åäö ÅÄÖ é"},
      {"direction override", "faktura\u202Egpj.exe", "fakturagpj.exe"},
      {"direction isolates", "a\u2066b\u2069c", "abc"},
      {"zero-width space and joiner", "so\u200Bci\u200Dal", "social"},
      {"byte order mark", "\uFEFFTitel", "Titel"},
      {"soft hyphen", "arbets\u00ADträning", "arbetsträning"},
      {"tag characters", "a\U000E0041b", "ab"},
      {"line ends", "rad\r\nBcc: x", "rad  Bcc: x"},
      {"line separator", "a\u2028b", "a b"},
      {"escape character", "a\x1B[31mb", "a[31mb"},
      {"C1 control", "a\u009Bb", "ab"},
      {"bytes that are no UTF-8", "a\xFFz", "a\uFFFDz"},
      {"a character cut short", "a\xC3", "a\uFFFD"},
      {"four bytes", "a😀b", "a😀b"},
      {"no-break space", "1\u00A0kr", "1\u00A0kr"},
  };
  for (const Case& each : cases) EXPECT_EQ(visible(each.text), each.seen) << each.name;
}

TEST(Plain, MakesOneLineOfMany) { EXPECT_EQ(one_line("  a \n\t b\u00A0c "), "a b c"); }

TEST(Plain, ShortensAtAWord) { EXPECT_EQ(one_line("ett två tre fyra", 9), "ett två…"); }

}  // namespace
}  // namespace fundwatch::digest
