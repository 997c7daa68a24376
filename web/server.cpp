#include "web/server.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <cerrno>
#include <exception>
#include <optional>
#include <system_error>
#include <tuple>

#include "base/text.h"
#include "web/multipart.h"
#include "web/sender.h"
#include "web/session.h"

namespace fundwatch::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;
using HttpRequest = http::request<http::string_body>;
using HttpResponse = http::response<http::string_body>;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

// How long to wait when the system has no more descriptors to give.
constexpr std::chrono::milliseconds kBreath{200};

struct Header {
  const char* name;
  const char* value;
};

// Nothing from elsewhere, nothing inline, no frames (OWASP Secure Headers). Addresses hold tokens,
// so they are neither told to other sites nor kept by caches.
constexpr std::array<Header, 7> kHeaders{{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Content-Type-Options", "nosniff"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
}};

Method method_of(http::verb verb) {
  if (verb == http::verb::get) return Method::get;
  if (verb == http::verb::head) return Method::head;
  if (verb == http::verb::post) return Method::post;
  return Method::other;
}

// A browser says where a form comes from (Fetch Metadata; over plain http only its Origin); what
// says nothing is no browser of today, such as the mail provider that unsubscribes by one click
// (RFC 8058).
bool is_ours(const HttpRequest& request) {
  const std::string_view site = request["Sec-Fetch-Site"];
  if (!site.empty()) return site == "same-origin" || site == "none";
  const std::string_view origin = request[http::field::origin];
  if (origin.empty()) return true;
  const auto scheme = origin.find("://");
  return scheme != std::string_view::npos &&
         origin.substr(scheme + 3) == std::string_view(request[http::field::host]);
}

// "application/json", with or without parameters (RFC 9110 § 8.3.1).
bool is_json(std::string_view content_type) {
  const auto end = std::min(content_type.find(';'), content_type.size());
  return ascii_lower(trimmed(content_type.substr(0, end))) == "application/json";
}

// False if it cannot be read.
bool take_form(const HttpRequest& request, Request& asked) {
  const std::string_view content_type = request[http::field::content_type];
  if (is_json(content_type)) {
    asked.is_json = true;
    asked.body = request.body();
    return true;
  }
  if (is_multipart(content_type)) {
    auto form = parse_multipart(request.body(), content_type);
    if (!form) return false;
    asked.form = std::move(form->fields);
    asked.file = std::move(form->file);
    return true;
  }
  auto form = parse_form(request.body());
  if (!form) return false;
  asked.form = *std::move(form);
  return true;
}

std::optional<Request> request_of(const HttpRequest& request) {
  const std::string_view target = request.target();
  const auto question = std::min(target.find('?'), target.size());
  Request asked;
  asked.method = method_of(request.method());
  asked.path = percent_decoded(target.substr(0, question));
  const bool is_text = is_valid_utf8(asked.path) && asked.path.find('\0') == std::string::npos;
  auto query = parse_form(target.substr(std::min(question + 1, target.size())));
  if (!is_text || !asked.path.starts_with('/') || !query) return std::nullopt;
  if (asked.method == Method::post && !take_form(request, asked)) return std::nullopt;
  asked.query = *std::move(query);
  asked.is_ours = is_ours(request);
  asked.target = target;
  asked.cookies = request[http::field::cookie];
  asked.authorization = request[http::field::authorization];
  return asked;
}

Reply plain(int status, const std::string& words) {
  return {status, "text/plain; charset=utf-8", words + "\n", {}};
}

// Browsers send no other body, and proxies pass it on so. What is framed otherwise could be read as
// something else by whoever stands before us (RFC 9112 § 11.2).
Reply length_required() { return plain(411, "The request needs a Content-Length."); }

// "7F3A-21C9"
std::string new_fault_number() {
  const std::string digits = new_session_token();
  std::string number = digits.substr(0, 4) + "-" + digits.substr(4, 4);
  for (char& c : number) {
    if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
  }
  return number;
}

Reply refusal(const error_code& error) {
  if (error == http::error::header_limit) return plain(431, "The request has too many headers.");
  if (error == http::error::body_limit) return plain(413, "The form is too large.");
  return plain(400, "This is no HTTP request that we understand.");
}

