// `source add`, `test` and `edit` as a person types them, against a web server of the test's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>

#include "tests/support/http_server.h"
#include "tests/support/program.h"
#include "tests/support/services.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tls_server.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRss =
    R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Regionens nyheter</title>
<language>sv</language><item><guid isPermaLink="false">k1</guid><link>https://a.example/1</link>
<title>Utlysning för sociala företag</title>
<pubDate>Tue, 17 Nov 2026 09:30:00 +0100</pubDate></item></channel></rss>)";

constexpr const char* kPage =
    R"(<html lang="sv"><head><title>Stiftelsens utlysningar</title></head><body><ul class="lista">
<li><a href="/u/1">Utlysning för sociala företag</a> <time>2026-11-17</time></li>
<li><a href="/u/2">Medel till odling i staden</a> <time>2026-11-12</time></li>
<li><a href="/u/3">Stöd till nya kooperativ</a> <time>2026-11-02</time></li></ul></body></html>)";

// A source behind an authority that only it trusts: added so, read by the daemon, and given back
// to those of all.
TEST(SourceAuthorities, AreAskedForTrustedAndTakenBack) {
  const TemporaryFolder folder;
  const Certificates certificates;
  const TlsServer intranet(certificates.make("a.localhost"));
  std::ofstream(folder / "fundwatch.toml")
      << "[installation]\nstate_directory = \"" << (folder / "state").string()
      << "\"\n[fetch]\nhost_spacing = \"0s\"\nallowed_addresses = [\"127.0.0.1\"]\n"
      << "allowed_ports = [" << intranet.port() << "]\n";
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments);
  };
  const std::string url = intranet.url("a.localhost");
  EXPECT_THAT(run({"source", "test", url, "--kind", "watch"}).err, HasSubstr("(--ca-file)"));
  EXPECT_EQ(run({"source", "test", url, "--kind", "watch", "--ca-file", "/no/such.pem"}).exit, 65);
  const Ran added = run({"source", "add", "--yes", url, "--kind", "watch", "--name", "Intranätet",
                         "--ca-file", certificates.authority()});
  EXPECT_EQ(added.exit, 0) << added.err;
  EXPECT_THAT(run({"source", "show", "Intranätet"}).out, HasSubstr(certificates.authority()));
  EXPECT_THAT(run({"once"}).out, HasSubstr("1 sources read, 0 failed"));
  EXPECT_EQ(run({"source", "edit", "Intranätet", "--ca-file", "none"}).exit, 0);
  EXPECT_THAT(run({"once"}).out, HasSubstr("0 sources read, 1 failed"));
}

struct SourceAdditions : public testing::Test {
  SourceAdditions() {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string()
        << "\"\n[fetch]\nhost_spacing = \"0s\"\n"
        << "allowed_addresses = [\"127.0.0.1\"]\nallowed_ports = [" << server.port() << "]\n";
    server.serve("/rss", HttpAnswer(200, {{"Content-Type", "application/rss+xml"}}, kRss));
    server.serve("/utlysningar", HttpAnswer(200, {{"Content-Type", "text/html"}}, kPage));
  }
  Ran run(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments, input);
  }
  std::string stored() const { return run({"source", "export"}).out; }

  TemporaryFolder folder;
  HttpServer server;
};

TEST_F(SourceAdditions, WithoutATerminalAndAYesNothingIsStored) {
  const Ran ran = run({"source", "add", server.url("/rss")}, "y\n");
  EXPECT_EQ(ran.exit, 64);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("Regionens nyheter"), HasSubstr("rss20, utf-8"),
                             HasSubstr("2026-11-17  Utlysning för sociala företag")));
  EXPECT_THAT(ran.err, AllOf(HasSubstr("nothing was stored"), HasSubstr("--yes")));
  EXPECT_THAT(stored(), IsEmpty());
}

