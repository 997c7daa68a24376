// feeds/fetch/faults.h — why there is no document, in words that a person can act on.
// Pure. Each message says what happened, at which host, and what to do where there is something.
#pragma once

#include <curl/curl.h>

#include <cstddef>
#include <string>

#include "config/config.h"
#include "feeds/fetch/certificate.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/hop.h"
#include "feeds/obstacle.h"

namespace fundwatch::feeds {

constexpr std::size_t kUrlCharactersMax = 200;  // of a message

// Which part of an answer grew beyond its limit, if any.
enum class Excess { none, head, body, packed_body };

// How far a transfer came.
enum class Phase { resolving, connecting, answering };

// How a transfer ended, as libcurl and our callbacks saw it.
struct Ending {
  CURLcode code = CURLE_OK;
  std::string detail;         // libcurl's own words
  int os_error = 0;           // errno of the last connection that failed
  Certificate certificate{};  // if there was one
  bool is_by_proxy = false;
  std::string own_ca_file;      // of the request, if it has one
  long connect_status = 0;      // the proxy's answer to CONNECT; 0 if there was none
  std::string refused_address;  // by the guard, when no other address was left to try
  Phase phase = Phase::resolving;
  bool is_out_of_time = false;  // rather than too slow
  Excess excess = Excess::none;
};

Fault fault_of(const Ending& ending);

// For a transfer that failed.
std::string words_for(const Ending& ending, const Hop& hop, const config::Fetch& limits);

// For an answer that is complete but no document.
std::string words_for_status(int status, const Hop& hop);
std::string words_for_obstacle(const Obstacle& obstacle, int status, const Hop& hop);

}  // namespace fundwatch::feeds
