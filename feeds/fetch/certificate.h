// feeds/fetch/certificate.h — what a server's TLS certificate says of itself, looked at while
// OpenSSL verifies it. libcurl tells only that it was refused; a person wants to know which day it
// expired, or which names it has. Changes nothing about what is accepted.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// OpenSSL's own type, so that its headers stay out of ours.
struct ssl_ctx_st;  // NOLINT(readability-identifier-naming): theirs

namespace fundwatch::feeds {

constexpr std::size_t kCertificateNamesMax = 5;
constexpr std::size_t kCertificateNameBytesMax = 255;

struct Certificate {
  std::vector<std::string> names;  // of the host that it is for; the first few
  // Of the certificate that was refused, which may be one further up:
  long fault = 0;           // OpenSSL's X509_V_ERR_…; 0: none was
  bool is_hosts = true;     // rather than one that it relies on
  std::string valid_from;   // "2026-11-24"
  std::string valid_until;  // "2026-11-24"
  std::string issuer;       // "R11, Let's Encrypt"
};

// Trusts the authorities of this PEM file, or of the system's if it is empty, in this context too.
// One that cannot be read adds nothing; whoever relies on it alone is told.
void trust_too(ssl_ctx_st* context, const std::filesystem::path& ca_file);

// From now on, what is verified in this context is written to `seen`, which outlives it.
void look_at_certificates(ssl_ctx_st* context, Certificate& seen);

// Whether it was refused because nobody whom this machine trusts vouches for it.
bool lacks_authority(const Certificate& certificate);

// Why it was refused and what to do. `detail` is libcurl's own words, for what is rare.
std::string words_for_certificate(const Certificate& certificate, const std::string& host,
                                  const std::string& detail);

}  // namespace fundwatch::feeds
