#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/feeds/fetch_support.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

void run(const std::string& command) {
  if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) throw std::runtime_error(command);
}

// Makes certificates with a CA of its own, valid from now for so many days.
class Certificates {
 public:
  Certificates() {
    run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=CA "
        "-keyout " +
        file("ca.key") + " -out " + ca());
  }
  std::string ca() const { return file("ca.pem"); }

  // The path, without ".pem" and ".key".
  std::string make(const std::string& host, int days) const {
    std::string path = file(host + std::to_string(days));
    run("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=server -keyout " +
        path + ".key -out " + path + ".csr");
    std::ofstream(path + ".ext") << "subjectAltName=DNS:" << host;
    run("openssl x509 -req -in " + path + ".csr -CA " + ca() + " -CAkey " + file("ca.key") +
        " -set_serial 1 -days " + std::to_string(days) + " -extfile " + path + ".ext -out " + path +
        ".pem");
    return path;
  }

 private:
  std::string file(const std::string& name) const { return (folder_ / name).string(); }

  TemporaryFolder folder_;
};

// openssl's own small web server, on a port that the kernel chose.
class TlsServer {
 public:
  explicit TlsServer(const std::string& certificate) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("pipe");
    pid_ = fork();
    if (pid_ == 0) become_server(certificate, ends[1]);
    close(ends[1]);
    output_ = ends[0];
    read_port();
  }
  ~TlsServer() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    close(output_);
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& host) const {
    return "https://" + host + ":" + std::to_string(port_) + "/";
  }

 private:
  [[noreturn]] static void become_server(const std::string& certificate, int output) {
    dup2(output, STDOUT_FILENO);
    dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
    dup2(STDIN_FILENO, STDERR_FILENO);
    const std::string key = certificate + ".key";
    const std::string pem = certificate + ".pem";
    execlp("openssl", "openssl", "s_server", "-www", "-accept", "127.0.0.1:0", "-cert", pem.c_str(),
           "-key", key.c_str(), nullptr);
    _exit(127);
  }

  // It says "ACCEPT 127.0.0.1:40001".
  void read_port() {
    std::string said;
    while (said.find(':') == std::string::npos || said.back() != '\n') {
      std::array<char, 256> bytes{};
      const auto count = read(output_, bytes.data(), bytes.size());
      if (count <= 0) throw std::runtime_error("openssl s_server did not start");
      said.append(bytes.data(), static_cast<std::size_t>(count));
    }
    const std::string digits = said.substr(said.find(':') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), port_);
  }

  pid_t pid_ = -1;
  int output_ = -1;
  int port_ = 0;
};

class TlsTest : public FetchTest {
 protected:
  // What is said of a server with this certificate, asked as `host`.
  std::string said_of(const std::string& certificate, const std::string& host) {
    const TlsServer tls(certificate);
    limits.allowed_ports = {tls.port()};
    return fault_of(tls.url(host));
  }

  Certificates certificates;
};

TEST_F(TlsTest, TakesACertificateOfTheGivenAuthority) {
  limits.ca_file = certificates.ca();
  EXPECT_EQ(said_of(certificates.make("a.localhost", 1), "a.localhost"), "no fault");
}

TEST_F(TlsTest, RefusesACertificateOfAnUnknownAuthority) {
  EXPECT_EQ(said_of(certificates.make("a.localhost", 1), "a.localhost"),
            "the TLS certificate of a.localhost is not signed by an authority that this machine "
            "trusts; if it is an own one, give its CA certificate as fetch.ca_file");
}

TEST_F(TlsTest, RefusesAnExpiredCertificate) {
  limits.ca_file = certificates.ca();
  EXPECT_EQ(said_of(certificates.make("a.localhost", -1), "a.localhost"),
            "the TLS certificate of a.localhost has expired; its owner must renew it");
}

TEST_F(TlsTest, RefusesACertificateForAnotherName) {
  limits.ca_file = certificates.ca();
  EXPECT_EQ(said_of(certificates.make("a.localhost", 1), "b.localhost"),
            "the TLS certificate of b.localhost is for another host name; check the address");
}

TEST_F(TlsTest, SaysThatTheAuthoritysFileIsUnreadable) {
  limits.ca_file = "/no/such/ca.pem";
  EXPECT_THAT(said_of(certificates.make("a.localhost", 1), "a.localhost"),
              HasSubstr("fetch.ca_file cannot be read as certificates: /no/such/ca.pem"));
}

}  // namespace
}  // namespace fundwatch::tests
