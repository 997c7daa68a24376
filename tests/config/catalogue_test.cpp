#include "config/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "base/names.h"
#include "config/embedded.h"

namespace fundwatch::config {
namespace {

using testing::HasSubstr;

// Texts made of what is hard to write down.
std::string odd_text(std::mt19937& random) {
  static const std::vector<std::string> pieces{"\"", "\\", "å", "😀",  " ", "#", "]", "}", "'",
                                               "=",  ",",  "a", "\t", "é", "{", "[", "%", "\u00A0"};
  std::string text = "x";
  for (auto i = random() % 20; i > 0; --i) text += pieces[random() % pieces.size()];
  return text;
}

std::string without_controls(std::string text) {
  std::erase(text, '\t');
  return text;
}

TEST(Catalogue, ProfilesReadBackAsWritten) {
  std::mt19937 random(1);
  std::vector<Profile> profiles;
  for (int i = 0; i < 50; ++i) {
    Profile profile;
    profile.name = "p-" + std::to_string(i);
    profile.title = {without_controls(odd_text(random)), without_controls(odd_text(random))};
    profile.threshold = 0.1 + static_cast<double>(random() % 1000) / 7;
    for (auto terms = random() % 9; terms > 0; --terms) {
      profile.terms.push_back({.text = without_controls(odd_text(random)),
                               .weight = static_cast<double>(random() % 100) / 3 - 10,
                               .role = static_cast<TermRole>(random() % 4)});
    }
    profiles.push_back(profile);
  }
  const auto read = read_profiles(write_profiles(profiles), "p.toml");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EXPECT_EQ((*read)[i].name, profiles[i].name);
    EXPECT_EQ((*read)[i].title, profiles[i].title);
    EXPECT_EQ((*read)[i].threshold, profiles[i].threshold);
    EXPECT_EQ((*read)[i].terms, profiles[i].terms);
  }
}

TEST(Catalogue, TermsWithControlCharactersReadBackAsWritten) {
  Profile profile;
  profile.name = "odd";
  for (const char* text : {"a\tb", "a\nb\r\n", "\x01\x1f\x7f", "\\u0041"}) {
    profile.terms.push_back({.text = text});
    profile.terms.push_back({.text = text, .weight = -0.25, .role = TermRole::required});
  }
  const auto read = read_profiles(write_profiles({profile}), "p.toml");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->front().terms, profile.terms);
}

TEST(Catalogue, SourcesAndSubscribersReadBackAsWritten) {
  std::mt19937 random(2);
  std::vector<Source> sources;
  std::vector<Subscriber> subscribers;
  for (int i = 0; i < 30; ++i) {
    Source source;
    source.name = std::to_string(i) + without_controls(odd_text(random));
    source.url = "https://a.example/" + std::to_string(i) + "?x=\"å";
    source.kind = static_cast<SourceKind>(random() % 11);
    if (source.kind == SourceKind::ted) source.query = "a" + without_controls(odd_text(random));
    if (source.kind == SourceKind::mail) source.url = "imap:Larm " + std::to_string(i);
    if (source.kind == SourceKind::mail) source.senders = {"@a.example", "larm@b.example"};
    if (source.kind == SourceKind::sedia) source.query = R"({"bool":{"must":[]}})";
    if (source.kind == SourceKind::page) source.page_rule.list = without_controls(odd_text(random));
    if (source.kind == SourceKind::page) source.page_rule.date = without_controls(odd_text(random));
    source.linked_text = static_cast<LinkedText>(random() % 3);
    source.interval = std::chrono::minutes(15 + random() % 5000);
    source.paused = random() % 2 == 0;
    sources.push_back(source);
    Subscriber subscriber;
    subscriber.email = "a" + std::to_string(i) + "@asf.example";
    subscriber.name = without_controls(odd_text(random));
    subscriber.profiles = {"p-1", "p-2"};
    subscriber.moment = {std::chrono::weekday(static_cast<unsigned>(random() % 7)),
                         std::chrono::minutes(random() % 1440)};
    subscriber.municipality = without_controls(odd_text(random));
    subscriber.reach = random() % 2 == 0 ? Reach::county : Reach::municipality;
    subscriber.wants_empty_weeks = random() % 2 == 0;
    if (random() % 2 == 0) subscriber.consented_at = Instant{std::chrono::seconds{random()}};
    subscribers.push_back(subscriber);
  }
  const auto read_back = read_sources(write_sources(sources), "s.toml");
  ASSERT_TRUE(read_back) << read_back.error().message;
  EXPECT_EQ(write_sources(*read_back), write_sources(sources));
  const auto people = read_subscribers(write_subscribers(subscribers), "s.toml");
  ASSERT_TRUE(people) << people.error().message;
  EXPECT_EQ(write_subscribers(*people), write_subscribers(subscribers));
}

