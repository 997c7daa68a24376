#include "tests/support/tls_server.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace fundwatch::tests {
namespace {

const std::string kNewKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes ";

void run(const std::string& command) {
  if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) throw std::runtime_error(command);
}

[[noreturn]] void become_server(const std::string& certificate, int output) {
  dup2(output, STDOUT_FILENO);
  dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
  dup2(STDIN_FILENO, STDERR_FILENO);
  const std::string key = certificate + ".key";
  const std::string pem = certificate + ".pem";
  execlp("openssl", "openssl", "s_server", "-www", "-accept", "127.0.0.1:0", "-cert", pem.c_str(),
         "-key", key.c_str(), nullptr);
  _exit(127);
}

}  // namespace

// `openssl ca` alone takes any dates; it wants a few files for what it has signed.
Certificates::Certificates() {
  run("openssl req -x509 " + kNewKey + "-days 2 -subj '/O=Region Test/CN=Test CA' -keyout " +
      file("ca.key") + " -out " + authority());
  std::ofstream(file("index")) << "";
  std::ofstream(file("ca.conf")) << "[ca]\ndefault_ca=ours\n[ours]\ndatabase=" << file("index")
                                 << "\nnew_certs_dir=" << folder_.path().string()
                                 << "\nrand_serial=yes\ndefault_md=sha256\nunique_subject=no\n"
                                    "policy=any\n[any]\ncommonName=supplied\n";
}

std::string Certificates::make(const std::string& host) const {
  return make(host, {.from = "20200101000000Z", .until = "20991231000000Z"});
}

std::string Certificates::make(const std::string& host, const Validity& validity) const {
  std::string path = file(host + validity.from + validity.until);
  run("openssl req " + kNewKey + "-subj /CN=server -keyout " + path + ".key -out " + path + ".csr");
  std::ofstream(path + ".ext") << "subjectAltName=DNS:" << host;
  run("openssl ca -batch -notext -config " + file("ca.conf") + " -in " + path + ".csr -cert " +
      authority() + " -keyfile " + file("ca.key") + " -startdate " + validity.from + " -enddate " +
      validity.until + " -extfile " + path + ".ext -out " + path + ".pem");
  return path;
}

std::string Certificates::make_self_signed(const std::string& host) const {
  std::string path = file("self-" + host);
  run("openssl req -x509 " + kNewKey + "-days 2 -subj /CN=" + host +
      " -addext subjectAltName=DNS:" + host + " -keyout " + path + ".key -out " + path + ".pem");
  return path;
}

TlsServer::TlsServer(const std::string& certificate) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("pipe");
  pid_ = fork();
  if (pid_ == 0) become_server(certificate, ends[1]);
  close(ends[1]);
  output_ = ends[0];
  read_port();
}

TlsServer::~TlsServer() {
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
  close(output_);
}

std::string TlsServer::url(const std::string& host) const {
  return "https://" + host + ":" + std::to_string(port_) + "/";
}

// It says "ACCEPT 127.0.0.1:40001".
void TlsServer::read_port() {
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

}  // namespace fundwatch::tests
