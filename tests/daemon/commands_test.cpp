// The commands as a person types them, on an installation of the test's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "store/store.h"
#include "tests/support/places.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr const char* kRss =
    R"(<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Nytt</title>
<item><guid isPermaLink="false">k1</guid><link>https://a.example/1</link>
<title>Utlysning för sociala företag</title><description>Sök &lt;b&gt;nu&lt;/b&gt;.</description>
<pubDate>Tue, 17 Nov 2026 09:30:00 +0100</pubDate></item></channel></rss>)";

struct Commands : public testing::Test {
  Commands() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n";
  }
  Ran run(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments, input);
  }
  void expect_ok(const Ran& ran) const { EXPECT_EQ(ran.exit, 0) << ran.out << ran.err; }

  TemporaryFolder folder;
};

TEST_F(Commands, HelpIsThereForEveryCommand) {
  for (const char* name : {"serve", "once", "config", "source", "profile", "subscriber", "item",
                           "hit", "digest", "read", "match", "tune", "meeting", "report"}) {
    const Ran ran = run_program({name, "--help"});
    EXPECT_EQ(ran.exit, 0) << name;
    EXPECT_THAT(ran.out, HasSubstr(name));
  }
}

TEST_F(Commands, UnknownCommandIsExit64) {
  EXPECT_EQ(run_program({"fetch"}).exit, 64);
  EXPECT_EQ(run_program({}).exit, 64);
  EXPECT_EQ(run({"source", "list", "--colour"}).exit, 64);
}

TEST_F(Commands, ConfigCheckSaysWhatIsWrongAndWhere) {
  expect_ok(run({"config", "check"}));
  std::ofstream(folder / "fundwatch.toml", std::ios::app) << "[mail]\nmailr = \"smtp\"\n";
  const Ran ran = run({"config", "check"});
  EXPECT_EQ(ran.exit, 78);
  EXPECT_THAT(ran.err, HasSubstr("fundwatch.toml:4"));
  EXPECT_THAT(ran.err, HasSubstr("mailer"));
}

TEST_F(Commands, SourcesAreAddedChangedShownAndRemoved) {
  expect_ok(run({"source", "add", "--unread", "https://a.example/rss", "--name", "A"}));
  EXPECT_THAT(run({"source", "list", "--json"}).out,
              StartsWith(R"({"id":1,"name":"A","url":"https://a.example/rss","kind":"auto",)"));
  expect_ok(run({"source", "edit", "A", "--pause", "--interval", "120"}));
  EXPECT_THAT(run({"source", "list", "--json"}).out, HasSubstr(R"("state":"paused")"));
  EXPECT_THAT(run({"source", "show", "1"}).out, HasSubstr("120 min"));
  expect_ok(run({"source", "remove", "A"}));
  EXPECT_THAT(run({"source", "list", "--json"}).out, IsEmpty());
}

TEST_F(Commands, SourcesSayHowOftenTheyBringSomethingNew) {
  expect_ok(run({"source", "add", "https://a.example/rss", "--unread", "--name", "A",
                 "--expected-every", "14d"}));
  EXPECT_THAT(run({"source", "show", "A"}).out, HasSubstr("2w"));
  expect_ok(run({"source", "edit", "A", "--expected-every", "learned"}));
  EXPECT_THAT(run({"source", "show", "A"}).out, HasSubstr("not known yet"));
  EXPECT_EQ(run({"source", "edit", "A", "--expected-every", "often"}).exit, 64);
}

TEST_F(Commands, WrongSourcesAreRefusedInWords) {
  expect_ok(
      run({"source", "add", "--unread", "https://a.example/rss", "--name", "Tillväxtverket"}));
  const Ran again =
      run({"source", "add", "--unread", "https://b.example/rss", "--name", "Tillväxtverket"});
  EXPECT_EQ(again.exit, 65);
  EXPECT_THAT(again.err, HasSubstr("already"));
  const Ran scheme = run({"source", "add", "ftp://a.example/rss"});
  EXPECT_EQ(scheme.exit, 65);
  EXPECT_THAT(scheme.err, HasSubstr("http"));
  const Ran unknown = run({"source", "show", "Tillvaxtverket"});
  EXPECT_EQ(unknown.exit, 65);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean \"Tillväxtverket\""));
  EXPECT_EQ(run({"source", "add", "https://c.example/", "--interval", "1"}).exit, 64);
}

