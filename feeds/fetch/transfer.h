// feeds/fetch/transfer.h — one hop of one request, on one libcurl handle that is used again and
// again. Sets the handle up, guards the socket, and keeps what comes back within the limits. Does
// not judge it. While a hop's route is unknown (proxy.h), its host is looked up and nothing is
// sent. libcurl's callbacks hold its address: it does not move.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "feeds/fetch/certificate.h"
#include "feeds/fetch/curl_handles.h"
#include "feeds/fetch/faults.h"
#include "feeds/fetch/freshness.h"
#include "feeds/fetch/host_queues.h"
#include "feeds/fetch/policy.h"
#include "feeds/fetch/unpacker.h"
#include "feeds/obstacle.h"

namespace fundwatch::feeds {

// What stood above the body of an answer.
struct Head {
  int status = 0;  // 0: none came, or not to its end
  std::string location;
  std::string content_type;
  std::string retry_after;
  Freshness freshness;
  Validators validators;
};

// All that is left of a hop.
struct Outcome {
  Errand errand;  // with the time that the hop took taken off
  Ending ending;
  Head head;
  std::string body;                  // of a 200, or the beginning of what came with another status
  std::optional<Obstacle> obstacle;  // in the document's place
  LookUp look_up;                    // while the route was unknown
};

class Transfer {
 public:
  explicit Transfer(const Policy& policy);  // which outlives it
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // Makes the handle ready to be performed for this errand's hop.
  void begin(Errand errand);
  CURL* handle() const { return easy_.get(); }

  // To be asked once the handle is done, with the code that libcurl gave for it.
  Outcome take_outcome(CURLcode code);

 private:
  bool is_look_up() const { return errand_.route == Route::unknown; }
  void forget();
  void set_options();
  void set_trust();
  void set_route();
  void set_limits();
  void set_headers();
  void set_payload();
  std::size_t body_bytes_max() const;
  std::string codings() const;
  bool unpack(std::string_view packed);
  bool keep(std::string_view bytes);
  void set_callbacks();
  curl_socket_t look_at(const curl_sockaddr& address);
  Ending ending(CURLcode code) const;
  Head head() const;
  std::optional<Obstacle> obstacle() const;
  int status() const;
  std::chrono::microseconds time_of(CURLINFO what) const;
  std::string header(const char* name) const;

  static std::size_t on_header(char* data, std::size_t, std::size_t bytes, void* self);
  static std::size_t on_body(char* data, std::size_t, std::size_t bytes, void* self);
  static int on_progress(void* self, curl_off_t, curl_off_t got, curl_off_t, curl_off_t);
  static CURLcode on_tls(CURL*, void* context, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype, curl_sockaddr* address);

  const Policy& policy_;
  Errand errand_;
  HeaderList headers_;
  std::string body_;
  std::size_t head_bytes_ = 0;
  std::size_t unwanted_bytes_ = 0;
  std::optional<Unpacker> unpacker_;  // once the body has begun, if its coding is known
  bool has_unpacker_ = false;
  bool is_broken_ = false;  // the document is not packed as its head says
  bool has_head_ = false;
  bool has_socket_ = false;
  std::string refused_address_;
  LookUp look_up_;
  Certificate certificate_;
  Excess excess_ = Excess::none;
  std::array<char, CURL_ERROR_SIZE> detail_{};
  EasyHandle easy_;  // last: it is freed first
};

}  // namespace fundwatch::feeds
