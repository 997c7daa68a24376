#include "tests/support/smtp_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>
#include <utility>

namespace fundwatch::tests {
namespace {

// Small, so that a client has to send a mail in many pieces.
constexpr int kReceiveBufferBytes = 4096;

constexpr std::string_view kBase64Letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) text += kBase64Letters[(bits >> (count - 6)) & 63];
  }
  if (count > 0) text += kBase64Letters[(bits << (6 - count)) & 63];
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::string with_line_ends(const std::string& reply) {
  std::string text;
  for (const char c : reply) {
    if (c == '\n') text += '\r';
    text += c;
  }
  return text + "\r\n";
}

// "MAIL FROM:<a@b> SIZE=3" -> "a@b"
std::string address_in(const std::string& command) {
  const auto begin = command.find('<') + 1;
  return command.substr(begin, command.find('>') - begin);
}

int listening_socket(int& port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &kReceiveBufferBytes, sizeof kReceiveBufferBytes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      listen(listener, 16) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the mail server");
  }
  port = ntohs(address.sin_port);
  return listener;
}

}  // namespace

SmtpServer::SmtpServer() : wake_up_(eventfd(0, EFD_CLOEXEC)) {
  listener_ = listening_socket(port_);
  thread_ = std::thread([this] { run(); });
}

SmtpServer::~SmtpServer() {
  eventfd_write(wake_up_, 1);
  thread_.join();
  for (const Connection& connection : open_) close(connection.socket);
  close(listener_);
  close(wake_up_);
}

void SmtpServer::once(SmtpPoint point, SmtpReaction reaction) {
  const std::lock_guard lock(mutex_);
  once_[point].push_back(std::move(reaction));
}

void SmtpServer::always(SmtpPoint point, SmtpReaction reaction) {
  const std::lock_guard lock(mutex_);
  always_[point] = std::move(reaction);
}

void SmtpServer::require_login(const std::string& mechanisms, const std::string& user,
                               const std::string& secret) {
  const std::lock_guard lock(mutex_);
  mechanisms_ = mechanisms;
  user_ = user;
  secret_ = secret;
}

void SmtpServer::hang_up(const std::string& parting_words) {
  const std::lock_guard lock(mutex_);
  for (Connection& connection : open_) {
    const std::string words = parting_words.empty() ? "" : with_line_ends(parting_words);
    send(connection.socket, words.data(), words.size(), MSG_NOSIGNAL);
    shutdown(connection.socket, SHUT_RDWR);
  }
}

void SmtpServer::wait_for(SmtpPoint point) {
  std::unique_lock lock(mutex_);
  has_come_.wait(lock, [&] { return visits_[point] > 0; });
}

std::vector<SmtpTaken> SmtpServer::taken() const {
  const std::lock_guard lock(mutex_);
  return taken_;
}

std::vector<std::vector<std::string>> SmtpServer::conversations() const {
  const std::lock_guard lock(mutex_);
  return conversations_;
}

void SmtpServer::run() {
  for (;;) {
    std::vector<pollfd> watched{{wake_up_, POLLIN, 0}, {listener_, POLLIN, 0}};
    for (const Connection& connection : open_) watched.push_back({connection.socket, POLLIN, 0});
    poll(watched.data(), watched.size(), -1);
    if (watched[0].revents != 0) return;
    const std::lock_guard lock(mutex_);
    auto connection = open_.begin();
    for (std::size_t i = 2; i < watched.size(); ++i, ++connection) {
      if (watched[i].revents != 0) receive(*connection);
    }
    if (watched[1].revents != 0) accept_one();
    std::erase_if(open_, [](const Connection& each) {
      return each.state == State::over && close(each.socket) == 0;
    });
  }
}

void SmtpServer::accept_one() {
  const int accepted = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
  if (accepted < 0) return;
  open_.push_back({.socket = accepted, .number = conversations_.size()});
  conversations_.emplace_back();
  react(open_.back(), SmtpPoint::greeting, "220 relay.test ready");
}

void SmtpServer::receive(Connection& connection) {
  char bytes[4096];
  const auto count = recv(connection.socket, bytes, sizeof bytes, 0);
  if (count <= 0) connection.state = State::over;
  if (count <= 0 || connection.is_silent) return;
  connection.received.append(bytes, static_cast<std::size_t>(count));
  std::size_t end = 0;
  while (connection.state != State::over && !connection.is_silent &&
         (end = connection.received.find("\r\n")) != std::string::npos) {
    const std::string line = connection.received.substr(0, end);
    connection.received.erase(0, end + 2);
    hear(connection, line);
  }
}

