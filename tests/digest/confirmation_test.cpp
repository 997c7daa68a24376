#include "digest/confirmation.h"

#include "base/text.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kLink = "https://bevakning.example/b/" + std::string(44, 'T');

Rendering rendered(Language language, const std::string& link) {
  const LocalTime ends = Calendar().local(tests::at("2027-02-22T08:42:00Z"));
  return render_confirmation(tests::sample_subscriber(language), link, ends,
                             tests::sample_config());
}

TEST(Confirmation, AsksWithALink) {
  const Rendering mail = rendered(Language::swedish, kLink);
  tests::expect_golden("confirmation_sv.txt", "Subject: " + mail.subject + "\n\n" + mail.text);
  tests::expect_golden("confirmation_sv.html", mail.html);
}

TEST(Confirmation, AsksForAnAnswerWhereThereIsNoPage) {
  const Rendering mail = rendered(Language::swedish, "");
  EXPECT_THAT(mail.text, HasSubstr("Svara JA"));
  EXPECT_THAT(mail.text, Not(HasSubstr("Länken")));
  EXPECT_THAT(mail.html, Not(HasSubstr("<a ")));
}

TEST(Confirmation, IsInTheReadersLanguage) {
  const Rendering mail = rendered(Language::english, kLink);
  EXPECT_THAT(mail.text, HasSubstr("Open the link"));
  EXPECT_THAT(mail.html, HasSubstr("<html lang=\"en\">"));
}

TEST(Confirmation, HasLinesOfAtMost72ColumnsButForTheLink) {
  const Rendering mail = rendered(Language::swedish, kLink);
  for (const std::string_view line : split(mail.text, '\n')) {
    if (line.starts_with("https://")) continue;
    EXPECT_LE(utf8_length(line), 72U) << line;
  }
}

}  // namespace
}  // namespace fundwatch::digest
