// daemon/log.h — the program's log: one line a message on standard error, in the journal's form
// (sd-daemon(3): "<6>words"). The level says who must act: error — the sysadmin, now; warning — the
// sysadmin or the coordinator, some day; info — nobody.
#pragma once

#include <spdlog/logger.h>

#include <memory>
#include <string>

namespace fundwatch::daemon {

// `level` is one of config::Log's words. With a priority prefix when standard error is the journal
// (or a file), without one on a terminal.
std::shared_ptr<spdlog::logger> make_log(const std::string& level);

}  // namespace fundwatch::daemon
