#include "web/account_page.h"

#include "base/names.h"
#include "base/text.h"
#include "web/account_phrases.h"
#include "web/desk_words.h"
#include "web/password.h"
#include "web/session.h"

namespace fundwatch::web {
namespace {

void put_fact(Markup& html, std::string_view label, std::string_view words) {
  html.tag("<dt>").text(label).tag("</dt><dd>").text(words).tag("</dd>\n");
}

void put_form(Markup& html, const Desk& desk) {
  html.tag("<form method=\"post\" action=\"/konto\">");
  put_csrf(html, desk);
}

void put_language(Markup& html, const Desk& desk) {
  const AccountPhrases& words = account_phrases(desk.language());
  put_form(html, desk);
  html.tag("<div class=\"field\"><label for=\"s\">").text(words.language);
  html.tag("</label><select id=\"s\" name=\"sprak\">");
  for (const Language each : {Language::swedish, Language::english}) {
    html.tag("<option value=\"").text(fundwatch::name_of(each)).tag("\"");
    if (each == desk.language()) html.tag(" selected");
    html.tag(">").text(each == Language::swedish ? words.swedish : words.english);
    html.tag("</option>");
  }
  html.tag("</select></div>\n<button name=\"gor\" value=\"sprak\">").text(words.save);
  html.tag("</button></form>\n");
}

void put_password(Markup& html, const Desk& desk) {
  const AccountPhrases& words = account_phrases(desk.language());
  html.tag("<h2>").text(words.new_password).tag("</h2>\n");
  put_form(html, desk);
  html.tag("<input type=\"hidden\" name=\"namn\" autocomplete=\"username\" value=\"");
  html.text(desk.visitor.account.email).tag("\">\n<div class=\"field\"><label for=\"g\">");
  html.text(words.now).tag("</label><input id=\"g\" name=\"nu\" type=\"password\" required ");
  html.tag("autocomplete=\"current-password\"></div>\n<div class=\"field\"><label for=\"n\">");
  html.text(words.wanted).tag("</label><span class=\"hint\" id=\"nh\">").text(words.wanted_hint);
  html.tag("</span><input id=\"n\" name=\"nytt\" type=\"password\" required ");
  html.tag("autocomplete=\"new-password\" aria-describedby=\"nh\"></div>\n");
  html.tag("<button name=\"gor\" value=\"losen\">").text(words.change).tag("</button></form>\n");
}

void put_others(Markup& html, const Desk& desk) {
  const AccountPhrases& words = account_phrases(desk.language());
  html.tag("<h2>").text(words.others).tag("</h2>\n");
  put_form(html, desk);
  html.tag("<button name=\"gor\" value=\"utloggning\">").text(words.log_out_others);
  html.tag("</button></form>\n");
}

void put_outcome(Markup& html, const AccountPhrases& words, const std::string& deed) {
  if (deed == "sprak") put_done(html, words.saved);
  if (deed == "losen") put_done(html, words.changed);
  if (deed == "utloggning") put_done(html, words.logged_out_others);
}

Reply shown(const Desk& desk, const std::string& deed, std::string_view fault) {
  const AccountPhrases& words = account_phrases(desk.language());
  const Account& account = desk.visitor.account;
  Markup html;
  put_outcome(html, words, deed);
  if (!fault.empty()) {
    html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
    html.text(words.mend).tag("</h2><p><a href=\"#g\">").text(fault).tag("</a></p></div>\n");
  }
  html.tag("<h1>").text(words.title).tag("</h1>\n<dl class=\"facts\">\n");
  put_fact(html, words.email, account.email);
  if (!account.name.empty()) put_fact(html, words.name, account.name);
  put_fact(html, words.role, name_of(desk_phrases(desk.language()), account.role));
  html.tag("</dl>\n");
  put_language(html, desk);
  put_password(html, desk);
  put_others(html, desk);
  return desk_page(desk, {std::string(words.title), Section::none, fault.empty() ? 200 : 422},
                   html);
}

Reply with_language(const Desk& desk, const Request& request) {
  Account account = desk.visitor.account;
  account.language = parse_language(request.form.text("sprak")).value_or(account.language);
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.accounts.update(account);
  record(desk,
         {"account.language", account.email, std::string(fundwatch::name_of(account.language))});
  transaction.commit();
  return redirect("/konto?gjort=sprak");
}

// Everywhere else is logged out with the old password; here a new session begins.
Reply with_password(const Desk& desk, const std::string& password) {
  const Account& account = desk.visitor.account;
  const std::string hash = hash_of_password(password);
  const std::string token = new_session_token();
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.accounts.set_password_hash(account.id, hash);
  desk.site.store.sessions.begin(hash_of_token(token), account.id, desk.site.clock.now());
  record(desk, {"account.password", account.email});
  transaction.commit();
  Reply reply = redirect("/konto?gjort=losen");
  reply.headers.emplace_back("Set-Cookie", session_cookie(token, desk.site.config));
  return reply;
}

Reply changed_password(const Desk& desk, const Request& request) {
  const AccountPhrases& words = account_phrases(desk.language());
  const Account& account = desk.visitor.account;
  const Instant now = desk.site.clock.now();
  // Whoever finds an open browser guesses no faster than at the login.
  const LoginGuard::Attempt attempt{account.email, request.sender};
  const std::string hash = desk.site.store.accounts.password_hash(account.id);
  if (!desk.site.login_guard.may_try(attempt, now) || !is_password(request.form.text("nu"), hash)) {
    Reply reply = shown(desk, "", words.wrong);
    reply.held = desk.site.login_guard.note_failure(attempt, now);
    return reply;
  }
  const std::string& wanted = request.form.text("nytt");
  switch (fault_in_password(wanted)) {
    case PasswordFault::none: return with_password(desk, wanted);
    case PasswordFault::too_short: return shown(desk, "", words.too_short);
    case PasswordFault::too_long: return shown(desk, "", words.too_long);
  }
  return desk_missing_page(desk);
}

Reply logged_out_others(const Desk& desk, const Request& request) {
  const auto token = session_token_of(request, desk.site.config);
  const Account& account = desk.visitor.account;
  store::Transaction transaction = desk.site.store.begin();
  desk.site.store.sessions.end_others(account.id, hash_of_token(token.value_or("")));
  record(desk, {"account.logout", account.email});
  transaction.commit();
  return redirect("/konto?gjort=utloggning");
}

void put_entry(Markup& html, const Desk& desk, const store::AuditEntry& entry) {
  const AccountPhrases& words = account_phrases(desk.language());
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
  html.text(DeskWords(desk).moment(entry.at)).tag("</th><td role=\"cell\" data-l=\"");
  html.text(words.who).tag("\">").text(entry.account.empty() ? words.service : entry.account);
  html.tag("</td><td role=\"cell\" data-l=\"").text(words.what).tag("\"><code>");
  html.text(entry.action).tag("</code></td><td role=\"cell\" data-l=\"").text(words.which);
  html.tag("\">").text(entry.subject);
  for (const std::string_view line : split(entry.detail, '\n')) {
    if (!line.empty()) html.tag("<br><span class=\"small\">").text(line).tag("</span>");
  }
  html.tag("</td></tr>\n");
}

void put_entries(Markup& html, const Desk& desk, const std::vector<store::AuditEntry>& entries) {
  const AccountPhrases& words = account_phrases(desk.language());
  html.tag("<table class=\"fold\" role=\"table\"><caption class=\"vh\">").text(words.record);
  html.tag("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
  for (const std::string_view head : {words.when, words.who, words.what, words.which}) {
    html.tag("<th scope=\"col\" role=\"columnheader\">").text(head).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const store::AuditEntry& entry : entries) put_entry(html, desk, entry);
  html.tag("</tbody></table>\n");
}

}  // namespace

Reply account_page(const Desk& desk, const Request& request) {
  if (request.method != Method::post) return shown(desk, request.query.text("gjort"), "");
  const std::string& deed = request.form.text("gor");
  if (deed == "sprak") return with_language(desk, request);
  if (deed == "losen") return changed_password(desk, request);
  if (deed == "utloggning") return logged_out_others(desk, request);
  return desk_missing_page(desk);
}

Reply record_page(const Desk& desk, const Request& request) {
  const AccountPhrases& words = account_phrases(desk.language());
  const auto entries =
      desk.site.store.audit.page(number_in(request.query.text("fore")), kRecordShownMax);
  Markup html;
  html.tag("<h1>").text(words.record).tag("</h1>\n<p class=\"lead\">");
  html.text(entries.empty() ? words.record_none : words.record_lead).tag("</p>\n");
  if (!entries.empty()) put_entries(html, desk, entries);
  if (entries.size() == kRecordShownMax) {
    html.tag("<p class=\"row\"><a class=\"btn\" href=\"/logg?fore=");
    html.text(std::to_string(entries.back().id)).tag("\">").text(words.older).tag("</a></p>\n");
  }
  return desk_page(desk, {std::string(words.record), Section::none}, html);
}

}  // namespace fundwatch::web
