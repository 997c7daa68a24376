// tests/support/http_server.h — a web server on loopback that does what the test tells it to.
// One thread, one port chosen by the kernel. Each path has a script of answers; what is not
// scripted is a 404. What it was asked is kept for the test to look at.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace fundwatch::tests {

struct HttpRequest {
  std::string method;
  std::string target;                          // path and query
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;                            // as long as its Content-Length says
  int connection = 0;                          // the how-manieth it came over, from 1 on

  std::string header(const std::string& name) const;  // empty if there is none
};

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// The bytes that answer a request, and how they go out.
class HttpAnswer {
 public:
  // With Content-Length, and kept open.
  HttpAnswer(int status, const HttpHeaders& headers, std::string_view body);
  // These bytes and no others; then the connection closes.
  static HttpAnswer exactly(std::string bytes);
  // Nothing, for as long as the server lives.
  static HttpAnswer never();

  // Of the body: what happens once so many bytes of it are out.
  HttpAnswer closing_after(std::size_t body_bytes) &&;
  HttpAnswer resetting_after(std::size_t body_bytes) &&;
  HttpAnswer stalling_after(std::size_t body_bytes) &&;
  // Of bytes that were given exactly: the connection is kept open after them.
  HttpAnswer staying_open() &&;
  // One byte at a time.
  HttpAnswer slowly(std::chrono::milliseconds per_byte) &&;

 private:
  friend class HttpServer;
  enum class End { keep_open, close, reset, stall };

  HttpAnswer(std::string bytes, End end);
  HttpAnswer ending(std::size_t body_bytes, End end) &&;

  std::string bytes_;
  End end_ = End::keep_open;
  std::chrono::milliseconds per_byte_{0};
};

class HttpServer {
 public:
  using Script = std::function<HttpAnswer(const HttpRequest&)>;

  HttpServer();
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // From now on `path` is answered so; a list is gone through in turn, and its last stays.
  void serve(const std::string& path, Script script);
  void serve(const std::string& path, HttpAnswer answer);
  void serve(const std::string& path, std::vector<HttpAnswer> answers);

  int port() const { return port_; }
  std::string url(const std::string& path, const std::string& host = "127.0.0.1") const;

  std::vector<HttpRequest> requests() const;
  void wait_for_requests(std::size_t count) const;
  int connections_at_once_max() const;  // that were open

 private:
  struct Connection {
    int socket = -1;
    int number = 0;
    std::string received{};
    HttpAnswer answer = HttpAnswer::never();
    bool is_answering = false;
    std::size_t sent = 0;
    std::chrono::steady_clock::time_point next_byte{};
  };

  void run();
  void accept_one();
  bool receive(Connection& connection);  // false: it is over
  bool begin_answer(Connection& connection);
  bool send_some(Connection& connection);
  bool finish(Connection& connection);
  HttpAnswer answer_to(const HttpRequest& request);
  int poll_time() const;

  int listener_ = -1;
  int wake_up_ = -1;
  int port_ = 0;
  std::vector<Connection> connections_;  // of the server's thread
  int accepted_ = 0;

  mutable std::mutex mutex_;  // guards what follows
  mutable std::condition_variable has_request_;
  std::map<std::string, Script> scripts_;
  std::vector<HttpRequest> requests_;
  int connections_at_once_max_ = 0;

  std::thread thread_;
};

// As `Content-Encoding: gzip` asks for.
std::string gzipped(const std::string& text);

}  // namespace fundwatch::tests
