#include "feeds/fetch/faults.h"

#include <cerrno>
#include <cstddef>
#include <string_view>
#include <system_error>

#include "base/text.h"
#include "feeds/fetch/proxy.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kProxyCredentialsAdvice =
    "wants a user name and a password; give them in fetch.proxy_credentials_file";

std::string seconds_text(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }

std::string bytes_text(std::size_t bytes) {
  constexpr std::size_t kilo = 1024;
  if (bytes >= kilo * kilo) return std::to_string(bytes / kilo / kilo) + " MB";
  if (bytes >= kilo) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + " bytes";
}

// Whom a connection is made to.
std::string peer_of(const Ending& ending, const std::string& host) {
  return ending.is_by_proxy ? "the proxy (fetch.proxy)" : host;
}

std::string words_for_connection(const Ending& ending, const std::string& host) {
  if (!ending.refused_address.empty()) {
    return words_for_forbidden(ending.refused_address, host);
  }
  if (ending.os_error == ECONNREFUSED) {
    return peer_of(ending, host) +
           " refuses connections; check the address, or whether its server is down";
  }
  return "no connection to " + peer_of(ending, host) + " (" +
         std::generic_category().message(ending.os_error) + "); check the network of this machine";
}

// 407 is about us; else the proxy has its own reasons, or found no way either.
std::string words_for_tunnel(long status, const std::string& host) {
  const std::string proxy = "the proxy (fetch.proxy) ";
  const std::string answered = " (it answered " + std::to_string(status) + ")";
  if (status == 407) return proxy + std::string(kProxyCredentialsAdvice);
  if (status >= 500) return proxy + "could not reach " + host + answered;
  return proxy + "does not let fundwatch connect to " + host + answered +
         "; ask who runs the proxy to allow it";
}

std::string words_for_timeout(const Ending& ending, const std::string& host,
                              const config::Fetch& limits) {
  if (ending.is_by_proxy && ending.phase == Phase::resolving) {
    return peer_of(ending, host) + " did not accept a connection within " +
           seconds_text(limits.connect_timeout) + " (fetch.connect_timeout)";
  }
  if (ending.phase == Phase::resolving) {
    return "the host name " + host + " was not answered for by the name server in " +
           seconds_text(limits.connect_timeout) + "; check the name server if others fail too";
  }
  if (ending.phase == Phase::connecting) {
    return host + " did not accept a connection within " + seconds_text(limits.connect_timeout) +
           " (fetch.connect_timeout)";
  }
  if (ending.is_out_of_time) {
    return host + " did not complete its answer within " + seconds_text(limits.total_timeout) +
           " (fetch.total_timeout)";
  }
  return host + " sends its answer more slowly than " + bytes_text(limits.low_speed_bytes) +
         " a second for " + seconds_text(limits.low_speed_time) +
         " (fetch.low_speed_bytes, fetch.low_speed_time); it was given up";
}

std::string words_for_excess(Excess excess, const std::string& host, const config::Fetch& limits) {
  if (excess == Excess::head) {
    return host + " sent more than " + bytes_text(limits.header_bytes_max) +
           " of headers (fetch.header_bytes_max)";
  }
  if (excess == Excess::packed_body) {
    return "the document at " + host + " is larger than " + bytes_text(limits.packed_bytes_max) +
           " as it is sent (fetch.packed_bytes_max)";
  }
  return "the document at " + host + " is larger than " + bytes_text(limits.body_bytes_max) +
         " (fetch.body_bytes_max)";
}

std::string words_for_trust_store(const Ending& ending, const config::Fetch& limits) {
  if (!ending.own_ca_file.empty()) {
    return "the ca_file of this source cannot be read as certificates: " + ending.own_ca_file;
  }
  if (!limits.ca_file.empty()) {
    return "fetch.ca_file cannot be read as certificates: " + limits.ca_file.string();
  }
  return "the certificates that this machine trusts cannot be read; install the package "
         "ca-certificates anew";
}

