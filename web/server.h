// web/server.h — the HTTP server: sockets, limits and the headers that every reply has.
// Runs on the io_context's thread and never waits there: a page must be quick. HTTP/1.1 without
// TLS, for loopback or a reverse proxy; no request can make it hold more than its limits.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <string>

#include "base/result.h"
#include "web/http.h"

namespace fundwatch::web {

struct ServerLimits {
  int connections_max = 200;
  std::size_t header_bytes_max = std::size_t{16} * 1024;
  std::size_t body_bytes_max = kFormBytesMax;
  std::chrono::seconds patience{30};  // for a whole request, and for a reply to be taken
  int requests_max = 1000;            // on one connection
};

class Server {
 public:
  // Both are called on the io_context's thread, which outlives the server. What `handler` throws is
  // our fault or the installation's: the reader gets a page that says so, `on_fault` the words.
  Server(boost::asio::io_context& io, Handler handler,
         std::function<void(const std::string&)> on_fault, const ServerLimits& limits = {})
      : io_(io),
        handler_(std::move(handler)),
        on_fault_(std::move(on_fault)),
        limits_(limits),
        acceptor_(io) {}

  // Listens on "127.0.0.1:8080" or "[::1]:8080"; port 0 is any free one. Answers the port, or in
  // words why not and what to do.
  Result<int> listen(const std::string& address);

  // No new connections; those there are end with the io_context.
  void stop();

 private:
  boost::asio::awaitable<void> accept_all();
  boost::asio::awaitable<void> converse(boost::asio::ip::tcp::socket socket);

  Reply answer(const Request& request) const;

  boost::asio::io_context& io_;
  Handler handler_;
  std::function<void(const std::string&)> on_fault_;
  ServerLimits limits_;
  boost::asio::ip::tcp::acceptor acceptor_;
  int connections_ = 0;
};

}  // namespace fundwatch::web
