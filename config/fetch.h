// config/fetch.h — the settings of fetching: how far a server is let go, how it is treated, and the
// way to it. The section [fetch] of fundwatch.toml; part of config.h.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fundwatch::config {

struct Fetch {
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds total_timeout{30};
  std::size_t low_speed_bytes = 100;                             // a second: what stays below it
  std::chrono::seconds low_speed_time{20};                       // for so long is given up
  std::size_t body_bytes_max = std::size_t{10} * 1024 * 1024;    // decompressed
  std::size_t packed_bytes_max = std::size_t{10} * 1024 * 1024;  // as it comes over the network
  std::size_t header_bytes_max = std::size_t{64} * 1024;
  int redirects_max = 5;
  int pages_max = 20;                            // of what a service answers in pages
  std::chrono::seconds host_spacing{2};          // between two requests to one host
  int transfers_max = 64;                        // at once, over all hosts
  std::vector<std::string> allowed_addresses;    // addresses and CIDR ranges, beside public ones
  std::vector<int> allowed_ports;                // beside 80 and 443
  std::filesystem::path ca_file;                 // empty: the system's
  std::string proxy;                             // "http://host:port"; empty: none
  std::filesystem::path proxy_credentials_file;  // or the systemd credential proxy-credentials
  std::vector<std::string> proxy_exceptions;     // hosts, domains and CIDR ranges asked without it
  bool operator==(const Fetch&) const = default;
};

}  // namespace fundwatch::config
