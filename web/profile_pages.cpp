#include "web/profile_pages.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "digest/words.h"
#include "web/case_card.h"
#include "web/numbers.h"
#include "web/profile_panel.h"
#include "web/profile_phrases.h"
#include "web/profile_saving.h"
#include "web/profile_trial.h"
#include "web/profile_versions.h"
#include "web/webhook_section.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::size_t kHitsCounted = 500;  // the newest, for what each row brought

// What each row brought to the hits that are stored.
void count_stored(ProfileEditor& editor) {
  if (!editor.stored) return;
  for (const Term& term : editor.stored->terms) {
    if (term.role != TermRole::veto) editor.counts[term.text];
  }
  const store::Hits& hits = editor.desk.site.store.hits;
  for (const Hit& hit : hits.newest_of(editor.stored->id, kHitsCounted)) {
    std::vector<std::string> told;
    for (const Reason& reason : hit.reasons) {
      const auto count = editor.counts.find(reason.term);
      if (count == editor.counts.end()) continue;
      if (std::ranges::find(told, reason.term) != told.end()) continue;
      told.push_back(reason.term);
      ++count->second.hits;
      if (hit.review == Review::dismissed) ++count->second.dismissed;
      if (hit.review == Review::kept) ++count->second.kept;
    }
  }
}

// What each row would bring.
void count_effect(ProfileEditor& editor) {
  const auto& tune = editor.desk.site.services.tune;
  if (!editor.changed || !tune) return;
  editor.effect = tune(*editor.changed, std::nullopt);
  if (!*editor.effect) return;
  const matchers::Effect& effect = (**editor.effect).effect;
  editor.counts.clear();
  for (std::size_t i = 0; i < effect.per_term.size() && i < editor.changed->terms.size(); ++i) {
    editor.counts[editor.changed->terms[i].text] = effect.per_term[i];
  }
}

void put_tabs(Markup& html, const ProfileEditor& editor) {
  const Desk& desk = editor.desk;
  const ProfilePhrases& words = profile_phrases(desk.language());
  html.tag("<nav aria-label=\"").text(words.profiles).tag("\"><ul class=\"tabs\">\n");
  for (const Profile& profile : desk.site.store.profiles.all()) {
    html.tag("<li><a href=\"/profiler/").text(profile.name).tag("\"");
    if (profile.name == editor.draft.name) html.tag(" aria-current=\"page\"");
    html.tag(">").text(title_of(profile, desk.language())).tag("</a></li>\n");
  }
  html.tag("<li><a href=\"/profiler/ny\"");
  if (editor.is_new()) html.tag(" aria-current=\"page\"");
  html.tag(">").text(words.new_profile).tag("</a></li>\n</ul></nav>\n");
}

std::string lead(const ProfileEditor& editor) {
  const ProfilePhrases& words = profile_phrases(editor.desk.language());
  if (!editor.stored) return std::string(words.draft_new);
  const int version = editor.stored->version;
  if (!editor.changed || !editor.is_same_content()) {
    return fill(words.draft_unsaved, {{"version", std::to_string(version + 1)}});
  }
  return fill(words.draft_of, {{"version", std::to_string(version)}});
}

void put_done_note(Markup& html, const Desk& desk, const Request& request) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  const auto version = whole_number(request.query.text("version"));
  if (!version) return;
  const std::string number = std::to_string(*version);
  if (request.query.has("sparad")) put_done(html, fill(words.saved, {{"version", number}}));
  if (request.query.has("samma")) put_done(html, fill(words.same, {{"version", number}}));
}

