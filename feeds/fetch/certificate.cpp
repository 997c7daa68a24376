#include "feeds/fetch/certificate.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <string_view>

namespace fundwatch::feeds {
namespace {

struct FreeNames {
  void operator()(GENERAL_NAMES* names) const { GENERAL_NAMES_free(names); }
};

std::string day_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return "an unreadable day";
  std::array<char, 32> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return {text.data(), length};
}

// What a server writes of itself goes into a message: one line of text, not endless.
std::string plain(std::string_view text) {
  std::string line(text.substr(0, kCertificateNameBytesMax));
  std::ranges::replace_if(
      line, [](char c) { return c < ' ' || c > '~'; }, '?');
  return line;
}

std::vector<std::string> names_of(const X509* certificate) {
  std::vector<std::string> found;
  const std::unique_ptr<GENERAL_NAMES, FreeNames> names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  const int count = names ? sk_GENERAL_NAME_num(names.get()) : 0;
  for (int i = 0; i < count && found.size() < kCertificateNamesMax; ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type != GEN_DNS) continue;
    const auto* bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName));
    const auto length = static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName));
    found.push_back(plain({bytes, length}));
  }
  return found;
}

std::string issuer_part(const X509* certificate, int what) {
  std::array<char, kCertificateNameBytesMax> text{};
  const int length = X509_NAME_get_text_by_NID(X509_get_issuer_name(certificate), what, text.data(),
                                               static_cast<int>(text.size()));
  return length > 0 ? plain({text.data(), static_cast<std::size_t>(length)}) : "";
}

std::string issuer_of(const X509* certificate) {
  const std::string name = issuer_part(certificate, NID_commonName);
  const std::string organisation = issuer_part(certificate, NID_organizationName);
  return name + (name.empty() || organisation.empty() ? "" : ", ") + organisation;
}

int verify(X509_STORE_CTX* chain, void* to) {
  auto& seen = *static_cast<Certificate*>(to);
  seen = {};
  if (const X509* hosts = X509_STORE_CTX_get0_cert(chain)) seen.names = names_of(hosts);
  const int is_accepted = X509_verify_cert(chain);
  const X509* refused = X509_STORE_CTX_get_current_cert(chain);
  if (is_accepted == 1 || refused == nullptr) return is_accepted;
  seen.fault = X509_STORE_CTX_get_error(chain);
  seen.is_hosts = X509_STORE_CTX_get_error_depth(chain) == 0;
  seen.valid_from = day_of(X509_get0_notBefore(refused));
  seen.valid_until = day_of(X509_get0_notAfter(refused));
  seen.issuer = issuer_of(refused);
  return is_accepted;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

std::string words_for_names(const Certificate& certificate, const std::string& host) {
  const std::string of_host = "the TLS certificate of " + host;
  if (certificate.names.empty()) {
    return of_host + " is for no host name at all; tell its owner";
  }
  const bool are_all = certificate.names.size() < kCertificateNamesMax;
  return of_host + " is for " + listed(certificate.names) + (are_all ? "" : " and others") +
         ", not for " + host + "; check the address, or tell its owner";
}

}  // namespace

void trust_too(ssl_ctx_st* context, const std::filesystem::path& ca_file) {
  if (ca_file.empty()) {
    SSL_CTX_set_default_verify_paths(context);
  } else {
    SSL_CTX_load_verify_file(context, ca_file.c_str());
  }
  ERR_clear_error();  // what libcurl finds there it would take for its own
}

void look_at_certificates(ssl_ctx_st* context, Certificate& seen) {
  SSL_CTX_set_cert_verify_callback(context, verify, &seen);
  // So that nothing is verified once the connection is made, when `seen` may be another's.
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
}

bool lacks_authority(const Certificate& certificate) {
  switch (certificate.fault) {
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: return true;
    default: return false;
  }
}

std::string words_for_certificate(const Certificate& certificate, const std::string& host,
                                  const std::string& detail) {
  const std::string which = certificate.is_hosts
                                ? "the TLS certificate of " + host
                                : "a TLS certificate that the one of " + host + " relies on";
  if (lacks_authority(certificate)) {
    return which + " is signed by \"" + certificate.issuer +
           "\", which this machine does not trust; if it is an authority of your own, put its "
           "certificate into the file of fetch.ca_file, or into one for this source alone "
           "(--ca-file); else tell the host's owner, whose server may leave out a certificate in "
           "between";
  }
  switch (certificate.fault) {
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return which + " is only valid from " + certificate.valid_from +
             " on; check this machine's clock, then tell its owner";
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return which + " expired on " + certificate.valid_until + "; its owner must renew it";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return which +
             " is signed by itself, by no authority; if it is meant, put the certificate into the "
             "file of fetch.ca_file, or into one for this source alone (--ca-file)";
    case X509_V_ERR_CERT_REVOKED: return which + " was revoked; tell its owner";
    case X509_V_OK: break;
    default:
      return which + " was not accepted (" + X509_verify_cert_error_string(certificate.fault) +
             "); tell its owner";
  }
  const bool is_named_otherwise = detail.find("subject name") != std::string::npos ||
                                  detail.find("subjectAltName") != std::string::npos;
  if (is_named_otherwise) return words_for_names(certificate, host);
  return which + " was not accepted (" + detail + "); tell its owner";
}

}  // namespace fundwatch::feeds