TEST(Catalogue, FaultsNameLineAndWhatWasExpected) {
  struct Case {
    const char* toml;
    const char* fault;
  };
  const Case cases[] = {
      {"[[source]]\nurl = \"https://a.example/\"", "source.name: is missing"},
      {"[[source]]\nname = \"A\"\nurl = \"ftp://a/\"", "f.toml:3: source.url: \"ftp://a/\""},
      {"[[source]]\nname = \"A\"\nurl = \"https://u@a.example/\"", "no user name"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\ninterval = \"1min\"", "15min"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"xml\"", "\"rss\""},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"mail\"",
       "source.url: \"https://a.example/\": expected \"maildir:/…\", or \"imap:\""},
      {"[[source]]\nname = \"A\"\nurl = \"imap:INBOX\"\nkind = \"mail\"",
       "source.senders: are missing"},
      {"[[source]]\nname = \"A\"\nurl = \"maildir:/a\"\nkind = \"mail\"\nsenders = [\"portal\"]",
       "f.toml:5: source.senders: \"portal\": expected an address, or @ and a domain"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nsenders = [\"@a.example\"]",
       "source.senders: are for the kind \"mail\""},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\ncolour = 1", "no such setting"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\npage = { list = \"li\" }",
       "kind = \"page\""},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"ted\"",
       "source.query: is missing: what TED is asked for"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"ted\"\n"
       "query = \"x=1 Sort By x\"",
       "f.toml:5: source.query: may not sort"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"sedia\"\nquery = \"x\"",
       "f.toml:5: source.query: expected the filters"},
      {"[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nquery = \"x\"",
       "source.query: is for the kinds \"ted\" and \"sedia\", but the kind is \"auto\""},
      {"[[sources]]\nname = \"A\"", "did you mean source?"},
      {"[[source]]\nname=\"A\"\nurl=\"https://a.example/\"\n[[source]]\nname=\"A\"\n"
       "url=\"https://b.example/\"",
       "f.toml:5: source.name: \"A\" stands twice in this file, first on line 2"},
  };
  for (const Case& one : cases) {
    const auto read = read_sources(one.toml, "f.toml");
    ASSERT_FALSE(read) << one.toml;
    EXPECT_THAT(read.error().message, HasSubstr(one.fault));
  }
}

TEST(Catalogue, SelectorsCanBeAFileOfTheirOwn) {
  const auto rule = read_page_rule(
      "list = \"li\"\ntitle = \"h3\"\nlink = \"a\"\ndate = \"time\"\nsummary = \"p\"", "f.toml");
  ASSERT_TRUE(rule) << rule.error().message;
  EXPECT_EQ(*rule, (PageRule{"li", "h3", "a", "time", "p"}));
  const auto wrong = read_page_rule("list = \"li\"\nlinks = \"a\"", "f.toml");
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().message,
              HasSubstr("f.toml:2: links: there is no such setting; did you mean"));
}