TEST_F(Commands, ExportIsWhatImportReads) {
  expect_ok(
      run({"source", "add", "--unread", "https://a.example/rss", "--name", "A \"quoted\" å"}));
  expect_ok(run({"profile", "add", "bidrag", "--title-sv", "Bidrag", "--term", "utlysning"}));
  expect_ok(run({"subscriber", "add", "anna@asf.example", "--name", "Anna", "--profile", "bidrag",
                 "--weekday", "friday", "--hour", "06:30", "--language", "en"}));
  for (const char* noun : {"source", "profile", "subscriber"}) {
    const Ran before = run({noun, "export"});
    expect_ok(before);
    expect_ok(run({noun, "import"}, before.out));
    EXPECT_EQ(run({noun, "export"}).out, before.out) << noun;
  }
}

TEST_F(Commands, FirstStartBringsTheStarterProfiles) {
  expect_ok(run({"once"}));
  const Ran profiles = run({"profile", "list", "--json"});
  for (const char* name : {"finansiering", "reserverad-upphandling", "asf-branscher",
                           "csr-samverkan", "kompetens-natverk", "policy-kommun"}) {
    EXPECT_THAT(profiles.out, HasSubstr(name));
  }
}

TEST_F(Commands, WrongTermsAreRefusedWithTheirPlace) {
  const Ran ran = run({"profile", "add", "bidrag", "--term", "(utlysning"});
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("(utlysning"));
}

TEST_F(Commands, TermsThatAreHardlyMeantAreWarnedOf) {
  const Ran ran = run({"profile", "add", "bidrag", "--term", "utlysning", "--term", "*a*"});
  expect_ok(ran);
  EXPECT_THAT(ran.out, HasSubstr("warning: term \"*a*\", character 1: \"*a*\" matches nearly"));
  const Ran test = run({"profile", "test"});
  expect_ok(test);
  EXPECT_THAT(test.out, HasSubstr("warning: term \"*a*\""));
}

TEST_F(Commands, ProfileFormsSaysWhichWordsATermStandsFor) {
  const Ran ran = run({"profile", "forms", "(=bidrag OR stöd*) AND NOT ASF"});
  expect_ok(ran);
  EXPECT_THAT(ran.out, StartsWith("bidrag\n  forms: bidrag"));
  EXPECT_EQ(run({"profile", "forms", "ASF"}).out, "every word stands for itself alone\n");
  const Ran faulty = run({"profile", "forms", "(bidrag"});
  EXPECT_EQ(faulty.exit, 65);
  EXPECT_THAT(faulty.err, HasSubstr("character 1: the parenthesis is not closed"));
}

TEST_F(Commands, AFaultyProfileIsShownBesideTheVersionInForce) {
  expect_ok(run({"profile", "add", "bidrag", "--term", "utlysning"}));
  store::Store store(folder / "state/fundwatch.db");
  Profile faulty = *store.profiles.find("bidrag");
  faulty.terms.push_back({"(stöd"});
  store.profiles.save(faulty, "an older program", Instant{});
  const Ran list = run({"profile", "list"});
  expect_ok(list);
  EXPECT_THAT(list.out, HasSubstr("bidrag                  1 "));
  EXPECT_THAT(list.out, HasSubstr("version 2, has a fault, so version 1 stays in force"));
  const Ran test = run({"profile", "test", "bidrag"});
  EXPECT_EQ(test.exit, 65);
  EXPECT_THAT(test.out, HasSubstr("fault: term \"(stöd\", character 1: the parenthesis"));
}

