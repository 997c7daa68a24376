// The program as a service: the demo from start to mail, signals, locks, changes made beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iterator>
#include <regex>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

constexpr int kPatienceSeconds = 60;  // a sanitizer build on a busy machine

// systemd's end of sd_notify(3), for the programs started while it is there.
class NotifySocket {
 public:
  explicit NotifySocket(const std::filesystem::path& path)
      : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    path.string().copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("bind " + path.string());
    }
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~NotifySocket() {
    unsetenv("NOTIFY_SOCKET");
    close(socket_);
  }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  // Waits for a message that says so; empty after kPatienceSeconds without any.
  std::string told(const std::string& words) const {
    pollfd readable{.fd = socket_, .events = POLLIN, .revents = 0};
    while (poll(&readable, 1, kPatienceSeconds * 1000) > 0) {
      std::array<char, 4096> bytes{};
      const auto count = recv(socket_, bytes.data(), bytes.size(), 0);
      std::string message(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
      if (message.find(words) != std::string::npos) return message;
    }
    return {};
  }

 private:
  int socket_;
};

std::string directory_in(const std::string& text) {
  std::smatch match;
  std::regex_search(text, match, std::regex(R"((/\S+)/mail/new)"));
  return match[1];
}

struct Demo : public testing::Test {
  void SetUp() override {
    ASSERT_TRUE(program.says("Stop with Ctrl-C", kPatienceSeconds)) << program.heard();
    directory = directory_in(program.heard());
    ASSERT_FALSE(directory.empty()) << program.heard();
  }
  void TearDown() override {
    if (!directory.empty()) std::filesystem::remove_all(directory);
  }
  Ran command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", directory + "/fundwatch.toml"});
    return run_program(arguments);
  }

  Background program{{"serve", "--demo"}};
  std::string directory;
};

TEST_F(Demo, MailsLieInTheMaildirAfterTheFirstCycle) {
  std::size_t mails = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory + "/mail/new")) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    EXPECT_THAT(bytes, HasSubstr("Subject: DEMO"));
    ++mails;
  }
  EXPECT_EQ(mails, 3U) << program.heard();
}

TEST_F(Demo, CommandsSeeWhatTheDaemonDid) {
  const Ran sources = command({"source", "list", "--json"});
  EXPECT_EQ(sources.exit, 0) << sources.err;
  EXPECT_THAT(sources.out, HasSubstr("\"state\":\"ok\""));
  EXPECT_THAT(sources.out, HasSubstr("\"state\":\"failing\""));
  const Ran hits = command({"hit", "list", "--json"});
  EXPECT_THAT(hits.out, HasSubstr("\"profile\":\"reserverad-upphandling\""));
  const Ran items = command({"item", "list", "--json"});
  EXPECT_GE(std::count(items.out.begin(), items.out.end(), '\n'), 60);
}

TEST_F(Demo, ASecondDaemonIsRefused) {
  const Ran second = command({"once"});
  EXPECT_EQ(second.exit, 69);
  EXPECT_THAT(second.err, HasSubstr("another fundwatch is at work"));
}

