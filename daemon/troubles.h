// daemon/troubles.h — what only the sysadmin can mend, said where it is seen though mail may be
// what broke: a line of priority err in the journal when it begins, with a MESSAGE_ID of its own
// (systemd.journal-fields(7)), another when it is over, and the unit's STATUS meanwhile. README
// § Operation has the table of the ids, which never change. Belongs to the worker's thread.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace fundwatch::daemon {

// network: nobody answers. trust: nobody's TLS certificate is accepted. storage: the database
// cannot be used. space: its disk is nearly full. mail: our mail server cannot be reached, or
// refuses us. installation: anything else that keeps the daemon from its work.
enum class Trouble { network, trust, storage, space, mail, installation };

struct TroubleName {
  Trouble trouble;
  std::string_view word;    // FUNDWATCH_TROUBLE in the journal
  std::string_view begins;  // MESSAGE_ID
  std::string_view ends;
};

inline constexpr std::array<TroubleName, 6> kTroubles{{
    {Trouble::network, "network", "3e20bffb4b35a1fd2ca2f769dec157cf",
     "8efc7f01df0c4a3a12ca27d51ae96162"},
    {Trouble::trust, "trust", "6edf3e80a44fd23db621d717040aa801",
     "88677ba483791b39179b17e4fa70ad28"},
    {Trouble::storage, "storage", "793cbb390e09344e3a8aa32fcc9cf099",
     "1f5296fbad017be3d857dcfc8a0145ca"},
    {Trouble::space, "space", "b1361e8e281843da9a1bc483586c3432",
     "af8dd5d5c83b434a81638b8c39a07e0c"},
    {Trouble::mail, "mail", "a3904c420815011f631a2a3d7a25543d", "73c4912a86e4b2730c85e05aaa64fed6"},
    {Trouble::installation, "installation", "3bae5beb465a8a7906dbef40cfdb04d9",
     "3c1ba0a1b9aa1aa29db6761ab51a7999"},
}};

// What an exception that ended a tick, or the program, is about.
Trouble trouble_of(const std::exception& fault);

struct JournalLine {
  int priority = 0;  // of syslog(3)
  std::string_view message_id;
  std::string_view trouble;
  std::string message;
};
using Journal = std::function<void(const JournalLine&)>;

// The journal, if it is what standard error is connected to: `stream` is systemd's JOURNAL_STREAM,
// empty if there is none. Nothing otherwise.
Journal open_journal(const std::string& stream);

// The line with which a trouble begins.
JournalLine line_for(Trouble trouble, const std::string& words);

class Troubles {
 public:
  // What has no journal is said in the log. `show` is given the unit's STATUS, one line.
  Troubles(
      spdlog::logger& log, Journal journal,
      std::function<void(const std::string&)> show = [](const std::string&) {})
      : log_(log), journal_(std::move(journal)), show_(std::move(show)) {}

  // It is there. Said once for the same words, until it is over.
  void begin(Trouble trouble, const std::string& words);

  // It is there, and was said before, perhaps by a process before this one.
  void stand(Trouble trouble, const std::string& words);

  // It is over, if it was there.
  void end(Trouble trouble, const std::string& words);

  // What else the STATUS says.
  void set_summary(const std::string& summary);

 private:
  void say(const JournalLine& line);
  void show_status() const;

  spdlog::logger& log_;
  Journal journal_;
  std::function<void(const std::string&)> show_;
  std::map<Trouble, std::string> standing_;
  std::string summary_;
};

}  // namespace fundwatch::daemon