// Whatever a page puts into a header, it cannot begin another one.
std::string on_one_line(std::string value) {
  std::replace_if(
      value.begin(), value.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return value;
}

HttpResponse response_of(Reply reply, bool is_head, bool keep_alive) {
  HttpResponse response(static_cast<http::status>(reply.status), 11);
  response.set(http::field::content_type, reply.content_type);
  for (const auto& [name, value] : kHeaders) response.set(name, value);
  for (const auto& [name, value] : reply.headers) response.set(name, on_one_line(value));
  response.keep_alive(keep_alive);
  response.content_length(reply.body.size());
  if (!is_head) response.body() = std::move(reply.body);
  return response;
}

asio::awaitable<bool> write(beast::tcp_stream& stream, HttpResponse response) {
  const bool keep_alive = response.keep_alive();
  http::response_serializer<http::string_body> serializer(response);
  const auto [error, bytes] = co_await http::async_write(stream, serializer, kAwait);
  co_return !error && keep_alive;
}

// Some proxies add a header of their own rather than to the one that came.
std::string forwarded_for(const HttpRequest& request) {
  std::string hops;
  const auto [begin, end] = request.equal_range("X-Forwarded-For");
  for (auto header = begin; header != end; ++header) {
    if (!hops.empty()) hops += ',';
    hops += std::string_view(header->value());
  }
  return hops;
}

std::string address_of(const asio::ip::tcp::socket& socket) {
  error_code gone;
  const auto endpoint = socket.remote_endpoint(gone);
  if (gone) return {};
  // A socket for both families writes 127.0.0.1 as ::ffff:127.0.0.1, which no setting names.
  const auto address = endpoint.address();
  const bool is_mapped = address.is_v6() && address.to_v6().is_v4_mapped();
  return is_mapped ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string()
                   : address.to_string();
}

Error cannot_listen(const std::string& address, const std::string& why) {
  return {Stage::config, "web.listen = \"" + address + "\": " + why};
}

}  // namespace

Reply failed_plainly(const std::string& number) {
  return plain(500, "Något gick fel hos oss. Försök igen om en stund. Fel " + number +
                        "\nSomething went wrong here. Please try again in a while.");
}

std::optional<asio::ip::tcp::endpoint> endpoint_of(const std::string& address) {
  const auto colon = std::min(address.rfind(':'), address.size());
  std::string host = address.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  const std::string port = address.substr(std::min(colon + 1, address.size()));
  const bool is_number = !port.empty() && port.size() <= 5 &&
                         port.find_first_not_of("0123456789") == std::string::npos &&
                         std::stoi(port) <= 65535;
  error_code error;
  const auto ip = asio::ip::make_address(host, error);
  if (error || !is_number) return std::nullopt;
  return asio::ip::tcp::endpoint(ip, static_cast<std::uint16_t>(std::stoi(port)));
}

Result<int> Server::listen(const std::string& address) {
  const auto parsed = endpoint_of(address);
  if (!parsed) {
    return cannot_listen(address, "expected an address and a port, such as \"127.0.0.1:8080\"");
  }
  const asio::ip::tcp::endpoint& endpoint = *parsed;
  error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    return cannot_listen(address, error.message() +
                                      "; is another program using the port? Choose another one, "
                                      "or stop it");
  }
  asio::co_spawn(io_, accept_all(), asio::detached);
  return acceptor_.local_endpoint().port();
}

Result<int> Server::adopt(int descriptor) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  error_code error;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    error.assign(errno, boost::system::system_category());
  }
  const bool is_v6 = address.ss_family == AF_INET6;
  if (!error)
    acceptor_.assign(is_v6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), descriptor, error);
  if (error) return Error{Stage::config, "the socket that was handed over: " + error.message()};
  asio::co_spawn(io_, accept_all(), asio::detached);
  return acceptor_.local_endpoint().port();
}

void Server::stop() {
  error_code ignored;
  acceptor_.close(ignored);
}

asio::awaitable<void> Server::accept_all() {
  asio::steady_timer breath(io_);
  error_code error;
  acceptor_.non_blocking(true, error);
  // Else accept() waits for the next one when one has gone away, whatever it was told.
  if (!error) acceptor_.set_option(asio::socket_base::enable_connection_aborted(true), error);
  if (error) throw std::system_error(error, "the socket that listens");
  while (acceptor_.is_open()) {
    std::tie(error) = co_await acceptor_.async_wait(asio::socket_base::wait_read, kAwait);
    if (error == asio::error::operation_aborted) co_return;
    if (accept_waiting()) continue;
    breath.expires_after(kBreath);
    co_await breath.async_wait(kAwait);
  }
}

