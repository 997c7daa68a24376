#include "mailbox/imap_connection.h"

#include <poll.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/text.h"

namespace fundwatch::mailbox {
namespace {

constexpr int kPollMilliseconds = 200;
constexpr std::size_t kReceiveBytes = std::size_t{64} * 1024;
constexpr std::size_t kWordsCharactersMax = 200;

std::string url_of(const config::Imap& settings) {
  const bool is_ipv6 = settings.host.find(':') != std::string::npos;
  return "imaps://" + (is_ipv6 ? "[" + settings.host + "]" : settings.host) + ":" +
         std::to_string(settings.port) + "/";
}

}  // namespace

ImapConnection::ImapConnection(const config::Imap& settings, std::size_t literal_bytes_max,
                               std::function<bool()> stopping)
    : settings_(settings),
      stopping_(std::move(stopping)),
      replies_(literal_bytes_max),
      easy_(curl_easy_init()) {
  CHECK(easy_ != nullptr);
}

ImapConnection::~ImapConnection() = default;

int ImapConnection::on_transfer_info(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<ImapConnection*>(self)->stopping_() ? 1 : 0;
}

Error ImapConnection::fault(const std::string& words) const {
  return {Stage::fetch, "the mailbox at " + settings_.host + ": " + words};
}

Error ImapConnection::login_fault(CURLcode code) const {
  const std::string words = error_.front() == '\0' ? curl_easy_strerror(code) : error_.data();
  const bool is_password = settings_.auth == config::ImapAuth::password;
  switch (static_cast<int>(code)) {
    case CURLE_LOGIN_DENIED:
      return fault("it refuses the login of " + settings_.user + "; check imap.user and " +
                   (is_password ? "the password (imap.password_file)"
                                : "whether the application may read this mailbox"));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return fault(words + "; check imap.host and imap.ca_file");
    case CURLE_ABORTED_BY_CALLBACK: return fault("stopped");
    default: return fault(words + "; check imap.host and imap.port");
  }
}

Result<Done> ImapConnection::log_in(const std::string& secret) {
  CURL* easy = easy_.get();
  const auto seconds_max = static_cast<long>(settings_.timeout.count());
  const std::string url = url_of(settings_);
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "imaps");
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, seconds_max);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, seconds_max);
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!settings_.ca_file.empty()) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, settings_.ca_file.c_str());
  }
  curl_easy_setopt(easy, CURLOPT_USERNAME, settings_.user.c_str());
  if (settings_.auth == config::ImapAuth::xoauth2) {
    curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, secret.c_str());
    curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
  } else {
    curl_easy_setopt(easy, CURLOPT_PASSWORD, secret.c_str());
    curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
  }
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_.data());
  curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_transfer_info);
  curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
  const CURLcode code = curl_easy_perform(easy);
  if (code != CURLE_OK) return login_fault(code);
  return Done{};
}

Result<Done> ImapConnection::wait(short events) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(easy_.get(), CURLINFO_ACTIVESOCKET, &socket);
  if (socket == CURL_SOCKET_BAD) return fault("the connection was lost");
  const auto turns = std::chrono::milliseconds(settings_.timeout).count() / kPollMilliseconds;
  for (long turn = 0; turn <= turns; ++turn) {
    if (stopping_()) return fault("stopped");
    pollfd one{.fd = socket, .events = events, .revents = 0};
    if (poll(&one, 1, kPollMilliseconds) > 0) return Done{};
  }
  return fault("it has not answered for " + std::to_string(settings_.timeout.count()) + " s");
}

Result<Done> ImapConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t sent = 0;
    const CURLcode code = curl_easy_send(easy_.get(), bytes.data(), bytes.size(), &sent);
    if (code != CURLE_OK && code != CURLE_AGAIN) return fault("the connection was lost");
    bytes.remove_prefix(sent);
    if (code == CURLE_OK) continue;
    const auto waited = wait(POLLOUT);
    if (!waited) return waited;
  }
  return Done{};
}

Result<Done> ImapConnection::receive() {
  std::string buffer(kReceiveBytes, '\0');
  for (;;) {
    std::size_t count = 0;
    const CURLcode code = curl_easy_recv(easy_.get(), buffer.data(), buffer.size(), &count);
    if (code == CURLE_OK && count > 0) {
      replies_.add(std::string_view(buffer).substr(0, count));
      return Done{};
    }
    if (code != CURLE_AGAIN) return fault("the connection was lost");
    const auto waited = wait(POLLIN);
    if (!waited) return waited;
  }
}

Result<std::vector<ImapLine>> ImapConnection::say(const std::string& command) {
  const std::string tag = "f" + std::to_string(++commands_) + " ";
  const auto sent = send(tag + command + "\r\n");
  if (!sent) return sent.error();
  std::vector<ImapLine> lines;
  for (;;) {
    auto line = replies_.next();
    if (replies_.broken()) return fault("it sends more than it may");
    if (!line) {
      const auto received = receive();
      if (!received) return received.error();
    } else if (line->text.starts_with(tag + "OK")) {
      return lines;
    } else if (line->text.starts_with(tag)) {
      return fault("it refuses " + shortened(command, kWordsCharactersMax) + ": " +
                   shortened(collapsed(line->text.substr(tag.size())), kWordsCharactersMax));
    } else {
      lines.push_back(*std::move(line));
    }
  }
}

}  // namespace fundwatch::mailbox