Reply editor_page(ProfileEditor& editor, const Request& request) {
  const Desk& desk = editor.desk;
  const ProfilePhrases& words = profile_phrases(desk.language());
  if (editor.draft.rows.empty() || !editor.draft.rows.back().is_empty()) {
    if (editor.draft.rows.size() < kTermRowsMax) editor.draft.rows.emplace_back();
  }
  const bool is_faulty =
      (editor.is_attempt && editor.draft.is_faulty()) || !editor.webhook.fault.empty();
  const std::string title = editor.is_new() && editor.draft.title.empty()
                                ? std::string(words.new_profile)
                                : editor.draft.title;
  Markup html;
  put_profile_faults(html, editor);
  put_webhook_note(html, desk, editor.webhook);
  put_done_note(html, desk, request);
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(lead(editor)).tag("</p>\n");
  put_tabs(html, editor);
  html.tag("<div class=\"two\">\n<div>\n");
  put_profile_form(html, editor);
  html.tag("</div>\n<aside class=\"side\" aria-labelledby=\"p-h\">\n");
  put_profile_panel(html, editor);
  put_proposals(html, editor);
  put_trial(html, editor);
  html.tag("</aside>\n</div>\n<hr>\n");
  put_rule_help(html, desk.language());
  if (editor.stored) put_versions(html, desk, *editor.stored);
  // Addresses of receivers may be secrets: who may not change them does not see them.
  if (editor.stored && desk.may_change()) put_webhook(html, desk, *editor.stored, editor.webhook);
  return desk_page(desk, {title, Section::profiles, is_faulty ? 422 : 200}, html);
}

Reply saved_reply(const SavedVersion& saved) {
  return redirect("/profiler/" + saved.profile.name +
                  "?version=" + std::to_string(saved.profile.version) +
                  (saved.is_new ? "&sparad=1" : "&samma=1"));
}

// What was saved since the page was opened is not silently replaced: a person is told once.
Reply overtaken_page(ProfileEditor& editor, const Request& request) {
  const ProfilePhrases& words = profile_phrases(editor.desk.language());
  const auto latest = editor.desk.site.store.profiles.find(editor.draft.name);
  editor.is_attempt = true;
  if (editor.is_new()) {
    editor.draft.title_fault = words.name_taken;
  } else if (latest) {
    editor.draft.fault =
        fill(words.saved_elsewhere, {{"version", std::to_string(latest->version)}});
    editor.draft.based_on = latest->version;
    editor.stored = latest;
  } else {
    return desk_missing_page(editor.desk);
  }
  return editor_page(editor, request);
}

Reply saved(ProfileEditor& editor, const Request& request) {
  editor.is_attempt = true;
  if (!editor.changed) return editor_page(editor, request);
  if (editor.is_new() && editor.changed->name == kNewProfile)
    return overtaken_page(editor, request);
  const int based_on = editor.is_new() ? 0 : editor.draft.based_on;
  const auto saved = save_version(editor.desk, *editor.changed, editor.draft.reason, based_on);
  return saved ? saved_reply(*saved) : overtaken_page(editor, request);
}

// Of a stored profile.
Reply reverted(ProfileEditor& editor, const Request& request, std::int64_t version) {
  const Desk& desk = editor.desk;
  editor.draft = draft_of(*editor.stored);
  editor.changed = checked(editor.draft, desk.language());
  const auto old = std::in_range<int>(version) ? desk.site.store.profiles.at_version(
                                                     editor.stored->id, static_cast<int>(version))
                                               : std::nullopt;
  if (!old) return redirect(address_of(editor));
  const std::int64_t based_on = whole_number(request.form.text("utgar")).value_or(0);
  const auto saved = revert_to(desk, *old, based_on);
  return saved ? saved_reply(*saved) : overtaken_page(editor, request);
}

// The proposal whose button was pressed.
void take_proposal(ProfileDraft& draft, const Fields& form) {
  if (const std::string term = collapsed(form.text("stoppa")); !term.empty()) {
    take_up(draft, matchers::ProposalKind::add_veto, term);
  }
  if (const std::string term = collapsed(form.text("halvera")); !term.empty()) {
    take_up(draft, matchers::ProposalKind::weaken_term, term);
  }
}

void drop_empty_rows(ProfileDraft& draft) { std::erase_if(draft.rows, &TermRow::is_empty); }

