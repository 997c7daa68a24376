#include "tests/support/http_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/text.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view kHeadEnd = "\r\n\r\n";

sockaddr_in loopback() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

void must(bool is_done, const char* what) {
  if (!is_done) throw std::runtime_error(std::string("test server: ") + what);
}

HttpRequest parsed(std::string_view head, int connection) {
  HttpRequest request;
  request.connection = connection;
  const auto lines = split(head, '\n');
  const auto words = split(trimmed(lines.front()), ' ');
  request.method = words.front();
  if (words.size() > 1) request.target = words[1];
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto colon = lines[i].find(':');
    if (colon == std::string_view::npos) continue;
    request.headers[ascii_lower(lines[i].substr(0, colon))] = trimmed(lines[i].substr(colon + 1));
  }
  return request;
}

}  // namespace

std::string HttpRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

HttpAnswer::HttpAnswer(int status, const HttpHeaders& headers, std::string_view body) {
  bytes_ = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
  for (const auto& [name, value] : headers) bytes_.append(name).append(": ").append(value + "\r\n");
  const bool has_body = status != 304 && status != 204;
  if (has_body) bytes_ += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  bytes_ += "\r\n";
  if (has_body) bytes_ += body;
}

HttpAnswer::HttpAnswer(std::string bytes, End end) : bytes_(std::move(bytes)), end_(end) {}

HttpAnswer HttpAnswer::exactly(std::string bytes) { return {std::move(bytes), End::close}; }

HttpAnswer HttpAnswer::never() { return {"", End::stall}; }

HttpAnswer HttpAnswer::ending(std::size_t body_bytes, End end) && {
  bytes_.resize(std::min(bytes_.size(), bytes_.find(kHeadEnd) + kHeadEnd.size() + body_bytes));
  end_ = end;
  return std::move(*this);
}

HttpAnswer HttpAnswer::closing_after(std::size_t body_bytes) && {
  return std::move(*this).ending(body_bytes, End::close);
}

HttpAnswer HttpAnswer::resetting_after(std::size_t body_bytes) && {
  return std::move(*this).ending(body_bytes, End::reset);
}

HttpAnswer HttpAnswer::stalling_after(std::size_t body_bytes) && {
  return std::move(*this).ending(body_bytes, End::stall);
}

HttpAnswer HttpAnswer::staying_open() && {
  end_ = End::keep_open;
  return std::move(*this);
}

HttpAnswer HttpAnswer::slowly(milliseconds per_byte) && {
  per_byte_ = per_byte;
  return std::move(*this);
}

HttpServer::HttpServer() {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  wake_up_ = eventfd(0, EFD_CLOEXEC);
  must(listener_ >= 0 && wake_up_ >= 0, "no socket");
  sockaddr_in address = loopback();
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  must(bind(listener_, any, size) == 0 && listen(listener_, SOMAXCONN) == 0, "cannot listen");
  must(getsockname(listener_, any, &size) == 0, "no port");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

HttpServer::~HttpServer() {
  eventfd_write(wake_up_, 1);
  thread_.join();
  for (const Connection& connection : connections_) close(connection.socket);
  close(wake_up_);
  close(listener_);
}

void HttpServer::serve(const std::string& path, Script script) {
  const std::lock_guard lock(mutex_);
  scripts_[path] = std::move(script);
}

void HttpServer::serve(const std::string& path, HttpAnswer answer) {
  serve(path, [answer = std::move(answer)](const HttpRequest&) { return answer; });
}

void HttpServer::serve(const std::string& path, std::vector<HttpAnswer> answers) {
  serve(path, [answers = std::move(answers), next = std::size_t{0}](const HttpRequest&) mutable {
    const std::size_t current = next;
    next = std::min(next + 1, answers.size() - 1);
    return answers.at(current);
  });
}

std::string HttpServer::url(const std::string& path, const std::string& host) const {
  return "http://" + host + ":" + std::to_string(port_) + path;
}

std::vector<HttpRequest> HttpServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void HttpServer::wait_for_requests(std::size_t count) const {
  std::unique_lock lock(mutex_);
  has_request_.wait(lock, [&] { return requests_.size() >= count; });
}

int HttpServer::connections_at_once_max() const {
  const std::lock_guard lock(mutex_);
  return connections_at_once_max_;
}

void HttpServer::run() {
  while (true) {
    std::vector<pollfd> sockets{{wake_up_, POLLIN, 0}, {listener_, POLLIN, 0}};
    for (const Connection& connection : connections_) {
      const bool is_ready = connection.is_answering &&
                            connection.sent < connection.answer.bytes_.size() &&
                            connection.next_byte <= steady_clock::now();
      const int events = is_ready ? POLLIN | POLLOUT : POLLIN;
      sockets.push_back({connection.socket, static_cast<short>(events), 0});
    }
    poll(sockets.data(), sockets.size(), poll_time());
    if (sockets[0].revents != 0) return;
    std::vector<Connection> open;
    for (std::size_t i = 0; i < connections_.size(); ++i) {
      Connection& connection = connections_[i];
      const int events = sockets[i + 2].revents;
      bool is_open = (events & (POLLIN | POLLERR | POLLHUP)) == 0 || receive(connection);
      if (is_open && (events & POLLOUT) != 0) is_open = send_some(connection);
      if (is_open) {
        open.push_back(std::move(connection));
      } else {
        close(connection.socket);
      }
    }
    connections_ = std::move(open);
    if (sockets[1].revents != 0) accept_one();
  }
}

void HttpServer::accept_one() {
  const int socket = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) return;
  connections_.push_back({.socket = socket, .number = ++accepted_});
  const std::lock_guard lock(mutex_);
  connections_at_once_max_ =
      std::max(connections_at_once_max_, static_cast<int>(connections_.size()));
}

