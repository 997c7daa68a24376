#include "daemon/commands/setup_answers.h"

#include <array>
#include <charconv>
#include <istream>
#include <ostream>
#include <vector>

#include "base/counties.h"
#include "base/names.h"
#include "base/text.h"
#include "base/url.h"
#include "config/filled_example.h"
#include "config/notation.h"

namespace fundwatch::daemon {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kMaildir = "maildir";
// Where a reverse proxy finds the pages.
constexpr const char* kPagesListen = "127.0.0.1:8080";
constexpr int kSubmission = 587;
constexpr int kSubmissionOverTls = 465;
constexpr int kPortMax = 65535;

const std::string& in_language(Language language, const Bilingual& words) {
  return language == Language::swedish ? words.swedish : words.english;
}

// What an answer becomes, or what is wrong with it.
struct Judged {
  std::string value = {};
  std::optional<Bilingual> fault = {};
};

// "Gävleborgs län" and "gävleborg" are both Gävleborg.
Judged judge_county(const std::string& answer) {
  const std::string wanted = ascii_lower(answer);
  if (wanted.empty() || wanted == kNone || wanted == "inget") return {};
  std::vector<std::string> names;
  for (const County& county : counties()) {
    names.emplace_back(county.name);
    const std::string name = ascii_lower(names.back());
    if (wanted == name || wanted == name + " län" || wanted == name + "s län") {
      return {.value = names.back()};
    }
  }
  const auto close = nearest(answer, names);
  const Bilingual suggestion{close ? "; menade ni " + *close + "?" : "",
                             close ? "; did you mean " + *close + "?" : ""};
  return {.fault = Bilingual{"det finns inget län \"" + answer + "\"" + suggestion.swedish,
                             "there is no county \"" + answer + "\"" + suggestion.english}};
}

Judged judge_address(const std::string& answer) {
  if (config::is_mail_address(answer)) return {.value = answer};
  return {.fault = Bilingual{"\"" + answer + "\" är ingen e-postadress",
                             "\"" + answer + "\" is no mail address"}};
}

Judged judge_optional_address(const std::string& answer) {
  return answer.empty() ? Judged{} : judge_address(answer);
}

struct Relay {
  std::string host;
  int port = kSubmission;