TEST_F(SourceAdditions, AYesStoresWhatWasShown) {
  const Ran ran = run({"source", "add", "--yes", server.url("/rss"), "--interval", "240"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(stored(), "[[source]]\nname = \"Regionens nyheter\"\nurl = \"" + server.url("/rss") +
                          "\"\nkind = \"auto\"\nlanguage = \"sv\"\ninterval = \"4h\"\n\n");
}

TEST_F(SourceAdditions, APagesListIsShownAndStored) {
  const Ran ran =
      run({"source", "add", "--yes", server.url("/utlysningar"), "--name", "Stiftelsen"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("an HTML page titled «Stiftelsens utlysningar»"),
                             HasSubstr("ul.lista > li"), HasSubstr("3 items:"),
                             HasSubstr("2026-11-02  Stöd till nya kooperativ")));
  EXPECT_THAT(stored(), AllOf(HasSubstr("kind = \"page\"\npage = { list = \"ul.lista > li\" }"),
                              HasSubstr("interval = \"6h\"")));
  EXPECT_THAT(run({"once"}).out, HasSubstr("1 sources read, 0 failed, 3 new items"));
}

TEST_F(SourceAdditions, SelectorsOverrideWhatWouldBeGuessed) {
  const Ran ran = run({"source", "add", "--yes", server.url("/utlysningar"), "--select", "li",
                       "--select-title", "time"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("  2026-11-17\n"));
  EXPECT_THAT(stored(), HasSubstr("page = { list = \"li\", title = \"time\" }"));
}

TEST_F(SourceAdditions, AnAddressWithoutItsSchemeIsOneByHttps) {
  const Ran ran = run({"source", "add", "--unread", "region.example/nyheter"});
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_THAT(stored(), HasSubstr("name = \"region.example\"\n"
                                  "url = \"https://region.example/nyheter\""));
}

TEST_F(SourceAdditions, BadResultsAreToldAndNotStored) {
  server.serve("/pdf", HttpAnswer(200, {}, "%PDF-1.4"));
  const Ran pdf = run({"source", "add", "--yes", server.url("/pdf")});
  EXPECT_EQ(pdf.exit, 65);
  EXPECT_THAT(pdf.err, HasSubstr(server.url("/pdf") + ": a PDF document, not a feed"));
  const Ran missing = run({"source", "add", "--yes", server.url("/borta")});
  EXPECT_EQ(missing.exit, 69);
  EXPECT_THAT(missing.err, HasSubstr("404"));
  EXPECT_THAT(stored(), IsEmpty());
}

TEST_F(SourceAdditions, TestShowsAnAddressAndAStoredSourceAndStoresNothing) {
  const Ran address = run({"source", "test", server.url("/rss")});
  EXPECT_EQ(address.exit, 0) << address.err;
  EXPECT_THAT(address.out, HasSubstr("Utlysning för sociala företag"));
  EXPECT_THAT(stored(), IsEmpty());
  run({"source", "add", "--unread", server.url("/utlysningar"), "--name", "Stiftelsen", "--select",
       "ul.lista > li"});
  const Ran named = run({"source", "test", "Stiftelsen", "--json"});
  EXPECT_EQ(named.exit, 0) << named.err;
  EXPECT_THAT(named.out, HasSubstr(R"({"format":"page","encoding":"utf-8","problems":[])"));
  const Ran changed = run({"source", "test", "Stiftelsen", "--select", "ol > li"});
  EXPECT_EQ(changed.exit, 65);
  EXPECT_THAT(changed.err, HasSubstr("the list selector \"ol > li\""));
}

TEST_F(SourceAdditions, AStoredFeedIsTestedAsTheDaemonReadsIt) {
  run({"source", "add", "--unread", server.url("/utlysningar"), "--name", "Stiftelsen"});
  const Ran ran = run({"source", "test", "Stiftelsen"});
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, HasSubstr("an HTML page titled «Stiftelsens utlysningar», not a feed"));
}

TEST_F(SourceAdditions, EditSetsSelectorsAndAnotherKindDropsThem) {
  run({"source", "add", "--unread", server.url("/utlysningar"), "--name", "Stiftelsen"});
  EXPECT_EQ(run({"source", "edit", "Stiftelsen", "--select", "ul.lista > li"}).exit, 0);
  EXPECT_THAT(stored(), HasSubstr("kind = \"page\"\npage = { list = \"ul.lista > li\" }"));
  EXPECT_EQ(run({"source", "edit", "Stiftelsen", "--select-date", "time"}).exit, 0);
  EXPECT_THAT(stored(), HasSubstr("date = \"time\""));
  EXPECT_EQ(run({"source", "edit", "Stiftelsen", "--select", "li..x"}).exit, 65);
  EXPECT_EQ(run({"source", "edit", "Stiftelsen", "--kind", "watch"}).exit, 0);
  EXPECT_THAT(stored(), AllOf(HasSubstr("kind = \"watch\""), Not(HasSubstr("page = "))));
}

TEST_F(SourceAdditions, AServiceIsAddedWithItsQueryAndTestedAsTheDaemonAsksIt) {
  const auto ted = std::make_shared<TedService>();  // as long as the server asks it
  ted->publish({.number = "900001-2026", .title = "Städning"});
  server.serve("/ted",
               [ted](const HttpRequest& request) { return ted->answer(request).over_http(); });
  const std::vector<std::string> add{"source", "add",    server.url("/ted"), "--kind",
                                     "ted",    "--name", "TED Gävleborg",    "--yes"};
  EXPECT_THAT(run(add).err, HasSubstr("--query: is missing: what TED is asked for"));
  std::vector<std::string> asking = add;
  asking.insert(asking.end(), {"--query", "place-of-performance IN (SE313)"});
  const Ran added = run(asking);
  EXPECT_THAT(added.out, AllOf(HasSubstr("Städning"), HasSubstr("6 h"))) << added.err;
  EXPECT_THAT(stored(), HasSubstr("query = \"place-of-performance IN (SE313)\""));
  EXPECT_THAT(run({"source", "test", "TED Gävleborg"}).out, HasSubstr("Städning"));
  EXPECT_THAT(run({"source", "show", "TED Gävleborg"}).out, HasSubstr("place-of-performance IN"));
  EXPECT_EQ(run({"source", "edit", "TED Gävleborg", "--query", "x=1 SORT BY x"}).exit, 64);
  EXPECT_EQ(run({"source", "edit", "TED Gävleborg", "--kind", "rss"}).exit, 0);
  EXPECT_THAT(stored(), Not(HasSubstr("query")));
}

TEST_F(SourceAdditions, ImportRefusesSelectorsThatNobodyUnderstands) {
  const Ran ran = run({"source", "import"},
                      "[[source]]\nname = \"A\"\nurl = \"https://a.example/\"\nkind = \"page\"\n"
                      "page = { list = \"li..x\" }\n");
  EXPECT_EQ(ran.exit, 65);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("source \"A\""), HasSubstr("at character 4")));
  EXPECT_THAT(stored(), IsEmpty());
}

}  // namespace
}  // namespace fundwatch::tests
