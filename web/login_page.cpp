#include "web/login_page.h"

#include <algorithm>

#include "base/names.h"
#include "base/text.h"
#include "web/password.h"
#include "web/session.h"

namespace fundwatch::web {
namespace {

constexpr std::size_t kPathBytesMax = 1000;
constexpr std::size_t kEmailBytesMax = 254;  // RFC 5321 § 4.5.3.1

enum class LoginState { asked, wrong, must_wait, logged_out };

void put_state(Markup& html, const DeskPhrases& words, LoginState state) {
  if (state == LoginState::asked) return;
  if (state == LoginState::logged_out) {
    put_done(html, words.logged_out);
    return;
  }
  const bool is_wrong = state == LoginState::wrong;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(is_wrong ? words.login_wrong_title : words.login_wait_title).tag("</h2><p>");
  html.text(is_wrong ? words.login_wrong : words.login_wait).tag("</p></div>\n");
}

void put_password(Markup& html, const DeskPhrases& words, LoginState state) {
  const bool is_wrong = state == LoginState::wrong;
  html.tag("<div class=\"field\"><label for=\"p\">").text(words.password).tag("</label>");
  if (is_wrong) {
    html.tag("<p class=\"err\" id=\"p-e\">").text(words.login_wrong_field).tag("</p>");
  }
  html.tag("<input id=\"p\" name=\"losen\" type=\"password\" autocomplete=\"current-password\"");
  if (is_wrong) html.tag(" aria-invalid=\"true\" aria-describedby=\"p-e\"");
  html.tag(" required></div>\n");
}

struct Typed {
  std::string email;
  std::string path;  // where to go afterwards
};

Reply login_form(const Site& site, const Typed& typed, LoginState state) {
  const Language language = site.config.coordinator.language;
  const DeskPhrases& words = desk_phrases(language);
  Markup html;
  put_state(html, words, state);
  html.tag("<h1>").text(words.login_title).tag("</h1>\n<p class=\"lead\">");
  html.text(words.login_lead).tag("</p>\n<form method=\"post\" action=\"/logga-in\">\n");
  html.tag("<input type=\"hidden\" name=\"vidare\" value=\"").text(typed.path).tag("\">\n");
  html.tag("<div class=\"field\"><label for=\"u\">").text(words.email);
  html.tag("</label><input id=\"u\" name=\"namn\" type=\"email\" autocomplete=\"username\" ");
  html.tag("required value=\"").text(typed.email).tag("\"></div>\n");
  put_password(html, words, state);
  html.tag("<button class=\"go big\">").text(words.log_in).tag("</button>\n</form>\n<hr>\n<p>");
  html.text(words.forgotten).tag("</p>\n<p>").text(words.only_mail);
  html.tag(" <a href=\"/prenumerera\">").text(words.only_mail_link).tag("</a>. ");
  html.text(words.only_mail_note).tag("</p>\n");
  const bool is_fault = state == LoginState::wrong || state == LoginState::must_wait;
  const std::string title = is_fault
                                ? std::string(words.error) + ": " + std::string(words.login_title)
                                : std::string(words.login_title);
  Reply reply = framed({title, language}, html, site.config);
  if (state == LoginState::wrong) reply.status = 422;
  if (state == LoginState::must_wait) reply.status = 429;
  return reply;
}

// Whose password it is; nothing for a wrong one, an unknown address, and who is disabled.
std::optional<Account> account_of(const Site& site, const std::string& email,
                                  const std::string& password) {
  const auto account = site.store.accounts.find(email);
  const bool may_enter = account && !account->disabled;
  const std::string hash = may_enter ? site.store.accounts.password_hash(account->id) : "";
  if (!is_password(password, hash)) return std::nullopt;
  return account;
}

Reply logged_in(const Site& site, const Request& request, const Account& account) {
  const std::string token = new_session_token();
  const Instant now = site.clock.now();
  store::Transaction transaction = site.store.begin();
  if (const auto old = session_token_of(request, site.config)) {
    site.store.sessions.end(hash_of_token(*old));
  }
  site.store.sessions.begin(hash_of_token(token), account.id, now);
  site.store.audit.add({0, now, account.email, "account.login", account.email, ""});
  transaction.commit();
  Reply reply = redirect(local_path(request.form.text("vidare")));
  reply.headers.emplace_back("Set-Cookie", session_cookie(token, site.config));
  return reply;
}

Reply tried(const Site& site, const Request& request) {
  const Typed typed{std::string(utf8_prefix(trimmed(request.form.text("namn")), kEmailBytesMax)),
                    local_path(request.form.text("vidare"))};
  const LoginGuard::Attempt attempt{typed.email, request.sender};
  const Instant now = site.clock.now();
  if (!site.login_guard.may_try(attempt, now)) {
    return login_form(site, typed, LoginState::must_wait);
  }
  const auto account = account_of(site, typed.email, request.form.text("losen"));
  if (!account) {
    Reply reply = login_form(site, typed, LoginState::wrong);
    reply.held = site.login_guard.note_failure(attempt, now);
    return reply;
  }
  site.login_guard.note_success(attempt);
  return logged_in(site, request, *account);
}

}  // namespace

Reply login_page(const Site& site, const Request& request) {
  if (request.method == Method::post) {
    if (!request.is_ours) return theirs_page(site.config.coordinator.language, site.config);
    return tried(site, request);
  }
  const bool has_left = request.query.has("utloggad");
  return login_form(site, {"", local_path(request.query.text("vidare"))},
                    has_left ? LoginState::logged_out : LoginState::asked);
}

Reply logout_page(const Desk& desk, const Request& request) {
  const config::Config& config = desk.site.config;
  if (const auto token = session_token_of(request, config)) {
    desk.site.store.sessions.end(hash_of_token(*token));
  }
  Reply reply = redirect("/logga-in?utloggad=1");
  reply.headers.emplace_back("Set-Cookie", ended_session_cookie(config));
  return reply;
}

Reply to_login(const Request& request) {
  const bool comes_back = request.method != Method::post && request.target != "/";
  return redirect(comes_back ? "/logga-in?vidare=" + percent_encoded(request.target) : "/logga-in");
}

std::string local_path(std::string_view path) {
  const bool is_path = path.starts_with('/') && path.size() <= kPathBytesMax;
  // "//host" and "/\host" lead elsewhere.
  const bool is_elsewhere = path.size() > 1 && (path[1] == '/' || path[1] == '\\');
  const bool is_plain =
      std::all_of(path.begin(), path.end(), [](unsigned char c) { return c > ' ' && c < 0x7F; });
  return is_path && !is_elsewhere && is_plain ? std::string(path) : "/";
}

}  // namespace fundwatch::web