Reply changed_page(const Desk& desk, const Request& request, ProfileEditor& editor) {
  const std::string& deed = request.form.text("gor");
  editor.draft = draft_of(request.form);
  editor.draft.name = editor.stored ? editor.stored->name : std::string();
  take_proposal(editor.draft, request.form);
  if (!request.form.has("live")) drop_empty_rows(editor.draft);
  editor.changed = checked(editor.draft, desk.language());
  if (deed == "spara") return saved(editor, request);
  editor.tried = std::string(utf8_prefix(request.form.text("prova"), kTriedCharactersMax));
  editor.forms_of_row = static_cast<std::size_t>(
      std::max<std::int64_t>(0, whole_number(request.form.text("former")).value_or(0)));
  const bool wants_proposals =
      deed == "forslag" || request.form.has("stoppa") || request.form.has("halvera");
  if (wants_proposals && editor.stored) {
    editor.judged = judge(desk.site.store, *editor.stored);
  }
  count_effect(editor);
  return editor_page(editor, request);
}

void put_profile_row(Markup& html, const Desk& desk, const Profile& profile) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  const store::ReviewCounts marks = desk.site.store.hits.review_counts(profile.id);
  const auto cell = [&html](std::string_view label, const std::string& text) {
    html.tag("<td role=\"cell\" class=\"r\" data-l=\"").text(label).tag("\">").text(text);
    html.tag("</td>");
  };
  html.tag("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\"><a href=\"/profiler/");
  html.text(profile.name).tag("\">").text(title_of(profile, desk.language())).tag("</a></th>");
  cell(words.version_label, std::to_string(profile.version));
  cell(words.terms, std::to_string(profile.terms.size()));
  cell(words.kept_part, marks.all() == 0
                            ? std::string("–")
                            : fill(words.kept_of, {{"kept", std::to_string(marks.kept)},
                                                   {"all", std::to_string(marks.all())}}));
  html.tag("</tr>\n");
}

}  // namespace

Reply profiles_page(const Desk& desk, const Request& /*request*/) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  const std::vector<Profile> profiles = desk.site.store.profiles.all();
  const std::string title =
      Words(desk.language()).count(words.title_all, static_cast<int>(profiles.size()));
  Markup html;
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(words.lead).tag("</p>\n");
  if (desk.may_change()) {
    html.tag("<p><a class=\"btn\" href=\"/profiler/ny\">").text(words.new_profile);
    html.tag("</a></p>\n");
  }
  html.tag("<table class=\"fold\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
  html.tag("<th scope=\"col\" role=\"columnheader\">").text(words.name).tag("</th>");
  for (const std::string_view label : {words.version_label, words.terms, words.kept_part}) {
    html.tag("<th scope=\"col\" role=\"columnheader\" class=\"r\">").text(label).tag("</th>");
  }
  html.tag("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (const Profile& profile : profiles) put_profile_row(html, desk, profile);
  html.tag("</tbody></table>\n");
  return desk_page(desk, {title, Section::profiles}, html);
}

Reply profile_page(const Desk& desk, const Request& request) {
  constexpr std::string_view kPath = "/profiler/";
  const std::string name = request.path.substr(kPath.size());
  ProfileEditor editor{desk, {}, {}, {}};
  if (name != kNewProfile) {
    editor.stored = desk.site.store.profiles.find(name);
    if (!editor.stored) return desk_missing_page(desk);
  }
  if (request.method == Method::post) {
    const auto version = whole_number(request.form.text("version"));
    if (version && editor.stored) return reverted(editor, request, *version);
    if (!editor.stored || !request.form.has(kWebhookDeed)) {
      return changed_page(desk, request, editor);
    }
    editor.webhook = change_webhook(desk, *editor.stored, request.form);
  }
  if (editor.stored) {
    editor.draft = draft_of(*editor.stored);
    editor.changed = checked(editor.draft, desk.language());
  } else {
    editor.draft.threshold = "1";
    editor.changed = Profile{};  // nothing is wrong before anything is written
  }
  count_stored(editor);
  return editor_page(editor, request);
}

}  // namespace fundwatch::web
