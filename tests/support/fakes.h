// tests/support/fakes.h — the three seams as tests play them: a clock that stands still until it is
// set, a web of scripted answers, and a mail server that says what it is told to.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "digest/mailer.h"
#include "feeds/fetch/fetcher.h"

namespace fundwatch::tests {

class FakeClock : public Clock {
 public:
  explicit FakeClock(Instant now = Instant{}) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

// Answers from a map of addresses; what is not there is an error. A served body that the request's
// validators match is a 304.
class FakeFetcher : public feeds::Fetcher {
 public:
  void serve(const std::string& url, Response response) {
    answers_.insert_or_assign(url, response);
  }
  // From now on that address leads to another one; for good: by 301, else by 302.
  enum class Redirect { permanent, temporary };
  void redirect(const std::string& url, const std::string& target, Redirect kind) {
    redirects_.insert_or_assign(url, Led{target, kind});
  }
  void end_redirect(const std::string& url) { redirects_.erase(url); }
  void fail(const std::string& url, const std::string& words) {
    answers_.insert_or_assign(url, Error{Stage::fetch, words});
  }
  // What lies below that address is answered by a service.
  using Service = std::function<feeds::Answer(const feeds::Request&)>;
  void serve_by(const std::string& url, Service service) {
    services_.insert_or_assign(url, std::move(service));
  }
  // Nothing outside can be reached by its name; nobody's certificate is trusted; or all is well.
  enum class Network { up, down, untrusted };
  void set_network(Network network) { network_ = network; }
  int requests() const { return requests_; }
  int requests(const std::string& url) const {
    const auto found = requests_by_url_.find(url);
    return found == requests_by_url_.end() ? 0 : found->second;
  }

  void fetch(std::vector<feeds::Request> requests, const feeds::OnAnswer& on_answer) override {
    for (const feeds::Request& request : requests) {
      auto next = on_answer(request, asked(request));
      while (next) next = on_answer(*next, asked(*next));
    }
  }

 private:
  feeds::Answer asked(const feeds::Request& request) {
    ++requests_;
    ++requests_by_url_[request.url];
    if (network_ == Network::down) return failed(feeds::Fault::name, "the host name leads nowhere");
    if (network_ == Network::untrusted && request.url.starts_with("https:")) {
      return failed(feeds::Fault::authority, "the certificate is not trusted");
    }
    for (const auto& [url, service] : services_) {
      if (request.url.starts_with(url)) return service(request);
    }
    feeds::Request led = request;
    feeds::Answer given{Error{Stage::fetch, "nothing was asked"}};
    if (const auto found = redirects_.find(request.url); found != redirects_.end()) {
      led.url = found->second.target;
      if (found->second.kind == Redirect::permanent) given.moved_to = led.url;
    }
    const auto found = answers_.find(led.url);
    const bool is_served = found != answers_.end() && found->second.ok();
    given.response = answer(led);
    given.status = is_served ? found->second->status : 0;
    return given;
  }

  static feeds::Answer failed(feeds::Fault fault, const std::string& words) {
    feeds::Answer answer{Error{Stage::fetch, words}};
    answer.fault = fault;
    return answer;
  }

  Result<Response> answer(const feeds::Request& request) const {
    const auto found = answers_.find(request.url);
    if (found == answers_.end()) return Error{Stage::fetch, "nothing is served at " + request.url};
    if (!found->second) return found->second;
    Response response = *found->second;
    if (response.status != 200) {
      return Error{Stage::fetch, "the server answered " + std::to_string(response.status)};
    }
    response.final_url = request.url;
    response.validators.etag =
        "\"" + std::to_string(std::hash<std::string>{}(response.body)) + "\"";
    if (response.validators == request.validators) {
      response.status = 304;
      response.body.clear();
    }
    return response;
  }

  struct Led {
    std::string target;
    Redirect kind;
  };

  std::map<std::string, Result<Response>> answers_;
  std::map<std::string, Service> services_;
  Network network_ = Network::up;
  std::map<std::string, Led> redirects_;
  int requests_ = 0;
  std::map<std::string, int> requests_by_url_;
};

// Keeps what it was given. `reply` decides what becomes of each mail.
class FakeMailer : public digest::Mailer {
 public:
  std::function<digest::Delivery(const Mail&)> reply = [](const Mail&) {
    return digest::Delivery{digest::Outcome::sent, "250 2.0.0 ok"};
  };

  digest::Delivery send(const Mail& mail) override {
    digest::Delivery delivery = reply(mail);
    if (delivery.outcome == digest::Outcome::sent) delivered.push_back(mail);
    return delivery;
  }

  std::vector<Mail> delivered;  // every acceptance, in order; a repeated one stands twice
};

}  // namespace fundwatch::tests
