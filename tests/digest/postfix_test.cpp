// Real mails through a real Postfix, over STARTTLS and with a login: what lies in the reader's
// mailbox is what was composed, byte for byte, and Python's mail parser finds nothing wrong with
// it.
#include <gmock/gmock.h>
#include <signal.h>

#include <algorithm>
#include <fstream>

#include "digest/case_events.h"
#include "digest/compose.h"
#include "digest/message.h"
#include "digest/reminder.h"
#include "digest/smtp.h"
#include "tests/digest/sample.h"
#include "tests/support/fakes.h"
#include "tests/support/postfix.h"
#include "tests/support/shell.h"
#include "tests/support/skip.h"

namespace fundwatch::digest {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using tests::Postfix;

constexpr const char* kReader = "anna@asf.example";

// A line for what each mail is made of, and every defect.
constexpr const char* kParser = R"(python3 - "$FOLDER"/*.eml <<'PYTHON'
import email, email.policy, sys
for name in sys.argv[1:]:
    message = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
    parts = list(message.walk())
    print([part.get_content_type() for part in parts if not part.is_multipart()],
          [d for part in parts for d in part.defects] + [d for v in message.values() for d in v.defects])
PYTHON
)";

// As a Maildir has it.
std::string with_plain_line_ends(std::string bytes) {
  std::erase(bytes, '\r');
  return bytes;
}

class PostfixTest : public testing::Test {
 protected:
  void SetUp() override {
    signal(SIGPIPE, SIG_IGN);  // as the program does
    const std::string missing = Postfix::missing();
    if (!missing.empty()) tests::skip(missing);
  }

  static config::Smtp settings(const Postfix& postfix) {
    config::Smtp smtp;
    smtp.host = Postfix::kHost;
    smtp.port = postfix.port();
    smtp.ca_file = postfix.ca_file();
    smtp.auth = config::SmtpAuth::password;
    smtp.user = "bevakning";
    smtp.timeout = std::chrono::seconds(30);
    return smtp;
  }

  SmtpMailer mailer(const config::Smtp& smtp, const std::string& password) {
    return {smtp, password, clock_, {}, [] {}};
  }

  static Mail mail_of(const Rendering& rendering, const char* id) {
    Subscriber reader = tests::sample_subscriber();
    reader.email = kReader;
    return make_message(rendering, reader,
                        {std::string(id) + "@asf-gavleborg.example", tests::today(),
                         std::chrono::hours(1), "https://bevakning.example/a/LEAVE"},
                        tests::sample_config());
  }

  // The week's mail with every kind of section, and titles full of markup and line ends.
  static Rendering weekly() {
    auto candidates = tests::sample_candidates();
    candidates.push_back(tests::candidate(77, "<b>Ont</b>\r\n.\r\nBcc: x@y.example \xE2\x80\xAE",
                                          ".en punkt först\n.\n", "punkt"));
    return render(tests::compose_sample(candidates), tests::sample_config(), Calendar(),
                  Mode::real);
  }

  // What closes soon, with the calendar file that a marked call has.
  static Rendering reminder() {
    const Calendar calendar;
    const std::vector<Profile> profiles = tests::sample_profiles();
    Candidate candidate = tests::candidate(1, "Skötsel av grönytor, Åmot", "Gräs.", "Gräs");
    candidate.item.deadline = DueDate{tests::day("2027-02-18"), {}};
    const Occasion occasion{.now = tests::today(),
                            .calendar = &calendar,
                            .profiles = &profiles,
                            .interests = {candidate}};
    ReminderMail mail;
    mail.subscriber = tests::sample_subscriber();
    mail.composed_at = tests::today();
    mail.interests = {entry_of(candidate, Language::swedish, occasion)};
    Rendering rendering = render_reminder(mail, tests::sample_config(), calendar, Mode::real);
    const auto events = events_of(candidate, {Language::swedish, "asf.example", &calendar});
    rendering.calendar = calendar_file({"Sista dagar", tests::today(), events});
    return rendering;
  }

  tests::FakeClock clock_;
};

TEST_F(PostfixTest, WhatArrivesIsWhatWasComposed) {
  const Postfix postfix;
  const std::vector<Mail> mails{mail_of(weekly(), "vecka"), mail_of(reminder(), "paminnelse")};
  auto mailer = this->mailer(settings(postfix), tests::Dovecot::kPassword);
  for (const Mail& mail : mails) {
    const Delivery delivery = mailer.send(mail);
    ASSERT_EQ(delivery.outcome, Outcome::sent) << delivery.answer << "\n" << postfix.log();
    EXPECT_THAT(delivery.answer, HasSubstr("250 2.0.0 Ok: queued as "));
  }
  mailer.rest();
  auto arrived = postfix.arrived(mails.size());
  ASSERT_EQ(arrived.size(), mails.size()) << postfix.log();
  // Two deliveries may overtake each other.
  if (arrived[0].find("paminnelse@") != std::string::npos) std::swap(arrived[0], arrived[1]);
  const tests::TemporaryFolder folder;
  for (std::size_t i = 0; i < mails.size(); ++i) {
    EXPECT_THAT(arrived[i], EndsWith("\n" + with_plain_line_ends(mails[i].bytes)));
    EXPECT_THAT(arrived[i], HasSubstr("Received: from "));
    EXPECT_THAT(arrived[i], HasSubstr("ESMTPSA id ")) << "TLS and a login";
    std::ofstream(folder / (std::to_string(i) + ".eml"), std::ios::binary) << arrived[i];
  }
  EXPECT_EQ(tests::output_of("FOLDER='" + folder.path().string() + "'; " + kParser),
            "['text/plain', 'text/html'] []\n"
            "['text/plain', 'text/html', 'text/calendar'] []\n");
}

TEST_F(PostfixTest, AWrongPasswordAndNoTlsAreOurFault) {
  const Postfix postfix;
  Mail mail = mail_of(reminder(), "prov");
  const Delivery refused = mailer(settings(postfix), "fel").send(mail);
  EXPECT_EQ(refused.outcome, Outcome::sender_refused);
  EXPECT_THAT(refused.answer, HasSubstr("login (AUTH): 535 5.7.8"));
  config::Smtp plain = settings(postfix);
  plain.tls = config::SmtpTls::none;
  plain.plaintext_relays = {plain.host};
  plain.auth = config::SmtpAuth::none;
  const Delivery unencrypted = mailer(plain, "").send(mail);
  EXPECT_EQ(unencrypted.outcome, Outcome::sender_refused);
  EXPECT_THAT(unencrypted.answer, HasSubstr("530 5.7.0"));
}

}  // namespace
}  // namespace fundwatch::digest
