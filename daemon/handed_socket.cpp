#include "daemon/handed_socket.h"

#include <sys/socket.h>
#include <systemd/sd-daemon.h>

#include <string>

namespace fundwatch::daemon {
namespace {

constexpr int kListens = 1;
constexpr int kAnyPort = 0;
constexpr int kForgetIt = 1;

Error unusable(const std::string& why) {
  return {Stage::config, "the socket unit: " + why +
                             "; expected one ListenStream= with an address and a port, such as "
                             "ListenStream=127.0.0.1:8080"};
}

bool is_listening_tcp(int descriptor) {
  for (const int family : {AF_INET, AF_INET6}) {
    if (sd_is_socket_inet(descriptor, family, SOCK_STREAM, kListens, kAnyPort) > 0) return true;
  }
  return false;
}

}  // namespace

Result<std::optional<int>> take_handed_socket() {
  const int count = sd_listen_fds(kForgetIt);
  if (count <= 0) return std::optional<int>();
  if (count > 1) return unusable("it hands over " + std::to_string(count) + " sockets");
  if (!is_listening_tcp(SD_LISTEN_FDS_START)) {
    return unusable("what it hands over is no TCP socket that listens");
  }
  return std::optional<int>(SD_LISTEN_FDS_START);
}

}  // namespace fundwatch::daemon