bool HttpServer::receive(Connection& connection) {
  std::array<char, 16384> bytes{};
  const auto count = recv(connection.socket, bytes.data(), bytes.size(), 0);
  if (count < 0) return errno == EAGAIN;
  if (count == 0) return false;
  connection.received.append(bytes.data(), static_cast<std::size_t>(count));
  return connection.is_answering || begin_answer(connection);
}

bool HttpServer::begin_answer(Connection& connection) {
  const auto end = connection.received.find(kHeadEnd);
  if (end == std::string::npos) return true;
  HttpRequest request = parsed(connection.received.substr(0, end), connection.number);
  const std::size_t head_bytes = end + kHeadEnd.size();
  const std::size_t body_bytes =
      std::strtoul(request.header("content-length").c_str(), nullptr, 10);
  if (connection.received.size() < head_bytes + body_bytes) return true;
  request.body = connection.received.substr(head_bytes, body_bytes);
  connection.received.erase(0, head_bytes + body_bytes);
  connection.answer = answer_to(request);
  connection.is_answering = true;
  connection.sent = 0;
  connection.next_byte = steady_clock::now();
  return !connection.answer.bytes_.empty() || finish(connection);
}

HttpAnswer HttpServer::answer_to(const HttpRequest& request) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(request);
  has_request_.notify_all();
  const auto script = scripts_.find(request.target);
  return script == scripts_.end() ? HttpAnswer(404, {}, "") : script->second(request);
}

bool HttpServer::send_some(Connection& connection) {
  const HttpAnswer& answer = connection.answer;
  const std::size_t left = answer.bytes_.size() - connection.sent;
  const bool is_slow = answer.per_byte_.count() > 0;
  const auto count = send(connection.socket, answer.bytes_.data() + connection.sent,
                          is_slow ? 1 : left, MSG_NOSIGNAL);
  if (count < 0) return errno == EAGAIN;
  connection.sent += static_cast<std::size_t>(count);
  connection.next_byte += answer.per_byte_;
  return connection.sent < answer.bytes_.size() || finish(connection);
}

bool HttpServer::finish(Connection& connection) {
  switch (connection.answer.end_) {
    case HttpAnswer::End::close: return false;
    case HttpAnswer::End::stall: return true;
    case HttpAnswer::End::reset: {
      const linger at_once{.l_onoff = 1, .l_linger = 0};
      setsockopt(connection.socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      return false;
    }
    case HttpAnswer::End::keep_open: break;
  }
  connection.is_answering = false;
  return begin_answer(connection);
}

int HttpServer::poll_time() const {
  constexpr milliseconds forever{-1};
  milliseconds shortest = forever;
  for (const Connection& connection : connections_) {
    if (connection.sent == 0 || connection.sent >= connection.answer.bytes_.size()) continue;
    const auto left = std::chrono::ceil<milliseconds>(connection.next_byte - steady_clock::now());
    const auto wait = std::max(left, milliseconds{0});
    shortest = shortest == forever ? wait : std::min(shortest, wait);
  }
  return static_cast<int>(shortest.count());
}

std::string gzipped(const std::string& text) {
  const TemporaryFolder folder;
  const auto file = folder / "text";
  std::ofstream(file, std::ios::binary) << text;
  must(std::system(("gzip -9 '" + file.string() + "'").c_str()) == 0, "gzip");
  std::ifstream packed(file.string() + ".gz", std::ios::binary);
  return {std::istreambuf_iterator<char>(packed), {}};
}

}  // namespace fundwatch::tests
