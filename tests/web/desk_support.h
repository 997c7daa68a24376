// tests/web/desk_support.h — a desk without a server: an installation with accounts, and somebody
// who is logged in and asks for pages.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/names.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "web/routes.h"
#include "web/session.h"

namespace fundwatch::tests {

class DeskTest : public testing::Test {
 protected:
  DeskTest() {
    clock.set(std::chrono::sys_days{std::chrono::year{2027} / 2 / 15} +
              std::chrono::hours(8));  // a Monday
    config.installation.name = "Bevakningen";
    config.installation.organisation = "Nätverket";
    config.coordinator.email = "kim@asf.example";
  }

  AccountId add_account(const std::string& email, Role role, const std::string& hash = "none") {
    Account account;
    account.email = email;
    account.name = "Kim";
    account.role = role;
    return store.accounts.add(account, hash);
  }

  // From now on the requests are those of somebody with this role.
  void log_in(Role role) {
    const std::string email = std::string(name_of(role)) + "@asf.example";
    const auto known = store.accounts.find(email);
    const AccountId id = known ? known->id : add_account(email, role);
    token = web::new_session_token();
    store.sessions.begin(web::hash_of_token(token), id, clock.now());
  }
  void log_out() { token.clear(); }

  web::Request request(web::Method method, const std::string& target) const {
    web::Request asked;
    asked.method = method;
    const auto question = std::min(target.find('?'), target.size());
    asked.path = web::percent_decoded(target.substr(0, question));
    asked.query = web::parse_form(target.substr(std::min(question + 1, target.size()))).value();
    asked.target = target;
    if (!token.empty()) asked.cookies = "fundwatch=" + token;
    return asked;
  }
  web::Reply get(const std::string& target) {
    return web::answer(site, request(web::Method::get, target));
  }
  // With the token of the forms.
  web::Reply post(const std::string& target, const std::string& form) {
    return post_without_csrf(target, form + "&csrf=" + web::csrf_of(token));
  }
  web::Reply post_without_csrf(const std::string& target, const std::string& form) {
    web::Request asked = request(web::Method::post, target);
    asked.form = web::parse_form(form).value();
    return web::answer(site, asked);
  }

  static std::string header(const web::Reply& reply, const std::string& name) {
    for (const auto& [each, value] : reply.headers) {
      if (each == name) return value;
    }
    return "";
  }

  TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  config::Config config;
  Calendar calendar;
  FakeClock clock;
  web::LoginGuard login_guard;
  web::Services services;
  web::Site site{store, config, calendar, clock, login_guard, services};
  std::string token;
};

}  // namespace fundwatch::tests