// Many at once: if each took its turn among the pages that are asked for, the last of many would
// wait for as many rounds of all pages.
bool Server::accept_waiting() {
  for (int i = 0; i < kAcceptedAtOnceMax; ++i) {
    error_code error;
    asio::ip::tcp::socket socket(io_);
    acceptor_.accept(socket, error);
    if (error) return error == asio::error::would_block || error == asio::error::operation_aborted;
    // Whoever finds us full is turned away at once rather than kept waiting.
    if (connections_ < limits_.connections_max) {
      ++connections_;
      asio::co_spawn(io_, converse(std::move(socket)), asio::detached);
    }
  }
  return true;
}

asio::awaitable<void> Server::converse(asio::ip::tcp::socket socket) {
  const std::string peer = address_of(socket);
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(limits_.header_bytes_max + limits_.body_bytes_max);
  bool goes_on = true;
  for (int count = 1; goes_on && count <= limits_.requests_max; ++count) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes_max));
    parser.body_limit(limits_.body_bytes_max);
    stream.expires_after(limits_.patience);
    const auto [error, bytes] = co_await http::async_read(stream, buffer, parser, kAwait);
    const bool is_http_fault =
        error.category() == http::make_error_code(http::error::bad_method).category();
    if (error == http::error::end_of_stream || (error && !is_http_fault)) break;
    stream.expires_after(limits_.patience);
    if (error) {
      co_await write(stream, response_of(refusal(error), false, false));
      break;
    }
    const HttpRequest& request = parser.get();
    if (request.count(http::field::transfer_encoding) > 0) {
      co_await write(stream, response_of(length_required(), false, false));
      break;
    }
    auto asked = request_of(request);
    Reply reply = plain(400, "The address or the form cannot be read.");
    if (asked) {
      const std::string forwarded = forwarded_for(request);
      asked->sender = sender_of(peer, forwarded, trusted_proxies_);
      asked->is_local = is_loopback(peer) && forwarded.empty();
      stream.expires_never();
      reply = co_await answer(*asked);
      stream.expires_after(limits_.patience);
    }
    const bool keep_alive = request.keep_alive() && count < limits_.requests_max;
    goes_on = co_await write(
        stream, response_of(std::move(reply), request.method() == http::verb::head, keep_alive));
  }
  error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  --connections_;
}

asio::awaitable<Reply> Server::answer(const Request& request) {
  const Lane lane = backend_.lane_of(request);
  Reply reply;
  if (lane == Lane::page) {
    reply = answer_by(backend_.answer, request);
  } else {
    reply = co_await answer_on_pool(request, lane);
  }
  if (reply.held > std::chrono::seconds(0)) {
    asio::steady_timer patience(io_, reply.held);
    co_await patience.async_wait(kAwait);
  }
  co_return reply;
}

// The pool ends before the io_context and what waits on it, so that references hold.
asio::awaitable<Reply> Server::answer_on_pool(const Request& request, Lane lane) {
  Pool* const pool = backend_.pool();
  asio::steady_timer done(io_, asio::steady_timer::time_point::max());
  Reply reply;
  const bool is_taken = pool != nullptr && pool->add(lane, [&](const Handler& handler) {
    Reply made = answer_by(handler, request);
    asio::post(io_, [&, made = std::move(made)]() mutable {
      reply = std::move(made);
      done.cancel();
    });
  });
  if (!is_taken) {
    co_return plain(503,
                    "Det är många som vill något just nu. Försök igen om en stund.\n"
                    "Many people want something just now. Please try again in a while.");
  }
  co_await done.async_wait(kAwait);
  co_return reply;
}

Reply Server::answer_by(const Handler& handler, const Request& request) const {
  try {
    return handler(request);
  } catch (const std::exception& fault) {
    const std::string number = new_fault_number();
    backend_.on_fault(number + ": " + fault.what());
    return backend_.failed(number);
  }
}

}  // namespace fundwatch::web