void SmtpServer::hear(Connection& connection, const std::string& line) {
  if (connection.state == State::body) return hear_body(connection, line);
  conversations_[connection.number].push_back(line);
  if (connection.state == State::login) return hear_login(connection, line);
  hear_command(connection, line);
}

void SmtpServer::hear_command(Connection& connection, const std::string& line) {
  const std::string verb = line.substr(0, line.find(' '));
  if (verb == "EHLO") {
    react(connection, SmtpPoint::ehlo, ehlo_reply());
  } else if (verb == "STARTTLS") {
    react(connection, SmtpPoint::starttls, "502 5.5.1 No TLS here");
  } else if (verb == "AUTH") {
    begin_login(connection, line.substr(5));
  } else if (verb == "MAIL") {
    connection.mail = {address_in(line), "", ""};
    const bool is_welcome = mechanisms_.empty() || connection.is_logged_in;
    react(connection, SmtpPoint::mail,
          is_welcome ? "250 2.1.0 Ok" : "530 5.7.0 Authentication required");
  } else if (verb == "RCPT") {
    connection.mail.recipient = address_in(line);
    react(connection, SmtpPoint::rcpt, "250 2.1.5 Ok");
  } else if (verb == "DATA") {
    const std::string reply = react(connection, SmtpPoint::data, "354 Go on");
    if (reply.starts_with("354")) connection.state = State::body;
  } else if (verb == "QUIT") {
    react(connection, SmtpPoint::quit, "221 2.0.0 Bye");
    if (!connection.is_silent) connection.state = State::over;
  } else {
    connection.state = State::over;
  }
}

void SmtpServer::begin_login(Connection& connection, const std::string& arguments) {
  connection.state = State::login;
  connection.answers.clear();
  const auto blank = arguments.find(' ');
  connection.mechanism = arguments.substr(0, blank);
  if (blank != std::string::npos) return hear_login(connection, arguments.substr(blank + 1));
  send(connection.socket, "334 \r\n", 6, MSG_NOSIGNAL);
}

void SmtpServer::hear_login(Connection& connection, const std::string& answer) {
  connection.answers.push_back(answer);
  const std::vector<std::string> right = right_answers(connection.mechanism);
  if (connection.answers.size() < right.size()) {
    send(connection.socket, "334 \r\n", 6, MSG_NOSIGNAL);
    return;
  }
  connection.state = State::commands;
  const std::string reply =
      react(connection, SmtpPoint::auth,
            connection.answers == right ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong password");
  connection.is_logged_in = reply.starts_with("235");
}

void SmtpServer::hear_body(Connection& connection, const std::string& line) {
  if (line != ".") {
    const bool is_first = connection.mail.bytes.empty();
    connection.mail.bytes += line.substr(line.starts_with('.') ? 1 : 0) + "\r\n";
    if (is_first) react(connection, SmtpPoint::mid_body, "");
    return;
  }
  connection.state = State::commands;
  const std::string reply = react(connection, SmtpPoint::body, "250 2.0.0 Ok: queued");
  if (reply.starts_with("250")) taken_.push_back(connection.mail);
}

std::string SmtpServer::react(Connection& connection, SmtpPoint point, const std::string& usual) {
  ++visits_[point];
  has_come_.notify_all();
  SmtpReaction reaction = SmtpReaction::saying(usual);
  if (const auto each_time = always_.find(point); each_time != always_.end()) {
    reaction = each_time->second;
  }
  if (auto& waiting = once_[point]; !waiting.empty()) {
    reaction = waiting.front();
    waiting.pop_front();
  }
  if (!reaction.reply.empty()) {
    const std::string bytes = with_line_ends(reaction.reply);
    send(connection.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  connection.is_silent = reaction.then == SmtpReaction::Then::fall_silent;
  if (reaction.then == SmtpReaction::Then::hang_up) {
    shutdown(connection.socket, SHUT_RDWR);
    connection.state = State::over;
  }
  return reaction.reply;
}

std::string SmtpServer::ehlo_reply() const {
  return "250-relay.test\n250-SIZE 10000000\n" +
         (mechanisms_.empty() ? "" : "250-AUTH " + mechanisms_ + "\n") + "250 ENHANCEDSTATUSCODES";
}

std::vector<std::string> SmtpServer::right_answers(const std::string& mechanism) const {
  if (mechanism == "LOGIN") return {base64(user_), base64(secret_)};
  if (mechanism == "XOAUTH2") {
    return {base64("user=" + user_ + "\x01" + "auth=Bearer " + secret_ + "\x01\x01")};
  }
  return {base64(std::string(1, '\0') + user_ + std::string(1, '\0') + secret_)};
}

}  // namespace fundwatch::tests
