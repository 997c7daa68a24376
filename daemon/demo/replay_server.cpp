#include "daemon/demo/replay_server.h"

#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <functional>
#include <memory>

namespace fundwatch::daemon::demo {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t kRequestBytesMax = 16'384;

std::string reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 304: return "Not Modified";
    case 404: return "Not Found";
    default: return "Service Unavailable";
  }
}

std::string etag_of(const Document& document) {
  return "\"" + std::to_string(std::hash<std::string>{}(document.bytes)) + "\"";
}

std::string path_of(const std::string& request) {
  const auto begin = request.find(' ');
  const auto end = request.find(' ', begin + 1);
  return begin == std::string::npos ? "" : request.substr(begin + 1, end - begin - 1);
}

std::string answer(const std::map<std::string, Document>& documents, const std::string& request) {
  const auto found = documents.find(path_of(request));
  Document document = found != documents.end() ? found->second : Document{404, "text/plain", ""};
  const std::string etag = etag_of(document);
  if (document.status == 200 && request.find("If-None-Match: " + etag) != std::string::npos) {
    document.status = 304;
    document.bytes.clear();
  }
  return "HTTP/1.1 " + std::to_string(document.status) + " " + reason_of(document.status) +
         "\r\nContent-Type: " + document.content_type + "\r\nETag: " + etag +
         "\r\nContent-Length: " + std::to_string(document.bytes.size()) +
         "\r\nConnection: close\r\n\r\n" + document.bytes;
}

// One request and its answer; alive as long as its callbacks are.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  Exchange(tcp::socket socket, const std::map<std::string, Document>& documents)
      : socket_(std::move(socket)), documents_(documents) {}

  void run() {
    asio::async_read_until(socket_, asio::dynamic_buffer(request_, kRequestBytesMax), "\r\n\r\n",
                           [self = shared_from_this()](const auto& error, std::size_t) {
                             if (!error) self->reply();
                           });
  }

 private:
  void reply() {
    reply_ = answer(documents_, request_);
    asio::async_write(socket_, asio::buffer(reply_),
                      [self = shared_from_this()](auto, std::size_t) {
                        boost::system::error_code ignored;
                        self->socket_.shutdown(tcp::socket::shutdown_both, ignored);
                      });
  }

  tcp::socket socket_;
  const std::map<std::string, Document>& documents_;
  std::string request_;
  std::string reply_;
};

}  // namespace

ReplayServer::ReplayServer(asio::io_context& io, std::map<std::string, Document> documents)
    : acceptor_(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
      documents_(std::move(documents)) {
  accept();
}

void ReplayServer::accept() {
  acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
    if (error) return;
    std::make_shared<Exchange>(std::move(socket), documents_)->run();
    accept();
  });
}

}  // namespace fundwatch::daemon::demo
