#include "feeds/fetch/faults.h"

#include <cerrno>
#include <cstddef>
#include <system_error>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kUrlCharactersMax = 200;  // of a message

// From OpenSSL's x509_vfy.h, whose numbers are part of its ABI.
constexpr long kNotYetValid = 9;
constexpr long kExpired = 10;
constexpr long kSelfSigned = 18;
constexpr long kSelfSignedInChain = 19;
constexpr long kIssuerUnknown = 20;
constexpr long kIssuerMissing = 21;

std::string seconds_text(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }

std::string bytes_text(std::size_t bytes) {
  constexpr std::size_t kilo = 1024;
  if (bytes >= kilo * kilo) return std::to_string(bytes / kilo / kilo) + " MB";
  if (bytes >= kilo) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + " bytes";
}

std::string words_for_certificate(const Ending& ending, const std::string& host) {
  const std::string certificate = "the TLS certificate of " + host;
  switch (ending.certificate_fault) {
    case kNotYetValid:
      return certificate + " is not valid yet; check this machine's clock, then tell its owner";
    case kExpired: return certificate + " has expired; its owner must renew it";
    case kSelfSigned:
    case kSelfSignedInChain:
    case kIssuerUnknown:
    case kIssuerMissing:
      return certificate +
             " is not signed by an authority that this machine trusts; if it is an own one, give "
             "its CA certificate as fetch.ca_file";
    default: break;
  }
  if (ending.detail.find("subject name") != std::string::npos) {
    return certificate + " is for another host name; check the address";
  }
  return certificate + " was not accepted (" + ending.detail + ")";
}

std::string words_for_connection(const Ending& ending, const std::string& host) {
  if (!ending.refused_address.empty()) {
    return "the address " + ending.refused_address + " of host " + host +
           " is not public; list it under fetch.allowed_addresses if it is meant";
  }
  if (ending.os_error == ECONNREFUSED) {
    return host + " refuses connections; check the address, or whether its server is down";
  }
  return "no connection to " + host + " (" + std::generic_category().message(ending.os_error) +
         "); check the network of this machine";
}

std::string words_for_timeout(const Ending& ending, const std::string& host,
                              const config::Fetch& limits) {
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
  return host + " sends its answer too slowly; it was given up";
}

std::string words_for_excess(Excess excess, const std::string& host, const config::Fetch& limits) {
  if (excess == Excess::head) {
    return host + " sent more than " + bytes_text(limits.header_bytes_max) +
           " of headers (fetch.header_bytes_max)";
  }
  return "the document at " + host + " is larger than " + bytes_text(limits.body_bytes_max) +
         " (fetch.body_bytes_max)";
}

std::string advice_for_status(int status) {
  switch (status) {
    case 304: return " (not modified) though it was not asked whether it is";
    case 401:
    case 403: return " (refused): the document is not open to fundwatch; ask its owner";
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
  switch (ending.code) {
    case CURLE_OK: return Fault::none;
    case CURLE_COULDNT_RESOLVE_HOST: return Fault::name;
    case CURLE_COULDNT_CONNECT:
      return ending.refused_address.empty() ? Fault::connection : Fault::address;
    case CURLE_OPERATION_TIMEDOUT:
      return ending.phase == Phase::resolving ? Fault::name : Fault::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return Fault::tls;
    case CURLE_FILESIZE_EXCEEDED: return Fault::size;
    default: return Fault::broken;
  }
}

std::string words_for(const Ending& ending, const Hop& hop, const config::Fetch& limits) {
  if (ending.excess != Excess::none) return words_for_excess(ending.excess, hop.host, limits);
  switch (ending.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the host name " + hop.host +
             " was not found; check its spelling, or the name server if others fail too";
    case CURLE_COULDNT_CONNECT: return words_for_connection(ending, hop.host);
    case CURLE_OPERATION_TIMEDOUT: return words_for_timeout(ending, hop.host, limits);
    case CURLE_PEER_FAILED_VERIFICATION: return words_for_certificate(ending, hop.host);
    case CURLE_SSL_CONNECT_ERROR:
      return "no TLS with " + hop.host + " (" + ending.detail + "); tell its owner";
    case CURLE_SSL_CACERT_BADFILE:
      return "the file of fetch.ca_file cannot be read as certificates: " + limits.ca_file.string();
    case CURLE_FILESIZE_EXCEEDED: return words_for_excess(Excess::body, hop.host, limits);
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

}  // namespace fundwatch::feeds
