#include "digest/server_certificate.h"

#include <string_view>

namespace fundwatch::digest {
namespace {

constexpr long kProbeSecondsMax = 10;

// libcurl gives a chain of lists of "Name:value"; ours is the first, the server's own.
std::string field(const curl_slist* certificate, std::string_view name) {
  for (; certificate != nullptr; certificate = certificate->next) {
    const std::string_view line = certificate->data;
    if (line.starts_with(name)) return std::string(line.substr(name.size()));
  }
  return "?";
}

}  // namespace

std::string url_of(const config::Smtp& settings) {
  const bool is_ipv6 = settings.host.find(':') != std::string::npos;
  return (settings.tls == config::SmtpTls::implicit ? "smtps://" : "smtp://") +
         (is_ipv6 ? "[" + settings.host + "]" : settings.host) + ":" +
         std::to_string(settings.port);
}

std::string presented_certificate(mailbox::CurlSession& session, const config::Smtp& settings) {
  CURL* easy = session.fresh();
  curl_easy_setopt(easy, CURLOPT_URL, url_of(settings).c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
  curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L);
  curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, kProbeSecondsMax);
  session.run();
  const curl_certinfo* chain = nullptr;
  curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain);
  if (chain == nullptr || chain->num_of_certs < 1) return {};
  const curl_slist* certificate = chain->certinfo[0];
  return "it is for " + field(certificate, "X509v3 Subject Alternative Name:") + " (" +
         field(certificate, "Subject:") + "), valid from " + field(certificate, "Start date:") +
         " to " + field(certificate, "Expire date:") + ", issued by " +
         field(certificate, "Issuer:");
}

}  // namespace fundwatch::digest
