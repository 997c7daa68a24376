#include "web/profile_versions.h"

#include <algorithm>

#include "digest/phrases.h"
#include "web/case_card.h"
#include "web/numbers.h"
#include "web/profile_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;

std::string_view name_in(const ProfilePhrases& words, TermRole role) {
  switch (role) {
    case TermRole::adds: break;
    case TermRole::required: return words.required;
    case TermRole::veto: return words.veto;
    case TermRole::context: return words.context;
  }
  return "";
}

// "3  tvätt*", "Måste finnas 0  place:Gävleborg"
std::vector<std::string> lines_of(const Profile& profile, Language language) {
  const ProfilePhrases& words = profile_phrases(language);
  std::vector<std::string> lines;
  lines.push_back(fill(words.title_line, {{"title", profile.title.swedish}}));
  if (!profile.title.english.empty()) {
    lines.push_back(fill(words.title_line, {{"title", profile.title.english}}));
  }
  lines.push_back(fill(words.threshold_line, {{"threshold", exact_words(profile.threshold)}}));
  for (const Term& term : profile.terms) {
    std::string line(name_in(words, term.role));
    if (!line.empty()) line += " ";
    lines.push_back(line + exact_words(term.weight) + "  " + term.text);
  }
  return lines;
}

std::vector<std::string> without(std::vector<std::string> lines,
                                 const std::vector<std::string>& others) {
  std::erase_if(lines, [&others](const std::string& line) {
    return std::ranges::find(others, line) != others.end();
  });
  return lines;
}

void put_difference(Markup& html, const Profile& before, const Profile& after, Language language) {
  const ProfilePhrases& words = profile_phrases(language);
  const ProfileDifference changes = difference(before, after, language);
  html.tag("<details><summary>").text(words.changes).tag("<span class=\"vh\">: ");
  html.text(fill(words.version, {{"version", std::to_string(after.version)}}));
  html.tag("</span></summary>");
  if (changes.removed.empty() && changes.added.empty()) {
    html.tag("<p>").text(words.no_changes).tag("</p></details>\n");
    return;
  }
  html.tag("<pre class=\"diff\" tabindex=\"0\" role=\"region\" aria-label=\"");
  html.text(fill(words.changes_in, {{"version", std::to_string(after.version)}})).tag("\">");
  for (const std::string& line : changes.removed) {
    html.tag("<del><span class=\"vh\">").text(words.removed).tag("</span>").text(line);
    html.tag("</del>");
  }
  for (const std::string& line : changes.added) {
    html.tag("<ins><span class=\"vh\">").text(words.added).tag("</span>").text(line);
    html.tag("</ins>");
  }
  html.tag("</pre></details>\n");
}

// Back from the one in force to that one.
void put_revert(Markup& html, const Desk& desk, const Profile& stored, const Profile& version) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  html.tag("<form method=\"post\" action=\"/profiler/").text(version.name).tag("\">");
  put_csrf(html, desk);
  html.tag("<input type=\"hidden\" name=\"utgar\" value=\"");
  html.text(std::to_string(stored.version)).tag("\">");
  html.tag("<button name=\"version\" value=\"").text(std::to_string(version.version)).tag("\">");
  html.text(fill(words.revert, {{"version", std::to_string(version.version)}}));
  html.tag("</button></form>\n");
}

void put_version(Markup& html, const Desk& desk, const store::Profiles::Saved& saved,
                 bool is_in_force) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  const std::string number = std::to_string(saved.profile.version);
  html.tag("<p><b>").text(fill(words.version, {{"version", number}})).tag("</b>");
  if (is_in_force) html.text(", ").text(words.in_force);
  html.text(". ");
  html.text(fill(words.saved_by,
                 {{"author", saved.change.author}, {"moment", moment_of(desk, saved.change.at)}}));
  if (!saved.change.reason.empty()) html.text(" ”").text(saved.change.reason).text("”");
  html.tag("</p>\n");
}

}  // namespace

ProfileDifference difference(const Profile& before, const Profile& after, Language language) {
  const std::vector<std::string> old_lines = lines_of(before, language);
  const std::vector<std::string> new_lines = lines_of(after, language);
  return {without(old_lines, new_lines), without(new_lines, old_lines)};
}

void put_versions(Markup& html, const Desk& desk, const Profile& stored) {
  const ProfilePhrases& words = profile_phrases(desk.language());
  const auto versions = desk.site.store.profiles.versions(stored.id, kVersionsShownMax);
  html.tag("<h2 id=\"versioner\">").text(words.versions);
  html.tag("</h2>\n<ol class=\"plain stack\">\n");
  for (std::size_t i = 0; i < versions.size(); ++i) {
    html.tag("<li class=\"card\">");
    put_version(html, desk, versions[i], i == 0);
    if (i + 1 < versions.size()) {
      put_difference(html, versions[i + 1].profile, versions[i].profile, desk.language());
    }
    if (i > 0 && desk.may_change()) put_revert(html, desk, stored, versions[i].profile);
    html.tag("</li>\n");
  }
  html.tag("</ol>\n<p class=\"small muted\">").text(words.revert_note).tag("</p>\n");
}

}  // namespace fundwatch::web
