#include "digest/message.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/text.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"
#include "tests/support/shell.h"
#include "tests/support/skip.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::digest {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using tests::sample_config;
using tests::sample_subscriber;

Envelope sample_envelope() {
  return {message_id(SubscriberId{17}, tests::today(), sample_config().mail), tests::today(),
          std::chrono::hours(1)};
}

Mail sample_mail(const Rendering& rendering, const Subscriber& subscriber = sample_subscriber(),
                 const config::Config& config = sample_config()) {
  return make_message(rendering, subscriber, sample_envelope(), config);
}

Rendering sample_rendering() {
  return render(tests::compose_sample(tests::sample_candidates()), sample_config(), Calendar(),
                Mode::real);
}

std::string head_of(const Mail& mail) {
  return mail.bytes.substr(0, mail.bytes.find("\r\n\r\n") + 2);
}

TEST(Message, IsTheReviewedBytes) {
  tests::expect_golden("digest_sections_sv.eml", sample_mail(sample_rendering()).bytes);
}

TEST(Message, IsTheSameBytesEachTime) {
  EXPECT_EQ(sample_mail(sample_rendering()).bytes, sample_mail(sample_rendering()).bytes);
}

TEST(Message, TellsListsAndLogsWhoAndWhat) {
  const Mail mail = sample_mail({"2 är nya: vecka 7", "t", "h"});
  EXPECT_EQ(mail.subscriber, SubscriberId{17});
  EXPECT_EQ(mail.sender, "bevakning@asf-gavleborg.example");
  EXPECT_EQ(mail.recipient, "anna@foretaget.example");
  EXPECT_EQ(mail.subject, "2 är nya: vecka 7");
  EXPECT_EQ(mail.message_id, sample_envelope().message_id);
}

TEST(Message, HasTheHeadersOfAWeeklyList) {
  const std::string head = head_of(sample_mail({"Inget nytt: vecka 7", "t", "h"}));
  for (const std::string line :
       {"\r\nTo: Anna <anna@foretaget.example>\r\n",
        "\r\nReply-To: samordnare@asf-gavleborg.example\r\n",
        "\r\nSubject: Inget nytt: vecka 7\r\n", "\r\nDate: Mon, 15 Feb 2027 07:00:00 +0100\r\n",
        "\r\nList-Id: <bevakning.asf-gavleborg.example>\r\n",
        "\r\nList-Unsubscribe: <mailto:samordnare@asf-gavleborg.example?subject=Avsluta>\r\n",
        "\r\nAuto-Submitted: auto-generated\r\n", "\r\nPrecedence: bulk\r\n",
        "\r\nMIME-Version: 1.0\r\n"}) {
    EXPECT_THAT(head, HasSubstr(line));
  }
  EXPECT_THAT(head, HasSubstr("Message-ID: <" + sample_envelope().message_id + ">\r\n"));
}

TEST(Message, IsLeftByOneClickWhereThereIsAPageForIt) {
  Envelope envelope = sample_envelope();
  envelope.unsubscribe_url = "https://bevakning.example/a/TOKEN";
  const Mail mail = make_message({"s", "t", "h"}, sample_subscriber(), envelope, sample_config());
  const std::string head = head_of(mail);
  EXPECT_THAT(head, HasSubstr("\r\nList-Unsubscribe: <https://bevakning.example/a/TOKEN>, "
                              "<mailto:samordnare@asf-gavleborg.example?subject=Avsluta>\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
}

TEST(Message, AsksInTheReadersLanguageToUnsubscribe) {
  const Mail mail = sample_mail({"s", "t", "h"}, sample_subscriber(Language::english));
  EXPECT_THAT(head_of(mail), HasSubstr("?subject=Unsubscribe>"));
}

TEST(Message, TakesAListIdFromTheConfiguration) {
  config::Config config = sample_config();
  for (const char* written : {"asf.example", "<asf.example>"}) {
    config.mail.list_id = written;
    EXPECT_THAT(head_of(sample_mail({"s", "t", "h"}, sample_subscriber(), config)),
                HasSubstr("\r\nList-Id: <asf.example>\r\n"));
  }
}

TEST(Message, KeepsAddressesWholeHoweverLong) {
  config::Config config = sample_config();
  config.mail.reply_to = std::string(60, 'a') + "@" + std::string(60, 'b') + ".example";
  EXPECT_THAT(head_of(sample_mail({"s", "t", "h"}, sample_subscriber(), config)),
              HasSubstr("<mailto:" + config.mail.reply_to + "?subject=Avsluta>\r\n"));
}

TEST(Message, HasNoHeaderThatAValueBrought) {
  config::Config config = sample_config();
  config.installation.name = "Namn\r\nBcc: a@elak.example";
  config.mail.from = "bevakning@a.example\r\nBcc: b@elak.example";
  config.mail.reply_to = "svar@a.example\nBcc: c@elak.example";
  config.mail.list_id = "lista\r\nBcc: d@elak.example";
  Subscriber subscriber = sample_subscriber();
  subscriber.name = "Anna\rBcc: e@elak.example";
  subscriber.email = "anna@a.example\r\nBcc: f@elak.example";
  const Mail mail =
      make_message({"Ämne\r\nBcc: g@elak.example\r\n\r\nkropp", "t", "h"}, subscriber,
                   {"id\r\nBcc: h@elak.example", tests::today(), std::chrono::hours(1)}, config);
  EXPECT_THAT(head_of(mail), Not(ContainsRegex("(\r|\n)Bcc:")));
  EXPECT_THAT(head_of(mail),
              HasSubstr("Content-Type: multipart/alternative"));  // the head is whole
  for (const std::string& value : {mail.sender, mail.recipient, mail.subject, mail.message_id}) {
    EXPECT_EQ(value.find_first_of("\r\n"), std::string::npos) << value;
  }
}

TEST(Message, IsAsciiInLinesThatEndWithCrLfAndPassEveryRelay) {
  const std::string bytes = sample_mail(sample_rendering()).bytes;
  EXPECT_TRUE(std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; }));
  EXPECT_TRUE(bytes.ends_with("--\r\n"));
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), '\r'),
            std::count(bytes.begin(), bytes.end(), '\n'));
  for (const std::string_view line : split(bytes, '\n')) {
    EXPECT_TRUE(line.empty() || line.ends_with('\r')) << line;
    EXPECT_LE(line.size(), 998U) << line;  // RFC 5322 § 2.1.1
  }
}

