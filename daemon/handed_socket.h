// daemon/handed_socket.h — the listening socket that systemd made for us (fundwatch.socket,
// sd_listen_fds(3)). The pages are served there instead of at web.listen.
#pragma once

#include <optional>

#include "base/result.h"

namespace fundwatch::daemon {

// Its descriptor, ours from now on; nothing if none was handed over. An Error if it is more than
// one, or no TCP socket that listens. Asked once, before there are threads: it takes the words of
// it out of the environment, so that no child process takes the socket for its own.
Result<std::optional<int>> take_handed_socket();

}  // namespace fundwatch::daemon
