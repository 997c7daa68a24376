// mailbox/curl_session.h — one libcurl transfer at a time, on a connection that is kept between
// them. Runs on the calling thread. A stop, asked for on any thread, ends a transfer within 200 ms:
// it cuts the connection, because libcurl waits for an SMTP server's last answer without looking
// up.
#pragma once

#include <curl/curl.h>

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

namespace fundwatch::mailbox {

class CurlSession {
 public:
  // `on_progress` is called about once a second or more often while a transfer runs.
  CurlSession(std::stop_token stop, std::function<void()> on_progress);
  ~CurlSession();
  CurlSession(const CurlSession&) = delete;
  CurlSession& operator=(const CurlSession&) = delete;

  // A handle with libcurl's defaults, but deaf to proxies of the environment and to signals; valid
  // until the next call of fresh() or close().
  CURL* fresh();

  // Runs the transfer that was set up. When a stop was asked for, any code but CURLE_OK.
  CURLcode run();

  // Why the last run failed, in libcurl's words.
  std::string words() const;

  // Whether the last run came to open a connection of its own.
  bool has_connected() const { return sockets_.opened() > openings_before_; }

  bool is_stopping() const { return stop_.stop_requested(); }

  // Ends the kept connection: takes leave, but does not wait for the answer.
  void close();

 private:
  // What libcurl has open, so that another thread can end what waits for it.
  class Sockets {
   public:
    curl_socket_t open(const curl_sockaddr& address);
    int close(curl_socket_t socket);
    void cut();     // from any thread; nothing can be opened afterwards
    void deafen();  // what is read from now on is the end
    long opened() const { return opened_; }

   private:
    std::mutex mutex_;
    long opened_ = 0;  // since the beginning
    std::vector<curl_socket_t> open_;
    bool is_cut_ = false;
  };
  struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  };
  struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };

  static curl_socket_t on_open(void* session, curlsocktype purpose, curl_sockaddr* address);
  static int on_close(void* session, curl_socket_t socket);
  static int on_transfer_info(void* session, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  CURLcode run_to_end();

  std::stop_token stop_;
  std::function<void()> on_progress_;
  Sockets sockets_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  CURLcode result_ = CURLE_OK;
  long openings_before_ = 0;  // the last run
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::unique_ptr<CURL, FreeEasy> easy_;
};

}  // namespace fundwatch::mailbox
