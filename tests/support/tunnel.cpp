#include "tests/support/tunnel.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace fundwatch::tests {
namespace {

constexpr std::string_view kConnected = "HTTP/1.1 200 Connection established\r\nX-Proxy: 1\r\n\r\n";

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

// False when there is nothing more to pass on.
bool pass_on(int from, int to) {
  std::array<char, 16384> bytes{};
  const auto count = recv(from, bytes.data(), bytes.size(), 0);
  if (count <= 0) return false;
  return send(to, bytes.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
}

std::string read_head(int client) {
  std::string head;
  while (head.find("\r\n\r\n") == std::string::npos) {
    char byte = 0;
    if (recv(client, &byte, 1, 0) != 1) break;
    head += byte;
  }
  return head;
}

}  // namespace

Tunnel::Tunnel(int port_behind) : port_behind_(port_behind) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  wake_up_ = eventfd(0, EFD_CLOEXEC);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener_, any, size) != 0 || listen(listener_, SOMAXCONN) != 0 ||
      getsockname(listener_, any, &size) != 0) {
    throw std::runtime_error("tunnel: cannot listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

Tunnel::~Tunnel() {
  eventfd_write(wake_up_, 1);
  thread_.join();
  close(wake_up_);
  close(listener_);
}

std::vector<std::string> Tunnel::heads() const {
  const std::lock_guard lock(mutex_);
  return heads_;
}

void Tunnel::run() {
  while (true) {
    std::array<pollfd, 2> sockets{{{wake_up_, POLLIN, 0}, {listener_, POLLIN, 0}}};
    poll(sockets.data(), sockets.size(), -1);
    if (sockets[0].revents != 0) return;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    serve(client);
    close(client);
  }
}

void Tunnel::serve(int client) {
  {
    const std::string head = read_head(client);
    const std::lock_guard lock(mutex_);
    heads_.push_back(head);
  }
  const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port_behind_);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    send(client, kConnected.data(), kConnected.size(), MSG_NOSIGNAL);
    relay(client, server);
  }
  close(server);
}

void Tunnel::relay(int client, int server) const {
  while (true) {
    std::array<pollfd, 3> sockets{
        {{wake_up_, POLLIN, 0}, {client, POLLIN, 0}, {server, POLLIN, 0}}};
    poll(sockets.data(), sockets.size(), -1);
    if (sockets[0].revents != 0) return;
    if (sockets[1].revents != 0 && !pass_on(client, server)) return;
    if (sockets[2].revents != 0 && !pass_on(server, client)) return;
  }
}

}  // namespace fundwatch::tests
