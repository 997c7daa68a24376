// The program against a real web server: from files on disk to items and hits, twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/nginx.h"
#include "tests/support/program.h"
#include "tests/support/shared_data.h"
#include "tests/support/skip.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

constexpr const char* kFeed =
    R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Nytt</title><item><guid>k1</guid>
<link>https://a.example/1</link><title>Utlysning för sociala företag</title></item></channel></rss>)";

struct WithNginx : public testing::Test {
  void configure(const Nginx& nginx) const {
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string()
        << "\"\n[fetch]\nhost_spacing = \"0s\"\n"
        << "allowed_addresses = [\"127.0.0.1\"]\nallowed_ports = [" << nginx.port() << "]\n";
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments);
  }

  TemporaryFolder folder;
};

TEST_F(WithNginx, OneCycleStoresAndTheNextFindsNothingNew) {
  if (!Nginx::is_installed()) return skip("nginx is not installed");
  std::filesystem::create_directories(folder / "www");
  std::ofstream(folder / "www/nytt.rss") << kFeed;
  const Nginx nginx(folder / "www");
  configure(nginx);
  EXPECT_EQ(run({"source", "add", "--yes", nginx.url("/nytt.rss"), "--name", "Nytt"}).exit, 0);
  EXPECT_THAT(run({"once"}).out, HasSubstr("1 sources read, 0 failed, 1 new items"));
  EXPECT_THAT(run({"once"}).out, HasSubstr("0 new items"));
  EXPECT_THAT(run({"hit", "list", "--json"}).out, HasSubstr("finansiering"));
}

TEST_F(WithNginx, LoopbackIsRefusedUnlessListed) {
  if (!Nginx::is_installed()) return skip("nginx is not installed");
  std::filesystem::create_directories(folder / "www");
  std::ofstream(folder / "www/nytt.rss") << kFeed;
  const Nginx nginx(folder / "www");
  std::ofstream(folder / "fundwatch.toml")
      << "[installation]\nstate_directory = \"" << (folder / "state").string()
      << "\"\n[fetch]\nallowed_ports = [" << nginx.port() << "]\n";
  const Ran refused = run({"source", "add", "--yes", nginx.url("/nytt.rss"), "--name", "Nytt"});
  EXPECT_EQ(refused.exit, 69);
  EXPECT_THAT(refused.err, HasSubstr("127.0.0.1"));
  EXPECT_EQ(run({"source", "add", "--unread", nginx.url("/nytt.rss"), "--name", "Nytt"}).exit, 0);
  EXPECT_THAT(run({"once"}).out, HasSubstr("0 sources read, 1 failed"));
  EXPECT_THAT(run({"source", "list", "--json"}).out, HasSubstr("127.0.0.1"));
}

TEST_F(WithNginx, SampleFeedsOfRealShapesAreRead) {
  if (skipped_without_shared("samples")) return;
  if (!Nginx::is_installed()) return skip("nginx is not installed");
  const Nginx nginx(shared_folder() / "samples");
  configure(nginx);
  for (const char* name :
       {"tillvaxtverket_utlysningar.rss", "nyheter_latin1.rss", "region_atom.xml"}) {
    EXPECT_EQ(
        run({"source", "add", "--yes", nginx.url(std::string("/") + name), "--name", name}).exit,
        0);
  }
  EXPECT_THAT(run({"once"}).out, HasSubstr("3 sources read, 0 failed, 5 new items"));
  EXPECT_THAT(run({"item", "list", "--json"}).out,
              HasSubstr("Idéburet offentligt partnerskap tecknat i Gävle"));
}

}  // namespace
}  // namespace fundwatch::tests
