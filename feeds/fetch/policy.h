// feeds/fetch/policy.h — what the HTTP client says of itself, and how far it lets a server go.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "config/config.h"
#include "feeds/fetch/address_guard.h"

namespace fundwatch::feeds {

// Of the body of any other answer than a 200; what is beyond is not waited for.
constexpr std::size_t kUnwantedBytesMax = std::size_t{64} * 1024;

// A longer validator is not kept.
constexpr std::size_t kValidatorBytesMax = 1024;

// A transfer that stays below this for so long is given up.
struct SlowestTransfer {
  long bytes_per_second = 100;
  std::chrono::seconds period{20};
};

struct Policy {
  config::Fetch limits;
  AddressGuard guard;
  std::string user_agent;
  SlowestTransfer slowest{};
};

}  // namespace fundwatch::feeds
