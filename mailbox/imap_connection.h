// mailbox/imap_connection.h — one conversation with an IMAP server over TLS. libcurl opens it and
// logs in; the commands after that are our own, because libcurl's would mark mails as read
// (BODY[] instead of BODY.PEEK[], RFC 3501 § 6.4.5) and end a mail where a line of it looks like
// the server's answer. Belongs to one thread.
#pragma once

#include <curl/curl.h>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/imap.h"
#include "mailbox/imap_reply.h"

namespace fundwatch::mailbox {

class ImapConnection {
 public:
  // `stopping` is asked at least five times a second while anything is waited for.
  ImapConnection(const config::Imap& settings, std::size_t literal_bytes_max,
                 std::function<bool()> stopping);
  ~ImapConnection();
  ImapConnection(const ImapConnection&) = delete;
  ImapConnection& operator=(const ImapConnection&) = delete;

  // `secret` is the password or the access token. Error{fetch} in words, with what to check.
  Result<Done> log_in(const std::string& secret);

  // What the server answers before it says that it is done. Error{fetch} if it refuses, with its
  // words, or has gone silent.
  Result<std::vector<ImapLine>> say(const std::string& command);

 private:
  struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
  };
  static int on_transfer_info(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  Result<Done> send(std::string_view bytes);
  Result<Done> receive();
  Result<Done> wait(short events);
  Error login_fault(CURLcode code) const;
  Error fault(const std::string& words) const;

  const config::Imap& settings_;
  std::function<bool()> stopping_;
  ImapReplies replies_;
  int commands_ = 0;
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::unique_ptr<CURL, FreeEasy> easy_;
};

}  // namespace fundwatch::mailbox