TEST_F(Commands, SubscriberOfUnknownProfileIsRefused) {
  const Ran ran = run({"subscriber", "add", "anna@asf.example", "--profile", "bidrga"});
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("bidrga"));
}

TEST_F(Commands, DigestPreviewHasLinksBeforeTheDaemonEverRan) {
  std::ofstream(folder / "fundwatch.toml", std::ios::app)
      << "[web]\nlisten = \"127.0.0.1:8080\"\n"
      << "public_url = \"https://bevakning.example/\"\n";
  expect_ok(run({"subscriber", "add", "anna@asf.example"}));
  const Ran mail = run({"digest", "preview", "anna@asf.example", "--part", "mail"});
  expect_ok(mail);
  EXPECT_THAT(mail.out, HasSubstr("List-Unsubscribe: <https://bevakning.example/a/"));
  EXPECT_THAT(mail.out, HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
}

TEST_F(Commands, KeysAreMadeAnew) {
  expect_ok(run({"key", "rotate"}));
  expect_ok(run({"key", "rotate"}));
  store::Store store(folder / "state" / "fundwatch.db");
  EXPECT_EQ(store.signing_keys.all().size(), 3U);  // with that of the first start
}

TEST_F(Commands, DigestPreviewChangesNothing) {
  expect_ok(run({"profile", "add", "bidrag", "--term", "utlysning"}));
  expect_ok(run({"subscriber", "add", "anna@asf.example", "--name", "Anna", "--profile", "bidrag",
                 "--consented", "2026-01-15"}));
  const Ran text = run({"digest", "preview", "anna@asf.example"});
  expect_ok(text);
  EXPECT_THAT(text.out, HasSubstr("Hej Anna!"));
  EXPECT_THAT(run({"digest", "preview", "anna@asf.example", "--part", "html"}).out,
              HasSubstr("<!doctype html>"));
  EXPECT_EQ(run({"digest", "preview", "anna@asf.example"}).out, text.out);
  EXPECT_EQ(run({"digest", "preview", "bo@asf.example"}).exit, 65);
}

TEST_F(Commands, DigestSendDeliversWithoutADaemon) {
  expect_ok(run({"profile", "add", "bidrag", "--term", "utlysning"}));
  expect_ok(run({"subscriber", "add", "anna@asf.example", "--profile", "bidrag", "--consented",
                 "2026-01-15"}));
  const Ran sent = run({"digest", "send", "anna@asf.example"});
  expect_ok(sent);
  EXPECT_EQ(sent.out, "1 digest made, 1 mail sent\n");
  EXPECT_FALSE(std::filesystem::is_empty(folder / "state/mail/new"));
}

TEST_F(Commands, ReadPrintsTheContract) {
  const Ran ran = run_program({"read", "--url", "https://a.example/rss", "-"}, kRss);
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith(R"({"format":"rss20","encoding":"utf-8","problems":[],"feed":)"));
  EXPECT_THAT(ran.out, HasSubstr(R"("key":"k1","url":"https://a.example/1")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("summary":"Sök nu.")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("published":"2026-11-17T08:30:00Z")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("deadline":null)"));
}

constexpr const char* kPage =
    R"(<html lang="sv"><head><title>Utlysningar</title></head><body><ul class="lista">
<li><a href="/u/1">Utlysning för sociala företag</a> <time>2026-11-17</time></li>
<li><a href="/u/2">Medel till odling i staden</a> <time>2026-11-12</time></li>
<li><a href="/u/3">Stöd till nya kooperativ</a> <time>2026-11-02</time></li></ul></body></html>)";

TEST_F(Commands, ReadTakesAPagesListBySelectorOrByFile) {
  std::ofstream(folder / "stiftelsen.toml") << "list = \"ul.lista > li\"\ntitle = \"a\"\n";
  const Ran inline_selector = run_program(
      {"read", "--kind", "page", "--select", "ul.lista > li", "--url", "https://a.example/", "-"},
      kPage);
  EXPECT_EQ(inline_selector.exit, 0) << inline_selector.err;
  EXPECT_THAT(inline_selector.out, StartsWith(R"({"format":"page","encoding":"utf-8","problems":)"
                                              R"([],"feed":{"title":"Utlysningar",)"));
  EXPECT_THAT(inline_selector.out, HasSubstr(R"("key":"https://a.example/u/1")"));
  const Ran by_file =
      run_program({"read", "--kind", "page", "--select", (folder / "stiftelsen.toml").string(),
                   "--url", "https://a.example/", "-"},
                  kPage);
  EXPECT_EQ(by_file.out, inline_selector.out) << by_file.err;
}

TEST_F(Commands, ReadTellsTheListThatItHasGuessed) {
  const Ran ran = run_program({"read", "--kind", "page", "-"}, kPage);
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("found by itself, at the selector \\\"ul.lista > li\\\""));
}

TEST_F(Commands, ReadShowsWhatAVisitToAWatchedPageSees) {
  const Ran ran = run_program({"read", "--kind", "watch", "-"},
                              "<html><body><main><p>Ansök nu.</p></main></body></html>");
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, StartsWith(R"({"format":"watch")"));
  EXPECT_THAT(ran.out, HasSubstr(R"("text":"Ansök nu.")"));
}

TEST_F(Commands, ReadRefusesSelectorsInWords) {
  std::ofstream(folder / "wrong.toml") << "lsit = \"li\"\n";
  struct {
    std::vector<std::string> arguments;
    int exit;
    const char* words;
  } const cases[] = {
      {{"--kind", "page", "--select", "div.nyheter"}, 65, "the list selector \"div.nyheter\""},
      {{"--kind", "page", "--select", "li..x"}, 65, "at character 4"},
      {{"--kind", "page", "--select", (folder / "wrong.toml").string()}, 65, "wrong.toml:1"},
      {{"--kind", "page", "--select", (folder / "none.toml").string()}, 74, "none.toml"},
      {{"--kind", "rss", "--select", "li"}, 64, "expected --kind page"},
      {{"--kind", "html"}, 64, "page, watch"},
  };
  for (const auto& wrong : cases) {
    std::vector<std::string> arguments{"read", "-"};
    arguments.insert(arguments.end(), wrong.arguments.begin(), wrong.arguments.end());
    const Ran ran = run_program(arguments, kPage);
    EXPECT_EQ(ran.exit, wrong.exit) << wrong.words << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(wrong.words));
  }
}

