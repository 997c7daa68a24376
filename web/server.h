// web/server.h — the HTTP server: sockets, limits and the headers that every reply has.
// Runs on the io_context's thread and never waits there: what takes long is answered on the pool.
// HTTP/1.1 without TLS, for loopback or a reverse proxy; no request can make it hold more than its
// limits.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"
#include "web/http.h"
#include "web/pool.h"

namespace fundwatch::web {

struct ServerLimits {
  int connections_max = 400;
  std::size_t header_bytes_max = std::size_t{16} * 1024;
  std::size_t body_bytes_max = kBodyBytesMax;
  std::chrono::seconds patience{30};  // for a whole request, and for a reply to be taken
  int requests_max = 1000;            // on one connection
};

// That something went wrong here, in both languages.
Reply failed_plainly(const std::string& number);

// What stands behind the server.
struct Backend {
  Handler answer;  // called on the io_context's thread: quick
  // Gets the words of what `answer` or the pool's handlers throw, our fault or the installation's,
  // with a number that the reader is told too. Called on any thread.
  std::function<void(const std::string&)> on_fault;
  // The page that says so to the reader.
  std::function<Reply(const std::string& number)> failed = failed_plainly;
  std::function<Lane(const Request&)> lane_of = [](const Request&) { return Lane::page; };
  std::function<Pool*()> pool = [] { return nullptr; };  // where the other lanes are answered
};

// What "127.0.0.1:8080" or "[::1]:8080" names; nothing if it is not written so.
std::optional<boost::asio::ip::tcp::endpoint> endpoint_of(const std::string& address);

// So many are let in before pages get their turn.
inline constexpr int kAcceptedAtOnceMax = 256;

class Server {
 public:
  // The io_context outlives the server, and ends after the pool. `trusted_proxies` as in
  // web/sender.h.
  Server(boost::asio::io_context& io, Backend backend, const ServerLimits& limits = {},
         std::vector<std::string> trusted_proxies = {})
      : io_(io),
        backend_(std::move(backend)),
        limits_(limits),
        trusted_proxies_(std::move(trusted_proxies)),
        acceptor_(io) {}

  // Listens on "127.0.0.1:8080" or "[::1]:8080"; port 0 is any free one. Answers the port, or in
  // words why not and what to do.
  Result<int> listen(const std::string& address);

  // Serves on a TCP socket that listens already, by whoever made it, and owns it from now on.
  // Answers the port.
  Result<int> adopt(int descriptor);

  // No new connections; those there are end with the io_context.
  void stop();

 private:
  boost::asio::awaitable<void> accept_all();
  bool accept_waiting();  // false if the system gives no more sockets
  boost::asio::awaitable<void> converse(boost::asio::ip::tcp::socket socket);

  boost::asio::awaitable<Reply> answer(const Request& request);
  boost::asio::awaitable<Reply> answer_on_pool(const Request& request, Lane lane);
  Reply answer_by(const Handler& handler, const Request& request) const;

  boost::asio::io_context& io_;
  Backend backend_;
  ServerLimits limits_;
  std::vector<std::string> trusted_proxies_;
  boost::asio::ip::tcp::acceptor acceptor_;
  int connections_ = 0;
};

}  // namespace fundwatch::web
