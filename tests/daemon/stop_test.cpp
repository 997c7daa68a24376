// SIGTERM in the middle of a cycle: the program ends without waiting for servers, what was
// committed is whole, and the next cycle brings the rest.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>

#include "tests/support/http_server.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::SizeIs;

constexpr int kFeeds = 60;
constexpr int kAnsweringFeeds = 30;
constexpr int kItems = 20;
// Without the signal it would wait for the servers that never answer: minutes.
constexpr std::chrono::seconds kPatience{20};

std::string path_of(int feed) { return "/" + std::to_string(feed) + ".rss"; }

std::string feed(int number) {
  std::string xml = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Nytt</title>";
  for (int i = 0; i < kItems; ++i) {
    const std::string id = std::to_string(number) + "-" + std::to_string(i);
    xml += "<item><guid>" + id + "</guid><link>https://a.example/" + id +
           "</link><title>Utlysning " + id +
           "</title><description>Bidrag till sociala företag</description></item>";
  }
  return xml + "</channel></rss>";
}

HttpAnswer answer(int number) {
  return {200, {{"Content-Type", "application/rss+xml"}}, feed(number)};
}

struct StopTest : public testing::Test {
  StopTest() {
    std::ofstream sources(folder / "sources.toml");
    for (int i = 0; i < kFeeds; ++i) {
      server.serve(path_of(i), i < kAnsweringFeeds ? answer(i) : HttpAnswer::never());
      sources << "[[source]]\nname = \"Källa " << i << "\"\nurl = \"" << server.url(path_of(i))
              << "\"\nkind = \"rss\"\nlinked_text = \"never\"\n";
    }
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string()
        << "\"\n[fetch]\nhost_spacing = \"0s\"\nallowed_addresses = [\"127.0.0.1\"]\n"
        << "allowed_ports = [" << server.port() << "]\n";
  }

  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", config()});
    return run_program(arguments);
  }
  std::string config() const { return (folder / "fundwatch.toml").string(); }

  // Of each source that has any.
  std::vector<int> items_by_source() const {
    SQLite::Database database((folder / "state/fundwatch.db").string());
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    SQLite::Statement row(database, "SELECT count(*) FROM item GROUP BY source");
    std::vector<int> counts;
    while (row.executeStep()) counts.push_back(row.getColumn(0).getInt());
    return counts;
  }

  HttpServer server;
  TemporaryFolder folder;
};

TEST_F(StopTest, InTheMiddleOfACycleLosesNothing) {
  ASSERT_EQ(run({"source", "import", (folder / "sources.toml").string()}).exit, 0);
  {
    Background program({"--config", config(), "serve"});
    server.wait_for_requests(kAnsweringFeeds + 1);
    const auto begin = std::chrono::steady_clock::now();
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(), 0) << program.heard();
    const auto taken = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken, kPatience);
    RecordProperty("milliseconds", static_cast<int>(taken / std::chrono::milliseconds(1)));
  }
  EXPECT_THAT(items_by_source(), Each(kItems));
  for (int i = kAnsweringFeeds; i < kFeeds; ++i) server.serve(path_of(i), answer(i));
  EXPECT_THAT(run({"once"}).out, HasSubstr("sources read, 0 failed"));
  EXPECT_THAT(items_by_source(), AllOf(SizeIs(kFeeds), Each(kItems)));
}

}  // namespace
}  // namespace fundwatch::tests
