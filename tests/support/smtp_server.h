// tests/support/smtp_server.h — a mail server on loopback that does what the test tells it to.
// One thread, one port chosen by the kernel, any number of connections; no TLS. Untold, it takes
// every mail. What it was told and given is kept for the test to look at.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <list>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace fundwatch::tests {

// Where in a conversation the server reacts. `mid_body` is after the mail's first line; at `body`
// the whole mail has come.
enum class SmtpPoint { greeting, ehlo, starttls, auth, mail, rcpt, data, mid_body, body, quit };

struct SmtpReaction {
  enum class Then { go_on, hang_up, fall_silent };
  std::string reply;  // lines end with \n but for the last; empty: none
  Then then = Then::go_on;

  static SmtpReaction saying(std::string reply) { return {std::move(reply), Then::go_on}; }
  static SmtpReaction hanging_up(std::string reply = "") {
    return {std::move(reply), Then::hang_up};
  }
  static SmtpReaction silent() { return {"", Then::fall_silent}; }
};

struct SmtpTaken {
  std::string sender;
  std::string recipient;
  std::string bytes;  // without the dots that SMTP puts in (RFC 5321 § 4.5.2)
};

class SmtpServer {
 public:
  SmtpServer();
  ~SmtpServer();
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  int port() const { return port_; }

  // What happens the next time a conversation comes there; several wait for their turn.
  void once(SmtpPoint point, SmtpReaction reaction);
  // What happens there every other time.
  void always(SmtpPoint point, SmtpReaction reaction);
  // EHLO names these ways to log in ("PLAIN LOGIN"); mail is taken only after a right one.
  void require_login(const std::string& mechanisms, const std::string& user,
                     const std::string& secret);
  // Ends all connections, as a server does that was left waiting; has happened on return.
  void hang_up(const std::string& parting_words = "");

  void wait_for(SmtpPoint point);

  std::vector<SmtpTaken> taken() const;
  // The lines that came in over each connection but the mails' own, in order.
  std::vector<std::vector<std::string>> conversations() const;
  std::size_t connections() const { return conversations().size(); }

 private:
  enum class State { commands, login, body, over };
  struct Connection {
    int socket = -1;
    std::size_t number = 0;
    State state = State::commands;
    bool is_silent = false;
    bool is_logged_in = false;
    std::string received{};
    std::string mechanism{};
    std::vector<std::string> answers{};  // of the login, base64
    SmtpTaken mail{};
  };

  void run();
  void accept_one();
  void receive(Connection& connection);
  void hear(Connection& connection, const std::string& line);
  void hear_command(Connection& connection, const std::string& line);
  void hear_login(Connection& connection, const std::string& answer);
  void hear_body(Connection& connection, const std::string& line);
  void begin_login(Connection& connection, const std::string& arguments);
  // The usual reply, or what the test wants; returns the reply.
  std::string react(Connection& connection, SmtpPoint point, const std::string& usual);
  std::string ehlo_reply() const;
  std::vector<std::string> right_answers(const std::string& mechanism) const;

  int listener_ = -1;
  int wake_up_ = -1;
  int port_ = 0;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable has_come_;
  std::list<Connection> open_;
  std::map<SmtpPoint, std::deque<SmtpReaction>> once_;
  std::map<SmtpPoint, SmtpReaction> always_;
  std::map<SmtpPoint, int> visits_;
  std::string mechanisms_;
  std::string user_;
  std::string secret_;
  std::vector<SmtpTaken> taken_;
  std::vector<std::vector<std::string>> conversations_;

  std::thread thread_;
};

}  // namespace fundwatch::tests