TEST_F(Demo, StopsWithinASecondAndLeavesNothingHalfDone) {
  program.signal(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
  const Ran sources = command({"source", "list"});
  EXPECT_EQ(sources.exit, 0) << sources.err;
}

TEST_F(Demo, ReloadKeepsTheOldConfigurationWhenTheNewOneIsWrong) {
  std::ofstream(directory + "/fundwatch.toml", std::ios::app) << "\n[fetch2]\nx = 1\n";
  program.signal(SIGHUP);
  EXPECT_TRUE(program.says("the old configuration stays in force", kPatienceSeconds))
      << program.heard();
  EXPECT_THAT(program.heard(), HasSubstr("fetch2"));
}

TEST_F(Demo, ReloadKeepsTheOldConfigurationWhenASecretIsMissing) {
  std::ofstream(directory + "/fundwatch.toml")
      << "[installation]\nstate_directory = \"" << directory << "\"\n[mail]\nmailer = \"smtp\"\n"
      << "[mail.smtp]\nauth = \"password\"\nuser = \"bevakning\"\n";
  program.signal(SIGHUP);
  EXPECT_TRUE(program.says("LoadCredential=smtp-password", kPatienceSeconds)) << program.heard();
  program.signal(SIGTERM);
  EXPECT_EQ(program.wait(), 0);
}

TEST_F(Demo, AReloadIsHeard) {
  program.signal(SIGHUP);
  EXPECT_TRUE(program.says("the configuration was read again", kPatienceSeconds))
      << program.heard();
}

TEST_F(Demo, ADigestAskedForByACommandIsSentByTheDaemon) {
  const Ran sent = command({"digest", "send", "samordnaren@asf-gavleborg.example"});
  EXPECT_EQ(sent.exit, 0) << sent.err;
  EXPECT_THAT(sent.out, HasSubstr("the running daemon sends it"));
}

TEST(Serve, AMailServerThatIsAwayStandsInTheStatusOfTheUnit) {
  const TemporaryFolder folder;
  std::ofstream(folder / "fundwatch.toml")
      << "[installation]\nstate_directory = \"" << (folder / "state").string()
      << "\"\n[mail]\nmailer = \"smtp\"\n[mail.smtp]\nhost = \"127.0.0.1\"\nport = 1\n";
  const std::string config = (folder / "fundwatch.toml").string();
  EXPECT_EQ(run_program({"--config", config, "subscriber", "add", "anna@asf.example", "--consented",
                         "2026-01-15"})
                .exit,
            0);
  const NotifySocket systemd(folder / "notify");
  const Background program({"--config", config, "serve"});
  EXPECT_THAT(systemd.told("READY=1"), HasSubstr("READY=1"));
  EXPECT_EQ(run_program({"--config", config, "digest", "send", "anna@asf.example"}).exit, 0);
  EXPECT_THAT(systemd.told("IN TROUBLE"),
              HasSubstr("STATUS=IN TROUBLE: no mail is sent until this is mended"));
}

// What systemd's socket unit would have.
class ListeningSocket {
 public:
  explicit ListeningSocket(int type = SOCK_STREAM)
      : socket_(socket(AF_INET, type | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (bind(socket_, any, size) != 0 || getsockname(socket_, any, &size) != 0 ||
        (type == SOCK_STREAM && listen(socket_, SOMAXCONN) != 0)) {
      throw std::runtime_error("a socket that listens");
    }
    port_ = ntohs(address.sin_port);
  }
  ~ListeningSocket() { close(socket_); }
  ListeningSocket(const ListeningSocket&) = delete;
  ListeningSocket& operator=(const ListeningSocket&) = delete;

  int descriptor() const { return socket_; }
  int port() const { return port_; }

  // Says a request and reads the whole answer.
  std::string get(const std::string& path) const {
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    std::string answer;
    if (connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
      const std::string request =
          "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      send(client, request.data(), request.size(), MSG_NOSIGNAL);
      std::array<char, 4096> bytes{};
      for (ssize_t got = 0; (got = recv(client, bytes.data(), bytes.size(), 0)) > 0;) {
        answer.append(bytes.data(), static_cast<std::size_t>(got));
      }
    }
    close(client);
    return answer;
  }

 private:
  int socket_;
  int port_ = 0;
};

// A configuration whose state is in the folder.
std::string quiet_configuration(const TemporaryFolder& folder, const std::string& more = "") {
  std::ofstream(folder / "fundwatch.toml")
      << "[installation]\nstate_directory = \"" << (folder / "state").string() << "\"\n"
      << more;
  return (folder / "fundwatch.toml").string();
}

TEST(Serve, ServesThePagesOnTheSocketThatSystemdHandsOver) {
  const TemporaryFolder folder;
  const ListeningSocket socket;
  const std::string config = quiet_configuration(folder, "[web]\nlisten = \"127.0.0.1:1\"\n");
  const NotifySocket systemd(folder / "notify");
  {
    const Background program({"--config", config, "serve"}, socket.descriptor());
    EXPECT_THAT(systemd.told("READY=1"), HasSubstr("READY=1"));
    EXPECT_THAT(socket.get("/logga-in"), testing::StartsWith("HTTP/1.1 200 "));
  }
  // Who asks between two lives is answered by the second.
  auto late = std::async(std::launch::async, [&] { return socket.get("/logga-in"); });
  const Background next({"--config", config, "serve"}, socket.descriptor());
  EXPECT_THAT(late.get(), testing::StartsWith("HTTP/1.1 200 "));
}

TEST(Serve, ASocketThatIsNoneIsAWrongConfiguration) {
  const TemporaryFolder folder;
  const ListeningSocket datagrams(SOCK_DGRAM);
  Background program({"--config", quiet_configuration(folder), "serve"}, datagrams.descriptor());
  EXPECT_EQ(program.wait(), 78);
  EXPECT_TRUE(program.says("no TCP socket that listens", kPatienceSeconds)) << program.heard();
}

TEST(Serve, AnAddressThatIsTakenIsTriedAgainAndOneThatIsNoneIsNot) {
  const TemporaryFolder folder;
  const ListeningSocket taken;
  const std::string listen = "listen = \"127.0.0.1:" + std::to_string(taken.port()) + "\"\n";
  const Ran busy =
      run_program({"--config", quiet_configuration(folder, "[web]\n" + listen), "serve"});
  EXPECT_EQ(busy.exit, 69);
  EXPECT_THAT(busy.err, HasSubstr("is another program using the port?"));
  const Ran wrong =
      run_program({"--config", quiet_configuration(folder, "[web]\nlisten = \"here\"\n"), "serve"});
  EXPECT_EQ(wrong.exit, 78);
}

// What only the sysadmin can mend is exit 78, which the unit does not try again.
TEST(Serve, ASecretThatIsMissingIsExit78) {
  const TemporaryFolder folder;
  const Ran ran = run_program({"--config",
                               quiet_configuration(folder,
                                                   "[mail]\nmailer = \"smtp\"\n[mail.smtp]\n"
                                                   "auth = \"password\"\nuser = \"bevakning\"\n"),
                               "serve"});
  EXPECT_EQ(ran.exit, 78) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("LoadCredential=smtp-password"));
}

TEST(Serve, MissingConfigurationIsExit78) {
  const Ran ran = run_program({"serve", "--config", "/nonexistent/fundwatch.toml"});
  EXPECT_EQ(ran.exit, 78);
  EXPECT_THAT(ran.err, HasSubstr("/nonexistent/fundwatch.toml"));
}

}  // namespace
}  // namespace fundwatch::tests