TEST_F(Commands, ReadRefusesWhatIsNoFeed) {
  const Ran ran = run_program({"read", "-"}, "<html><head><title>Inloggning</title></head></html>");
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("Inloggning"));
  EXPECT_EQ(run_program({"read", "/nonexistent"}).exit, 74);
}

TEST_F(Commands, InputBeyondTheLimitIsRefusedAndEndlessInputIsNotReadToItsEnd) {
  const auto file = folder / "large";
  std::ofstream(file) << "<rss/>";
  std::filesystem::resize_file(file, 64'000'001);
  for (const std::string& input : {file.string(), std::string("/dev/zero")}) {
    const Ran ran = run_program({"read", input});
    EXPECT_EQ(ran.exit, 65) << input;
    EXPECT_THAT(ran.err, HasSubstr(input + " is larger than 64 MB"));
  }
}

TEST_F(Commands, TuneSaysWhatAChangedProfileWouldGain) {
  expect_ok(run({"profile", "list"}));
  {
    store::Store store(folder / "state" / "fundwatch.db");
    Source source;
    source.name = "Regionen";
    source.url = "https://a.example/rss";
    Item item;
    item.source = store.sources.save(source);
    item.key = "k1";
    item.title = "Svetsning i Hofors";
    store.items.put(item, Instant(std::chrono::hours(500'000)));
  }
  std::ofstream(folder / "changed.toml")
      << "[[profile]]\nname = \"svets\"\ntitle = { sv = \"Svets\" }\nterms = [\"svetsning\"]\n";
  const std::vector<std::string> tune = {"tune", "--profile", "svets", "--with",
                                         (folder / "changed.toml").string()};
  const Ran ran = run(tune);
  expect_ok(ran);
  EXPECT_THAT(ran.out, HasSubstr("\"gained\":[{\"id\":1,\"key\":\"k1\""));
  EXPECT_THAT(ran.out, HasSubstr("\"kept\":0"));
  EXPECT_THAT(ran.out, HasSubstr("{\"term\":\"svetsning\",\"weight\":1"));
  EXPECT_THAT(ran.out, HasSubstr("\"took_ms\":"));
  std::vector<std::string> for_people = tune;
  for_people.emplace_back("--text");
  EXPECT_THAT(run(for_people).out, HasSubstr("gained: 1\n  2027-01-15  Svetsning i Hofors"));
  std::vector<std::string> of_nothing = tune;
  of_nothing.insert(of_nothing.end(), {"--since", "2029-01-01"});
  EXPECT_THAT(run(of_nothing).out, HasSubstr("\"gained\":[]"));
}

TEST_F(Commands, MatchPrintsSpansOfThePlainText) {
  std::ofstream(folder / "profiles.toml")
      << "[[profile]]\nname = \"bidrag\"\ntitle = { sv = \"Bidrag\" }\nterms = [\"utlysning\"]\n";
  const Ran ran =
      run_program({"match", "--profiles", (folder / "profiles.toml").string(), "-"},
                  "{\"id\":\"x1\",\"title\":\"<b>Nya</b> utlysningar\",\"body\":\"inget\"}\n"
                  "{\"id\":\"x2\",\"title\":\"Vägarbete\"}\n");
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(R"({"id":"x1","hits":[{"profile":"bidrag","score":1E0,"terms":)"
                                 R"([{"term":"utlysning","field":"title","begin":4,"end":15,)"
                                 R"("text":"utlysningar","weight":1E0,"role":"adds"}],)"
                                 R"("outside":false}])"));
  EXPECT_THAT(ran.out, HasSubstr(R"({"id":"x2","hits":[])"));
}

TEST_F(Commands, MatchMarksHitsOutsideTheCounty) {
  std::ofstream(folder / "profiles.toml")
      << "[[profile]]\nname = \"bidrag\"\nterms = [{ term = \"städning\" }]\n";
  const std::string profiles = (folder / "profiles.toml").string();
  const std::string item = R"({"id":"x","title":"Städning i Lunds kommun","published":)"
                           R"("2026-11-01T10:00:00Z","body":"Anbud senast 1 december. Reserverat )"
                           R"(kontrakt. CPV 90911200."})"
                           "\n";
  const auto matched = [&](const std::string& county) {
    return run_program({"match", "--profiles", profiles, "--county", county, "-"}, item);
  };
  EXPECT_THAT(matched("all").out, HasSubstr(R"("outside":false)"));
  EXPECT_THAT(matched("Gävleborg").out, HasSubstr(R"("outside":true)"));
  EXPECT_THAT(matched("12").out, HasSubstr(R"("outside":false)"));
  EXPECT_EQ(matched("Gävle").exit, 64);
  EXPECT_THAT(matched("all").out, HasSubstr(R"("status":"open")"));
  EXPECT_THAT(matched("all").out, HasSubstr(R"("cpv":["90911200"],"reserved":"res-ws",)"
                                            R"("reserved_ground":"Reserverat kontrakt.")"));
}

