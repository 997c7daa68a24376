// daemon/commands/setup_answers.h — what `fundwatch setup` has to know, how people are asked for
// it, and the configuration that it makes.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "base/model.h"
#include "base/result.h"

namespace fundwatch::daemon {

struct SetupAnswers {
  std::string county;       // "Gävleborg"; empty: none
  std::string sender;       // of the mails
  std::string coordinator;  // empty: nobody is told of sources in trouble
  std::string relay;        // "mail.example.se:587", or "maildir"
  std::string public_url;   // may be empty
};

// What the command line says already; "" is an answer.
struct SetupOptions {
  std::optional<std::string> county;  // "none": the national sources alone
  std::optional<std::string> sender;
  std::optional<std::string> coordinator;
  std::optional<std::string> relay;
  std::optional<std::string> public_url;
};

// Asks for what the options leave out, again where an answer is wrong. Error{config} if an option
// is wrong or the input ends.
Result<SetupAnswers> ask_for_answers(const SetupOptions& options, std::istream& in,
                                     std::ostream& out, Language language);

// From the options alone, for scripts; Error{config} names the one that is missing or wrong.
Result<SetupAnswers> answers_of(const SetupOptions& options, Language language);

// The annotated example with the answers in it. `state_directory` may be empty: the default.
std::string configuration_of(const SetupAnswers& answers, const std::string& state_directory);

}  // namespace fundwatch::daemon