  bool is_this_machine() const { return host == "localhost" || host == "127.0.0.1"; }
};

// "mail.example.se", or with ":587".
std::optional<Relay> relay_of(const std::string& answer) {
  const std::size_t colon = answer.find(':');
  Relay relay{.host = answer.substr(0, colon)};
  const auto url = parse_url("http://" + relay.host + "/");
  if (!url || url->host != ascii_lower(relay.host)) return std::nullopt;
  if (colon == std::string::npos) return relay;
  const char* const end = answer.data() + answer.size();
  const auto [read_to, fault] = std::from_chars(answer.data() + colon + 1, end, relay.port);
  const bool is_port =
      fault == std::errc{} && read_to == end && relay.port > 0 && relay.port <= kPortMax;
  return is_port ? std::optional(relay) : std::nullopt;
}

Judged judge_relay(const std::string& answer) {
  if (answer.empty() || answer == kMaildir) return {.value = std::string(kMaildir)};
  if (relay_of(answer)) return {.value = answer};
  return {.fault = Bilingual{
              "\"" + answer + "\" är ingen server; skriv till exempel mail.example.se:587",
              "\"" + answer + "\" is no server; write mail.example.se:587, for instance"}};
}

// As config::load takes it.
Judged judge_public_url(const std::string& answer) {
  const bool is_plain = answer.find_first_of(" \"<>?#") == std::string::npos;
  if (answer.empty() || (parse_url(answer) && is_plain)) return {.value = answer};
  return {.fault = Bilingual{"\"" + answer + "\" är ingen webbadress; den börjar med https://",
                             "\"" + answer + "\" is no web address; it begins with https://"}};
}

struct Question {
  const char* option;
  Bilingual words;
  Judged (*judge)(const std::string& answer);
  std::optional<std::string> SetupOptions::*known;
  std::string SetupAnswers::*answer;
  bool is_needed;  // else a script may leave it out
};

const std::array<Question, 5>& questions() {
  static const std::array<Question, 5> kQuestions{{
      {"--county",
       {"Vilket län? (tomt: bara nationella källor)",
        "Which county? (empty: national sources alone)"},
       judge_county,
       &SetupOptions::county,
       &SetupAnswers::county,
       true},
      {"--from",
       {"Vilken adress skickas utskicken från?", "From which address are the mails sent?"},
       judge_address,
       &SetupOptions::sender,
       &SetupAnswers::sender,
       true},
      {"--coordinator",
       {"Samordnarens adress, som får veta när en källa slutar fungera? (tomt: ingen)",
        "The coordinator's address, who is told when a source stops working? (empty: nobody)"},
       judge_optional_address,
       &SetupOptions::coordinator,
       &SetupAnswers::coordinator,
       false},
      {"--relay",
       {"Vilken e-postserver tar emot utskicken, server:port? (tomt: de läggs i en Maildir)",
        "Which mail server takes the mails, host:port? (empty: they go into a Maildir)"},
       judge_relay,
       &SetupOptions::relay,
       &SetupAnswers::relay,
       false},
      {"--public-url",
       {"Vilken webbadress ska sidorna för läsarna ha, som https://bevakning.example? (tomt: inga)",
        "At which web address are the pages for readers, like https://bevakning.example? (empty: "
        "none)"},
       judge_public_url,
       &SetupOptions::public_url,
       &SetupAnswers::public_url,
       false},
  }};
  return kQuestions;
}

Error fault_of(const Question& question, const std::string& words) {
  return {Stage::config, std::string(question.option) + ": " + words};
}

Result<std::string> ask_one(const Question& question, std::istream& in, std::ostream& out,
                            Language language) {
  std::string line;
  for (;;) {
    out << in_language(language, question.words) << " " << std::flush;
    if (!std::getline(in, line))
      return fault_of(question, "the answers ended; nothing was written");
    Judged judged = question.judge(std::string(trimmed(line)));
    if (!judged.fault) return std::move(judged.value);
    out << in_language(language, *judged.fault) << "\n";
  }
}

// Nothing where the options leave it out.
Result<std::optional<std::string>> known_answer(const Question& question,
                                                const SetupOptions& options, Language language) {
  const auto& known = options.*question.known;
  if (!known) return std::optional<std::string>();
  Judged judged = question.judge(std::string(trimmed(*known)));
  if (judged.fault) return fault_of(question, in_language(language, *judged.fault));
  return std::optional(std::move(judged.value));
}

void add_relay(const std::string& answer, std::vector<config::Setting>& settings) {
  const auto relay = relay_of(answer);
  if (answer == kMaildir || !relay) return;
  const bool is_plain = relay->is_this_machine() && relay->port != kSubmissionOverTls;
  const std::string host = config::toml_string(relay->host);
  settings.push_back({"mail", "mailer", "\"smtp\""});
  settings.push_back({"mail.smtp", "host", host});
  settings.push_back({"mail.smtp", "port", std::to_string(relay->port)});
  if (relay->port == kSubmissionOverTls) settings.push_back({"mail.smtp", "tls", "\"implicit\""});
  if (!is_plain) return;
  settings.push_back({"mail.smtp", "tls", "\"none\""});
  settings.push_back({"mail.smtp", "plaintext_relays", "[" + host + "]"});
}

}  // namespace

Result<SetupAnswers> ask_for_answers(const SetupOptions& options, std::istream& in,
                                     std::ostream& out, Language language) {
  SetupAnswers answers;
  for (const Question& question : questions()) {
    auto known = known_answer(question, options, language);
    if (!known) return known.error();
    auto answer = *known ? Result(**std::move(known)) : ask_one(question, in, out, language);
    if (!answer) return answer.error();
    answers.*question.answer = *std::move(answer);
  }
  return answers;
}

Result<SetupAnswers> answers_of(const SetupOptions& options, Language language) {
  SetupAnswers answers;
  answers.relay = kMaildir;
  for (const Question& question : questions()) {
    auto known = known_answer(question, options, language);
    if (!known) return known.error();
    if (!*known && question.is_needed) {
      return fault_of(question, "is missing, and nobody is there to be asked");
    }
    if (*known) answers.*question.answer = **std::move(known);
  }
  return answers;
}

std::string configuration_of(const SetupAnswers& answers, const std::string& state_directory) {
  std::vector<config::Setting> settings;
  const auto add = [&](const char* section, const char* key, const std::string& text) {
    if (!text.empty()) settings.push_back({section, key, config::toml_string(text)});
  };
  const std::string where = answers.county.empty() ? "" : " i " + answers.county;
  add("installation", "name", "Bevakningen för sociala företag" + where);
  add("installation", "contact_url", answers.public_url);
  add("web", "public_url", answers.public_url);
  if (!answers.public_url.empty()) add("web", "listen", kPagesListen);
  add("installation", "state_directory", state_directory);
  add("mail", "from", answers.sender);
  add("mail", "reply_to", answers.coordinator);
  add("coordinator", "email", answers.coordinator);
  add_relay(answers.relay, settings);
  return config::filled_example(settings);
}

}  // namespace fundwatch::daemon