TEST(Message, WritesTheDateWithItsOffset) {
  Envelope envelope = sample_envelope();
  envelope.utc_offset = -(std::chrono::hours(3) + std::chrono::minutes(30));
  const Mail mail = make_message({"s", "t", "h"}, sample_subscriber(), envelope, sample_config());
  EXPECT_THAT(head_of(mail), HasSubstr("\r\nDate: Mon, 15 Feb 2027 02:30:00 -0330\r\n"));
}

TEST(MessageId, IsTheSameForTheSameDigestOnly) {
  const config::MailSettings mail = sample_config().mail;
  const std::string id = message_id(SubscriberId{17}, tests::today(), mail);
  EXPECT_EQ(id, message_id(SubscriberId{17}, tests::today(), mail));
  EXPECT_NE(id, message_id(SubscriberId{18}, tests::today(), mail));
  EXPECT_NE(id, message_id(SubscriberId{17}, tests::today() + std::chrono::weeks(1), mail));
  EXPECT_TRUE(id.starts_with("20270215T060000Z.17.")) << id;
  EXPECT_TRUE(id.ends_with("@asf-gavleborg.example")) << id;
}

TEST(MessageId, NamesADomainEvenWithoutOne) {
  config::MailSettings mail;
  mail.from = "bevakning";
  EXPECT_TRUE(message_id(SubscriberId{1}, tests::today(), mail).ends_with("@localhost"));
}

TEST(QuotedPrintable, CountsWhatIsSent) {
  EXPECT_EQ(quoted_printable_bytes("abc"), 3U);
  EXPECT_EQ(quoted_printable_bytes("å="), 9U);
  EXPECT_EQ(quoted_printable_bytes("a\nb"), 4U);  // the line end is sent as CRLF
}

// What Python's strict parser says of the mail in sys.argv[1]; a line a fact.
constexpr const char* kParser = R"(python3 - "$MAIL" <<'PYTHON'
import email, email.policy, sys
message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
parts = list(message.walk())
print('defects', [d for part in parts for d in part.defects] + [d for v in message.values() for d in v.defects])
print('types', [part.get_content_type() for part in parts])
print('from', message['From'].addresses[0].display_name, message['From'].addresses[0].addr_spec)
print('to', message['To'].addresses[0].display_name)
print('subject', message['Subject'])
print('date', message['Date'].datetime.isoformat())
sys.stdout.write(parts[1].get_content().replace('\r\n', '\n'))
PYTHON
)";

TEST(Message, HasNoDefectsToPythonsParser) {
  if (std::system("python3 -c '' 2>/dev/null") != 0) {
    tests::skip("python3 is not there, and its mail parser is what judges");
    return;
  }
  const tests::TemporaryFolder folder;
  Subscriber subscriber = sample_subscriber();
  subscriber.name = "Åsa \"x\" <y>, Ö";
  const Rendering rendering = sample_rendering();
  std::ofstream(folder / "mail", std::ios::binary) << sample_mail(rendering, subscriber).bytes;
  EXPECT_EQ(tests::output_of("MAIL='" + (folder / "mail").string() + "'; " + kParser),
            "defects []\n"
            "types ['multipart/alternative', 'text/plain', 'text/html']\n"
            "from Bevakningen för sociala företag i Gävleborg bevakning@asf-gavleborg.example\n"
            "to Åsa \"x\" <y>, Ö\n"
            "subject " +
                rendering.subject +
                "\n"
                "date 2027-02-15T07:00:00+01:00\n" +
                rendering.text);
}

}  // namespace
}  // namespace fundwatch::digest
