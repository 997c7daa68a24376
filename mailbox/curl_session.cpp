#include "mailbox/curl_session.h"

#include <sys/socket.h>
#include <unistd.h>

#include <utility>

#include "base/check.h"

namespace fundwatch::mailbox {
namespace {

constexpr int kPollMilliseconds = 100;
constexpr long kKeptConnectionsMax = 1;

}  // namespace

curl_socket_t CurlSession::Sockets::open(const curl_sockaddr& address) {
  const std::lock_guard lock(mutex_);
  if (is_cut_) return CURL_SOCKET_BAD;
  const int opened = socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
  if (opened < 0) return CURL_SOCKET_BAD;
  open_.push_back(opened);
  ++opened_;
  return opened;
}

int CurlSession::Sockets::close(curl_socket_t socket) {
  const std::lock_guard lock(mutex_);
  std::erase(open_, socket);
  return ::close(socket);
}

void CurlSession::Sockets::cut() {
  const std::lock_guard lock(mutex_);
  is_cut_ = true;
  for (const curl_socket_t socket : open_) shutdown(socket, SHUT_RDWR);
}

void CurlSession::Sockets::deafen() {
  const std::lock_guard lock(mutex_);
  for (const curl_socket_t socket : open_) shutdown(socket, SHUT_RD);
}

CurlSession::CurlSession(std::stop_token stop, std::function<void()> on_progress)
    : stop_(std::move(stop)), on_progress_(std::move(on_progress)) {}

CurlSession::~CurlSession() { close(); }

CURL* CurlSession::fresh() {
  if (!multi_) {
    multi_.reset(curl_multi_init());
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, kKeptConnectionsMax);
  }
  if (!easy_) easy_.reset(curl_easy_init());
  CURL* easy = easy_.get();
  CHECK(multi_ && easy);
  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  // A name server that does not answer must not hold up the end of a transfer.
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_.data());
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_open);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, on_close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_transfer_info);
  curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
  return easy;
}

curl_socket_t CurlSession::on_open(void* session, curlsocktype, curl_sockaddr* address) {
  return static_cast<CurlSession*>(session)->sockets_.open(*address);
}

int CurlSession::on_close(void* session, curl_socket_t socket) {
  return static_cast<CurlSession*>(session)->sockets_.close(socket);
}

int CurlSession::on_transfer_info(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& self = *static_cast<CurlSession*>(session);
  self.on_progress_();
  return self.is_stopping() ? 1 : 0;
}

CURLcode CurlSession::run() {
  error_.front() = '\0';
  openings_before_ = sockets_.opened();
  curl_multi_add_handle(multi_.get(), easy_.get());
  {
    const std::stop_callback on_stop(stop_, [this] {
      sockets_.cut();
      curl_multi_wakeup(multi_.get());
    });
    result_ = run_to_end();
  }
  curl_multi_remove_handle(multi_.get(), easy_.get());
  return result_;
}

// Never leaves early: a transfer that is taken away from libcurl 7.88 in the middle of a mail is
// ended there as if the mail were complete.
CURLcode CurlSession::run_to_end() {
  for (;;) {
    int running = 0;
    curl_multi_perform(multi_.get(), &running);
    int left = 0;
    if (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      return message->data.result;
    }
    curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
  }
}

std::string CurlSession::words() const {
  return error_.front() == '\0' ? curl_easy_strerror(result_) : error_.data();
}

// libcurl says QUIT, and would then wait for as long as two minutes for the answer.
void CurlSession::close() {
  sockets_.deafen();
  easy_.reset();
  multi_.reset();
}

}  // namespace fundwatch::mailbox
