#include "tests/support/relay.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/places.h"

namespace fundwatch::tests {
namespace {

constexpr const char* kPython = "/usr/bin/python3";
constexpr const char* kOpenssl = "/usr/bin/openssl";

[[noreturn]] void become(std::vector<std::string> command) {
  std::vector<char*> argv;
  argv.reserve(command.size() + 1);
  for (std::string& argument : command) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

// Its exit status; what it says is not heard.
int run(const std::vector<std::string>& command) {
  const int pid = fork();
  if (pid == 0) {
    const int silence = open("/dev/null", O_RDWR);
    dup2(silence, STDOUT_FILENO);
    dup2(silence, STDERR_FILENO);
    become(command);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return status;
}

void require(const std::vector<std::string>& command) {
  if (run(command) != 0) throw std::runtime_error(command[0] + " " + command[1] + " failed");
}

// Only `openssl x509` makes certificates that have ended.
void make_certificate(const TemporaryFolder& folder, const Certificate& certificate) {
  const std::string key = folder / "key.pem";
  const std::string request = folder / "request.pem";
  std::ofstream(folder / "names") << "subjectAltName=" << certificate.name << "\n";
  require({kOpenssl, "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
           "-nodes", "-subj", "/CN=relay", "-keyout", key, "-out", request});
  require({kOpenssl, "x509", "-req", "-in", request, "-signkey", key, "-days",
           certificate.has_ended ? "-1" : "30", "-extfile", folder / "names", "-out",
           folder / "certificate.pem"});
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string first_line(int descriptor) {
  std::string line;
  char c = 0;
  while (read(descriptor, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

bool Relay::is_installed() {
  return access(kOpenssl, X_OK) == 0 && access(kPython, X_OK) == 0 &&
         run({kPython, "-c", "import aiosmtpd"}) == 0;
}

Relay::Relay(Tls tls, const Certificate& certificate) {
  make_certificate(folder_, certificate);
  std::filesystem::create_directory(folder_ / "mails");
  int to_child[2];
  int from_child[2];
  if (pipe2(to_child, O_CLOEXEC) != 0 || pipe2(from_child, O_CLOEXEC) != 0) {
    throw std::runtime_error("pipe");
  }
  pid_ = fork();
  if (pid_ == 0) {
    dup2(to_child[0], STDIN_FILENO);
    dup2(from_child[1], STDOUT_FILENO);
    dup2(open((folder_ / "log").c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    become({kPython, (source_folder() / "tests/support/aiosmtpd_relay.py").string(),
            tls == Tls::starttls ? "starttls" : "implicit", ca_file(), folder_ / "key.pem",
            folder_ / "mails"});
  }
  close(to_child[0]);
  close(from_child[1]);
  input_ = to_child[1];
  const std::string port = first_line(from_child[0]);
  close(from_child[0]);
  if (port.empty()) throw std::runtime_error("no aiosmtpd: " + content_of(folder_ / "log"));
  port_ = std::stoi(port);
}

Relay::~Relay() {
  close(input_);
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

std::vector<std::string> Relay::taken() const {
  std::vector<std::string> mails;
  for (int number = 1;; ++number) {
    const auto file = folder_ / "mails" / (std::to_string(number) + ".eml");
    if (!std::filesystem::exists(file)) return mails;
    mails.push_back(content_of(file));
  }
}

}  // namespace fundwatch::tests