std::string advice_for_status(int status) {
  switch (status) {
    case 304: return " (not modified) though it was not asked whether it is";
    case 401:
    case 403: return " (refused): the document is not open to fundwatch; ask its owner";
    case 407: return ": " + std::string(kProxyCredentialsAdvice);
    case 404: return " (not found): check whether the document has moved";
    case 410: return " (gone): the document was withdrawn for good; find its successor";
    case 429: return " (too many requests): it will be asked later";
    case 503: return " (not available): it will be asked later";
    default: break;
  }
  if (status >= 500) return ": a fault of that server; it will be asked later";
  if (status >= 400) return ": it does not accept the request; check the address";
  if (status >= 300) return ": a redirect that leads nowhere; check the address";
  return ", which brings no document; check the address";
}

}  // namespace

Fault fault_of(const Ending& ending) {
  if (ending.excess != Excess::none) return Fault::size;
  if (ending.connect_status >= 500) return Fault::connection;
  if (ending.connect_status >= 300) return Fault::proxy;
  switch (ending.code) {
    case CURLE_OK: return Fault::none;
    case CURLE_COULDNT_RESOLVE_HOST: return Fault::name;
    case CURLE_COULDNT_RESOLVE_PROXY: return Fault::proxy;
    case CURLE_COULDNT_CONNECT:
      if (ending.is_by_proxy) return Fault::proxy;
      return ending.refused_address.empty() ? Fault::connection : Fault::address;
    case CURLE_OPERATION_TIMEDOUT:
      return ending.phase == Phase::resolving ? Fault::name : Fault::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
      return lacks_authority(ending.certificate) ? Fault::authority : Fault::tls;
    case CURLE_SSL_CONNECT_ERROR: return Fault::tls;
    case CURLE_SSL_CACERT_BADFILE:
      return ending.own_ca_file.empty() ? Fault::trust_store : Fault::tls;
    case CURLE_FILESIZE_EXCEEDED: return Fault::size;
    default: return Fault::broken;
  }
}

std::string words_for(const Ending& ending, const Hop& hop, const config::Fetch& limits) {
  if (ending.excess != Excess::none) return words_for_excess(ending.excess, hop.host, limits);
  if (ending.connect_status >= 300) return words_for_tunnel(ending.connect_status, hop.host);
  switch (ending.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the host name " + hop.host +
             " was not found; check its spelling, or the name server if others fail too";
    case CURLE_COULDNT_RESOLVE_PROXY:
      return "the host name of the proxy (fetch.proxy) was not found; check its spelling";
    case CURLE_COULDNT_CONNECT: return words_for_connection(ending, hop.host);
    case CURLE_OPERATION_TIMEDOUT: return words_for_timeout(ending, hop.host, limits);
    case CURLE_PEER_FAILED_VERIFICATION:
      return words_for_certificate(ending.certificate, hop.host, ending.detail);
    case CURLE_SSL_CONNECT_ERROR:
      return "no TLS with " + hop.host + " (" + ending.detail + "); tell its owner";
    case CURLE_SSL_CACERT_BADFILE: return words_for_trust_store(ending, limits);
    case CURLE_FILESIZE_EXCEEDED: return words_for_excess(Excess::packed_body, hop.host, limits);
    case CURLE_GOT_NOTHING: return hop.host + " closed the connection without an answer";
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP2: return hop.host + " broke off in the middle of its answer";
    case CURLE_BAD_CONTENT_ENCODING:
      return hop.host + " sent a compressed document that cannot be unpacked";
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return hop.host + " does not answer in HTTP; check the address";
    default: break;
  }
  return hop.host + " could not be asked (" + ending.detail + ")";
}

std::string words_for_status(int status, const Hop& hop) {
  return shortened(hop.url, kUrlCharactersMax) + " answered " + std::to_string(status) +
         advice_for_status(status);
}

std::string words_for_obstacle(const Obstacle& obstacle, int status, const Hop& hop) {
  return shortened(hop.url, kUrlCharactersMax) + " answered " + std::to_string(status) + " with " +
         words_for(obstacle);
}

}  // namespace fundwatch::feeds