TEST(Catalogue, ProfilesAreHeldToTheirRules) {
  const auto fault = [](const std::string& toml) {
    const auto read = read_profiles("[[profile]]\n" + toml, "f.toml");
    return read ? "" : read.error().message;
  };
  EXPECT_THAT(fault("name = \"Bidrag!\""), HasSubstr("a-z, 0-9 and -"));
  EXPECT_THAT(fault("name = \"a\"\nthreshold = 0"), HasSubstr("above 0"));
  EXPECT_THAT(fault("name = \"a\"\nterms = [1]"), HasSubstr("f.toml:3"));
  EXPECT_THAT(fault("name = \"a\"\nterms = [\"\"]"), HasSubstr("\"a term\""));
  EXPECT_THAT(fault("name = \"a\"\nterms = [{ term = \"x\", weight = 5000 }]"), HasSubstr("1000"));
  EXPECT_THAT(fault("name = \"a\"\nterms = [{ term = \"x\", role = \"must\" }]"),
              HasSubstr("veto"));
  EXPECT_THAT(fault("name = \"a\"\nterms = [\"" + std::string(2501, 'x') + "\"]"),
              HasSubstr("2500"));
}

TEST(Catalogue, SubscribersAreHeldToTheirRules) {
  const auto read = read_subscribers("[[subscriber]]\nemail = \"anna\"\nhour = \"7\"", "f.toml");
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("f.toml:2: subscriber.email"));
  EXPECT_THAT(read.error().message, HasSubstr("f.toml:3: subscriber.hour"));
}

TEST(Catalogue, BuiltInFilesAreRight) {
  const auto profiles = read_profiles(embedded_file("starter/profiles.toml"), "starter");
  ASSERT_TRUE(profiles) << profiles.error().message;
  EXPECT_EQ(profiles->size(), 6U);
  const auto subscribers = read_subscribers(embedded_file("demo/subscribers.toml"), "demo");
  EXPECT_TRUE(subscribers) << subscribers.error().message;
}

TEST(Catalogue, NamesTheFileOfASourcesOwnAuthorities) {
  const auto toml = [](const std::string& file) {
    return "[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nca_file = \"" + file + "\"\n";
  };
  const auto read = config::read_sources(toml("/etc/lan.pem"), "s.toml");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(config::read_sources(config::write_sources(*read), "s.toml")->front().ca_file,
            "/etc/lan.pem");
  const auto refused = config::read_sources(toml("lan.pem"), "s.toml");
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("s.toml:4"), std::string::npos);
}

// A county has its own sources on the first day; what nobody has tried says so.
TEST(Catalogue, StarterSourcesAreThereForEveryCounty) {
  const auto offers = read_offers(embedded_file("starter/sources.toml"), "starter");
  ASSERT_TRUE(offers) << offers.error().message;
  EXPECT_GE(offers->size(), 45U);
  std::map<std::string, std::vector<SourceKind>> kinds_of_county;
  for (const Offer& offer : *offers) {
    SCOPED_TRACE(offer.source.name);
    EXPECT_FALSE(offer.terms.empty());
    EXPECT_FALSE(offer.source.language.empty());
    EXPECT_FALSE(offer.is_verified);
    if (!offer.county.empty()) kinds_of_county[offer.county].push_back(offer.source.kind);
  }
  EXPECT_EQ(kinds_of_county.size(), 21U);
  for (const auto& [county, kinds] : kinds_of_county) {
    EXPECT_EQ(kinds.size(), 2U) << county;
    EXPECT_EQ(kinds.front(), SourceKind::ted) << county;
  }
}

TEST(Catalogue, SaysHowOftenSomethingNewIsExpected) {
  const auto toml = [](const std::string& expected) {
    return "[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nexpected_every = \"" +
           expected + "\"\n";
  };
  const auto read = config::read_sources(toml("14d"), "s.toml");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->front().expected_every, std::chrono::days(14));
  EXPECT_EQ(config::read_sources(config::write_sources(*read), "s.toml")->front().expected_every,
            std::chrono::days(14));
  EXPECT_EQ(config::read_sources(toml("learned"), "s.toml")->front().expected_every.count(), 0);
  for (const char* wrong : {"59min", "366d", "often", "0d"}) {
    const auto refused = config::read_sources(toml(wrong), "s.toml");
    ASSERT_FALSE(refused.ok()) << wrong;
    EXPECT_NE(refused.error().message.find("s.toml:4"), std::string::npos);
  }
}

}  // namespace
}  // namespace fundwatch::config
