// daemon/demo/replay_server.h — a tiny web server on loopback that plays the demo's documents.
// GET only; each document has one status, a content type, bytes and an ETag, and answers
// conditional requests with 304. Lives on the caller's io_context; not for anything but the demo
// and tests.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <map>
#include <string>

namespace fundwatch::daemon::demo {

struct Document {
  int status = 200;
  std::string content_type;
  std::string bytes;
};

class ReplayServer {
 public:
  // Listens on a port that the system chooses.
  ReplayServer(boost::asio::io_context& io, std::map<std::string, Document> documents);

  int port() const { return acceptor_.local_endpoint().port(); }

 private:
  void accept();

  boost::asio::ip::tcp::acceptor acceptor_;
  std::map<std::string, Document> documents_;  // by path
};

}  // namespace fundwatch::daemon::demo