TEST_F(Commands, ACallForOneCountyIsFundingToThatCountyAlone) {
  const std::string starter = (source_folder() / "config/starter/profiles.toml").string();
  const std::string item =
      R"({"id":"x","title":"Bidrag till sociala företag","published":"2027-01-11T10:00:00Z",)"
      R"("body":"Endast sociala företag i Gävleborgs län kan söka. Sista ansökningsdag: 15 mars."})"
      "\n";
  const auto matched = [&](const std::string& county) {
    return run_program({"match", "--profiles", starter, "--county", county, "-"}, item).out;
  };
  EXPECT_THAT(matched("Gävleborg"), HasSubstr(R"("profile":"finansiering")"));
  EXPECT_THAT(matched("Skåne"), HasSubstr(R"("hits":[])"));
  EXPECT_THAT(matched("all"), HasSubstr(R"("hits":[])"));
}

TEST_F(Commands, HitsAreMarkedAndProfilesShowIt) {
  std::filesystem::create_directories(folder / "state");
  {
    store::Store store(folder / "state/fundwatch.db");
    Source source;
    source.name = "A";
    source.url = "https://a.example/rss";
    const SourceId id = store.sources.save(source);
    Profile profile;
    profile.name = "bidrag";
    profile.terms = {{"bidrag"}};
    const ProfileId bidrag = store.profiles.save(profile, "Eva", Instant{}).id;
    for (int i = 1; i <= 12; ++i) {
      Item item;
      item.source = id;
      item.key = std::to_string(i);
      item.title = i <= 6 ? "Svinpest och bidrag" : "Föreningar kan söka bidrag";
      const ItemId stored = store.items.put(item, Instant{}).id;
      const Hit hit{
          .profile = bidrag, .profile_version = 1, .score = 1, .reasons = {{.term = "bidrag"}}};
      store.hits.replace(stored, {bidrag}, {hit}, Instant{});
    }
  }
  expect_ok(run({"hit", "dismiss", "1", "2", "3", "4", "5", "6", "--note", "Grisar"}));
  expect_ok(run({"hit", "keep", "7", "8"}));
  EXPECT_THAT(run({"hit", "list", "--json"}).out,
              HasSubstr(R"("review":"dismissed","note":"Grisar")"));
  EXPECT_THAT(run({"profile", "precision"}).out, HasSubstr("bidrag: kept 2 of 8 (25 %)"));
  EXPECT_THAT(run({"profile", "precision", "bidrag"}).out,
              HasSubstr("\"svinpest\" occurs in 6 of 6 dismissed hits: add it as a veto?"));
  EXPECT_THAT(run({"profile", "show", "bidrag"}).out, HasSubstr("# bidrag: kept 2 of 8 (25 %)"));
  EXPECT_THAT(run({"profile", "precision", "--json"}).out,
              HasSubstr(R"({"profile":"bidrag","kept":2,"dismissed":6,"precision":2.5E-1,)"));
  EXPECT_THAT(run({"profile", "show", "bidrag", "--json"}).out, HasSubstr(R"("kind":"veto")"));
  expect_ok(run({"hit", "undo", "1", "2", "3", "4", "5", "6"}));
  EXPECT_THAT(run({"profile", "precision"}).out, HasSubstr("bidrag: kept 2 of 2 (100 %)"));
  const Ran ran = run({"hit", "dismiss", "7", "99"});
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("there is no hit 99"));
  EXPECT_THAT(run({"profile", "precision"}).out, HasSubstr("kept 2 of 2"));
  EXPECT_EQ(run({"profile", "precision", "nix"}).exit, 65);
}

TEST_F(Commands, MatchNamesTheLineThatIsWrong) {
  std::ofstream(folder / "profiles.toml") << "";
  const Ran ran = run_program({"match", "--profiles", (folder / "profiles.toml").string(), "-"},
                              "{\"id\":\"x1\"}\n{broken\n");
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("-:2"));
}

TEST_F(Commands, ADatabaseOfSomethingElseIsRefused) {
  std::filesystem::create_directories(folder / "state");
  std::ofstream(folder / "state/fundwatch.db") << "this is no database, it is a text file";
  const Ran ran = run({"source", "list"});
  EXPECT_EQ(ran.exit, 74);
  EXPECT_THAT(ran.err, HasSubstr("fundwatch.db"));
}

}  // namespace
}  // namespace fundwatch::tests
