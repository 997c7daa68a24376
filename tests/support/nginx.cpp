#include "tests/support/nginx.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>

#include "tests/support/ports.h"

namespace fundwatch::tests {
namespace {

constexpr const char* kNginx = "/usr/sbin/nginx";
constexpr std::chrono::seconds kStartMax{20};

}  // namespace

bool Nginx::is_installed() { return access(kNginx, X_OK) == 0; }

Nginx::Nginx(const std::filesystem::path& root, int addresses) : port_(free_port()) {
  std::string listen;
  for (int i = 1; i <= addresses; ++i) {
    listen += "listen 127.0.0." + std::to_string(i) + ":" + std::to_string(port_) + "; ";
  }
  start(listen, root);
}

Nginx::Nginx(const std::filesystem::path& root, const std::string& certificate)
    : port_(free_port()) {
  start("listen 127.0.0.1:" + std::to_string(port_) + " ssl http2; ssl_certificate " + certificate +
            ".pem; ssl_certificate_key " + certificate + ".key; access_log " +
            (folder_ / "requests").string() + " asked; ",
        root);
}

void Nginx::start(const std::string& listen, const std::filesystem::path& root) {
  const std::string folder = folder_.path().string();
  std::ofstream(folder_ / "nginx.conf")
      << (geteuid() == 0 ? "user root;\n" : "") << "daemon off;\nworker_processes 1;\npid "
      << folder << "/pid;\nerror_log " << folder
      << "/error.log;\nevents {}\nhttp {\n  access_log off;\n  log_format asked "
      << "'$server_protocol $status $request_method $uri $connection_requests';\n"
      << "  client_body_temp_path " << folder << ";\n  proxy_temp_path " << folder
      << ";\n  fastcgi_temp_path " << folder << ";\n  uwsgi_temp_path " << folder
      << ";\n  scgi_temp_path " << folder
      << ";\n  types { application/rss+xml rss; application/xml xml; text/html html; }\n"
      << "  gzip on;\n  gzip_types application/rss+xml application/xml;\n"
      << "  server { " << listen << "root \"" << root.string() << "\"; }\n}\n";
  pid_ = fork();
  if (pid_ == 0) {
    const int silence = open("/dev/null", O_WRONLY);
    dup2(silence, STDERR_FILENO);
    execl(kNginx, kNginx, "-e", (folder + "/error.log").c_str(), "-c",
          (folder + "/nginx.conf").c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  const auto deadline = std::chrono::steady_clock::now() + kStartMax;
  while (!accepts(port_)) {
    if (std::chrono::steady_clock::now() > deadline || waitpid(pid_, nullptr, WNOHANG) == pid_) {
      throw std::runtime_error("nginx did not start");
    }
    pause_for(std::chrono::milliseconds(10));
  }
}

Nginx::~Nginx() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

std::vector<std::string> Nginx::requests(std::size_t count) const {
  const auto deadline = std::chrono::steady_clock::now() + kStartMax;
  std::vector<std::string> lines;
  while (lines.size() < count && std::chrono::steady_clock::now() < deadline) {
    poll(nullptr, 0, 10);
    lines.clear();
    std::ifstream stream(folder_ / "requests");
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
  }
  return lines;
}

std::string Nginx::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

}  // namespace fundwatch::tests
