// tests/web/web_support.h — a server on a free port of loopback, and a browser of a few lines.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <string>
#include <thread>
#include <vector>

#include "web/server.h"

namespace fundwatch::tests {

namespace asio = boost::asio;

class WebServer {
 public:
  explicit WebServer(web::Handler handler, const web::ServerLimits& limits = {})
      : WebServer(web::Backend{.answer = std::move(handler)}, limits, {}) {}

  // `backend` without on_fault: what fails is kept in `faults`.
  WebServer(web::Backend backend, const web::ServerLimits& limits,
            std::vector<std::string> trusted_proxies)
      : server_(io_, with_faults(std::move(backend)), limits, std::move(trusted_proxies)) {
    port_ = server_.listen("127.0.0.1:0").value();
    thread_ = std::thread([this] { io_.run(); });
  }
  // On a socket that listens already.
  WebServer(web::Handler handler, int socket)
      : server_(io_, with_faults({.answer = std::move(handler)})) {
    port_ = server_.adopt(socket).value();
    thread_ = std::thread([this] { io_.run(); });
  }
  ~WebServer() {
    io_.stop();
    thread_.join();
  }

  asio::ip::tcp::socket connect(asio::io_context& io) const {
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(port_)});
    return socket;
  }

  // Sends the bytes and reads until the server closes.
  std::string exchange(const std::string& bytes) const {
    asio::io_context io;
    asio::ip::tcp::socket socket = connect(io);
    boost::system::error_code error;
    asio::write(socket, asio::buffer(bytes), error);
    std::string answer;
    asio::read(socket, asio::dynamic_buffer(answer), error);
    return answer;
  }

  std::string get(const std::string& target, const std::string& headers = "") const {
    return exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers +
                    "\r\n");
  }
  std::string post(const std::string& target, const std::string& form,
                   const std::string& headers = "") const {
    return exchange("POST " + target +
                    " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: " +
                    std::to_string(form.size()) + "\r\n" + headers + "\r\n" + form);
  }

  int port() const { return port_; }

  std::vector<std::string> faults;  // to be read after the exchange that made them

 private:
  web::Backend with_faults(web::Backend backend) {
    backend.on_fault = [this](const std::string& words) { faults.push_back(words); };
    return backend;
  }

  asio::io_context io_;
  web::Server server_;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace fundwatch::tests
