// tests/support/services.h — the programming interfaces of TED, SEDIA and Vinnova as they answer
// over HTTP: what they take, what they refuse and in which words, and how they give pages. What is
// published is the test's. To be served by an HttpServer, or asked without a network.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/http_server.h"

namespace fundwatch::tests {

// What a service says, whatever carries it.
struct ServiceAnswer {
  int status = 200;
  HttpHeaders headers{};
  std::string body{};

  HttpAnswer over_http() const { return {status, headers, body}; }
};

// TED's search API v3: POST, JSON.
class TedService {
 public:
  struct Notice {
    std::string number;  // "900001-2026"
    std::string title;
    std::string day = "2026-11-18";  // of publication
    std::string id = {};             // of the notice; empty: none
    std::string changes = {};        // the id of the one that it changes
    std::string deadline = {};       // "2026-12-18"
  };

  void publish(Notice notice);

  // How the service is, until it is told otherwise.
  enum class Mood {
    well,
    tokens_expire,    // each token is dead when it comes back
    wraps_around,     // after the last page the first comes again
    keeps_robots_out  // a check of AWS WAF stands before it
  };
  void set_mood(Mood mood) { mood_ = mood; }
  void set_page_notices_max(std::size_t count) { page_notices_max_ = count; }

  ServiceAnswer answer(const HttpRequest& request);
  int pages_given() const { return pages_given_; }

 private:
  ServiceAnswer page(std::size_t begin, const std::vector<Notice>& found);
  std::vector<Notice> found(const std::string& query) const;

  std::vector<Notice> notices_;
  Mood mood_ = Mood::well;
  std::size_t page_notices_max_ = 250;
  int pages_given_ = 0;
};

// The search behind the EU's Funding & Tenders portal: POST, a form of JSON files.
class SediaService {
 public:
  // `languages`: those in which the topic comes back where the request names none.
  struct Topic {
    std::string identifier;
    std::string title;
    std::vector<std::string> languages = {"en", "bg", "sv"};
  };

  void publish(Topic topic) { topics_.push_back(std::move(topic)); }
  ServiceAnswer answer(const HttpRequest& request) const;

 private:
  std::vector<Topic> topics_;
};

// Vinnova's open data: GET; lists by date or by numbers.
class VinnovaService {
 public:
  // JSON objects, and the day on which they were changed.
  void put_call(const std::string& number, const std::string& json, const std::string& changed);
  void put_round(const std::string& number, const std::string& json, const std::string& changed);
  // Below "/api".
  ServiceAnswer answer(const HttpRequest& request) const;

 private:
  struct Entry {
    std::string json;
    std::string changed;
  };
  using List = std::map<std::string, Entry>;
  static ServiceAnswer answer_of(const List& list, const std::string& which);

  List calls_;
  List rounds_;
};

}  // namespace fundwatch::tests
