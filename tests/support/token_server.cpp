#include "tests/support/token_server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <stdexcept>
#include <utility>

namespace fundwatch::tests {
namespace {

std::size_t content_length(const std::string& head) {
  const std::string name = "Content-Length: ";
  const auto at = head.find(name);
  std::size_t length = 0;
  if (at == std::string::npos) return length;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

// The body of the one request that comes.
std::string read_body(int connection) {
  std::string received;
  char bytes[4096];
  for (;;) {
    const auto end = received.find("\r\n\r\n");
    if (end != std::string::npos && received.size() >= end + 4 + content_length(received)) {
      return received.substr(end + 4);
    }
    const auto count = recv(connection, bytes, sizeof bytes, 0);
    if (count <= 0) return received;
    received.append(bytes, static_cast<std::size_t>(count));
  }
}

}  // namespace

TokenServer::TokenServer() : listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      listen(listener_, 16) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the token server");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

TokenServer::~TokenServer() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void TokenServer::answer(int status, const std::string& json) {
  const std::lock_guard lock(mutex_);
  answers_.push_back("HTTP/1.1 " + std::to_string(status) +
                     " Said\r\nContent-Type: application/json\r\nConnection: close\r\n"
                     "Content-Length: " +
                     std::to_string(json.size()) + "\r\n\r\n" + json);
}

std::vector<std::string> TokenServer::posted() const {
  const std::lock_guard lock(mutex_);
  return posted_;
}

void TokenServer::run() {
  for (;;) {
    const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    serve(connection);
    close(connection);
  }
}

void TokenServer::serve(int connection) {
  std::string body = read_body(connection);
  const std::lock_guard lock(mutex_);
  posted_.push_back(std::move(body));
  std::string reply = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
  if (!answers_.empty()) {
    reply = answers_.front();
    answers_.pop_front();
  }
  send(connection, reply.data(), reply.size(), MSG_NOSIGNAL);
}

}  // namespace fundwatch::tests
