#include "web/profile_form.h"

#include <algorithm>
#include <array>

#include "base/names.h"
#include "base/text.h"
#include "digest/words.h"
#include "matchers/forms.h"
#include "web/profile_phrases.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::size_t kInputCharactersMax = 60;  // what is longer gets several lines
constexpr std::size_t kLineCharacters = 60;
constexpr std::size_t kLinesMax = 8;
constexpr std::size_t kFormsShownMax = 60;
constexpr std::array kRoles{TermRole::adds, TermRole::required, TermRole::veto, TermRole::context};

const ProfilePhrases& words_of(const ProfileEditor& editor) {
  return profile_phrases(editor.desk.language());
}

std::string_view name_in(const ProfilePhrases& words, TermRole role) {
  switch (role) {
    case TermRole::adds: return words.adds;
    case TermRole::required: return words.required;
    case TermRole::veto: return words.veto;
    case TermRole::context: break;
  }
  return words.context;
}

std::string fault_line(const ProfilePhrases& words, std::size_t n, const RowRemark& remark) {
  const std::string row = std::to_string(n);
  if (!remark.character) return fill(words.at_row, {{"n", row}, {"words", remark.words}});
  return fill(
      words.at_character,
      {{"n", row}, {"character", std::to_string(*remark.character + 1)}, {"words", remark.words}});
}

// The rule with a caret below the character.
void put_caret(Markup& html, const TermRow& row, std::size_t character) {
  constexpr std::size_t kBefore = 30;
  constexpr std::size_t kAround = 60;
  const std::size_t skipped = character > kBefore ? character - kBefore : 0;
  std::string_view text = row.text;
  text.remove_prefix(text.size() - [&] {
    std::string_view rest = text;
    for (std::size_t i = 0; i < skipped && !rest.empty(); ++i) {
      do rest.remove_prefix(1);
      while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0) == 0x80);
    }
    return rest.size();
  }());
  std::string shown(utf8_prefix(text, kAround));
  html.tag("<pre class=\"at\" aria-hidden=\"true\">").text(shown).tag("\n");
  html.text(std::string(character - skipped, ' ') + "^").tag("</pre>");
}

void put_count(Markup& html, const ProfileEditor& editor, const TermRow& row) {
  const ProfilePhrases& words = words_of(editor);
  const auto found = editor.counts.find(row.text);
  if (found == editor.counts.end()) return;
  const Words says(editor.desk.language());
  const matchers::TermCount& count = found->second;
  html.tag("<p class=\"small muted\">");
  if (row.role == TermRole::veto) {
    html.text(says.count(words.row_stops, static_cast<int>(count.items)));
  } else if (count.hits == 0) {
    html.text(words.row_none);
  } else {
    html.text(says.count(words.row_hits, static_cast<int>(count.hits)));
    if (count.dismissed > 0) {
      html.text(", ").text(says.count(words.row_dismissed, static_cast<int>(count.dismissed)));
    }
  }
  html.tag("</p>");
}

void put_row_note(Markup& html, const ProfileEditor& editor, std::size_t n, const TermRow& row) {
  const ProfilePhrases& words = words_of(editor);
  const std::string id = std::to_string(n);
  html.tag("<div class=\"t4\" data-live-note id=\"c").text(id).tag("\">");
  if (row.fault) {
    html.tag("<p class=\"err\" id=\"e").text(id).tag("\">").text(fault_line(words, n, *row.fault));
    html.tag("</p>");
    if (row.fault->character) put_caret(html, row, *row.fault->character);
  }
  for (const RowRemark& warning : row.warnings) {
    html.tag("<p class=\"small\"><span class=\"state warn\">").text(fault_line(words, n, warning));
    html.tag("</span></p>");
  }
  if (row.is_empty()) {
    html.tag("<p class=\"small muted\">").text(words.new_row).tag("</p>");
  } else if (!row.fault) {
    put_count(html, editor, row);
  }
  html.tag("</div>\n");
}

void put_rule_input(Markup& html, std::size_t n, const TermRow& row) {
  const std::string id = std::to_string(n);
  const std::size_t length = utf8_length(row.text);
  const bool is_long = length > kInputCharactersMax;
  html.tag(is_long ? digest::Literal("<textarea rows=\"") : digest::Literal("<input value=\""));
  html.text(is_long ? std::to_string(std::min(length / kLineCharacters + 1, kLinesMax)) : row.text);
  html.tag("\" id=\"t")
      .text(id)
      .tag("\" name=\"ord\" spellcheck=\"false\" autocapitalize=\"none\" ");
  html.tag("aria-describedby=\"c").text(id).tag("\"");
  if (row.fault) html.tag(" aria-invalid=\"true\"");
  html.tag(">");
  if (is_long) html.text(row.text).tag("</textarea>");
}

void put_forms_of(Markup& html, const ProfileEditor& editor, const std::vector<std::string>& forms,
                  bool is_choosable) {
  const std::string row = std::to_string(editor.forms_of_row);
  html.tag("<p class=\"cols\">");
  for (std::size_t i = 0; i < std::min(forms.size(), kFormsShownMax); ++i) {
    if (is_choosable) {
      html.tag("<label class=\"tick small\"><input type=\"checkbox\" name=\"uteslut\" value=\"");
      html.text(row).text(":").text(forms[i]).tag("\"><span>").text(forms[i]);
      html.tag("</span></label>");
    } else {
      html.text(forms[i]).tag("<br>");
    }
  }
  html.tag("</p>\n");
}

void put_keyword(Markup& html, const ProfileEditor& editor, const matchers::Keyword& keyword,
                 bool is_choosable) {
  const ProfilePhrases& words = words_of(editor);
  const matchers::Forms forms = matchers::forms_of(editor.desk.site.services.lexicon, keyword);
  html.tag("<h3>").text(keyword.word).tag("</h3>\n");
  const std::pair<std::string_view, const std::vector<std::string>*> groups[] = {
      {words.forms_inflected, &forms.inflected},
      {words.forms_derived, &forms.derived},
      {words.forms_compounds, &forms.compounds}};
  for (const auto& [title, group] : groups) {
    if (group->empty()) continue;
    html.tag("<p class=\"small muted\">").text(title).tag("</p>\n");
    put_forms_of(html, editor, *group, is_choosable);
  }
}

// Of the row that was asked for: which words its own stand for.
void put_row_forms(Markup& html, const ProfileEditor& editor, std::size_t n, const TermRow& row) {
  if (editor.forms_of_row != n) return;
  const ProfilePhrases& words = words_of(editor);
  const auto parsed = matchers::parse_query(row.text);
  const auto* query = std::get_if<matchers::Query>(&parsed);
  if (query == nullptr) return;
  std::vector<matchers::Keyword> keywords = matchers::keywords_of(*query);
  html.tag("<div class=\"t4 card\" id=\"former\" tabindex=\"-1\"><h3>");
  html.text(fill(words.forms_title, {{"n", std::to_string(n)}})).tag("</h3>\n");
  if (keywords.empty()) html.tag("<p>").text(words.forms_none).tag("</p>\n");
  // A form is excluded behind its word; where there are several, by the person's own hand.
  const bool is_choosable =
      keywords.size() == 1 && row.text.find_first_of("()\"") == std::string::npos;
  if (is_choosable) html.tag("<p>").text(words.forms_exclude).tag("</p>\n");
  keywords.resize(std::min(keywords.size(), matchers::kKeywordsShownMax));
  for (const matchers::Keyword& keyword : keywords) {
    put_keyword(html, editor, keyword, is_choosable);
  }
  html.tag("</div>\n");
}

void put_row(Markup& html, const ProfileEditor& editor, std::size_t n, const TermRow& row) {
  const ProfilePhrases& words = words_of(editor);
  const std::string id = std::to_string(n);
  html.tag("<fieldset class=\"term\"><legend class=\"vh\">").text(fill(words.row, {{"n", id}}));
  html.tag("</legend>\n<div class=\"t1\"><label for=\"t").text(id).tag("\">").text(words.rule);
  html.tag("</label>");
  put_rule_input(html, n, row);
  html.tag("</div>\n<div><label for=\"r").text(id).tag("\">").text(words.role);
  html.tag("</label><select id=\"r").text(id).tag("\" name=\"roll\">");
  for (const TermRole role : kRoles) {
    html.tag("<option value=\"").text(fundwatch::name_of(role));
    html.tag(role == row.role ? digest::Literal("\" selected>") : digest::Literal("\">"));
    html.text(name_in(words, role)).tag("</option>");
  }
  html.tag("</select></div>\n<div class=\"t3\"><label for=\"w").text(id).tag("\">");
  html.text(words.weight).tag("</label><input id=\"w").text(id);
  html.tag("\" name=\"vikt\" inputmode=\"decimal\" value=\"").text(row.weight).tag("\"></div>\n");
  if (!row.is_empty()) {
    const std::string which = fill(words.remove_row, {{"n", id}});
    html.tag(
        "<div class=\"t5\"><label class=\"tick small\"><input type=\"checkbox\" name=\"bort\" "
        "value=\"");
    html.text(id).tag("\"><span>").text(words.remove).tag("<span class=\"vh\"> ").text(which);
    html.tag("</span></span></label><button name=\"former\" value=\"").text(id);
    html.tag("\">").text(words.forms).tag("<span class=\"vh\"> ");
    html.text(fill(words.forms_of, {{"n", id}})).tag("</span></button></div>\n");
  }
  put_row_note(html, editor, n, row);
  put_row_forms(html, editor, n, row);
  html.tag("</fieldset>\n");
}

struct TextField {
  digest::Literal id;
  digest::Literal name;
  digest::Literal attributes;
  std::string_view label;
  std::string_view hint;
};

void put_field(Markup& html, const TextField& field, const std::string& value,
               const std::string& fault) {
  html.tag("<div class=\"field\"><label for=\"").tag(field.id).tag("\">").text(field.label);
  html.tag("</label><span class=\"hint\" id=\"").tag(field.id).tag("h\">").text(field.hint);
  html.tag("</span>");
  if (!fault.empty()) {
    html.tag("<p class=\"err\" id=\"").tag(field.id).tag("e\">").text(fault).tag("</p>");
  }
  html.tag("<input id=\"").tag(field.id).tag("\" name=\"").tag(field.name).tag("\" ");
  html.tag(field.attributes).tag(" value=\"").text(value).tag("\" aria-describedby=\"");
  html.tag(field.id).tag("h");
  if (!fault.empty()) html.tag(" ").tag(field.id).tag("e\" aria-invalid=\"true");
  html.tag("\"></div>\n");
}

void put_fields(Markup& html, const ProfileEditor& editor) {
  const ProfilePhrases& words = words_of(editor);
  const ProfileDraft& draft = editor.draft;
  put_field(html, {"pn", "namn", "maxlength=\"80\"", words.title, words.title_hint}, draft.title,
            draft.title_fault);
  put_field(html, {"pe", "namn_en", "maxlength=\"80\"", words.english_title, words.english_hint},
            draft.english_title, "");
  put_field(
      html,
      {"pg", "grans", "class=\"few\" inputmode=\"decimal\"", words.threshold, words.threshold_hint},
      draft.threshold, draft.threshold_fault);
}

void put_save(Markup& html, const ProfileEditor& editor) {
  const ProfilePhrases& words = words_of(editor);
  html.tag("<div class=\"row\"><button name=\"gor\" value=\"rad\">").text(words.add_row);
  html.tag("</button><button name=\"gor\" value=\"rakna\">").text(words.recount);
  html.tag("</button></div>\n");
  put_field(html, {"pk", "varfor", "maxlength=\"200\"", words.why, words.why_hint},
            editor.draft.reason, "");
  html.tag("<div class=\"row\"><button class=\"go big\" name=\"gor\" value=\"spara\">");
  const int next = editor.stored ? editor.stored->version + 1 : 1;
  html.text(editor.is_new() ? std::string(words.save_new)
                            : fill(words.save, {{"version", std::to_string(next)}}));
  html.tag("</button> <a class=\"btn\" href=\"").text(address_of(editor)).tag("\">");
  html.text(words.undo_changes).tag("</a></div>\n");
}

// So that Enter in a field counts again instead of doing what the first button does.
void put_first_button(Markup& html, const ProfilePhrases& words) {
  html.tag(
      "<button class=\"vh\" tabindex=\"-1\" aria-hidden=\"true\" name=\"gor\" value=\"rakna\">");
  html.text(words.recount).tag("</button>\n");
}

}  // namespace

bool ProfileEditor::is_same_content() const {
  return stored && changed && stored->title == changed->title &&
         stored->threshold == changed->threshold && stored->terms == changed->terms;
}

std::string address_of(const ProfileEditor& editor) {
  return "/profiler/" + (editor.is_new() ? std::string("ny") : editor.draft.name);
}

void put_profile_faults(Markup& html, const ProfileEditor& editor) {
  if (!editor.is_attempt || !editor.draft.is_faulty()) return;
  const ProfilePhrases& words = words_of(editor);
  const ProfileDraft& draft = editor.draft;
  html.tag("<div class=\"note bad\" role=\"alert\" tabindex=\"-1\" id=\"fel\"><h2>");
  html.text(words.not_saved).tag("</h2>\n<ul>");
  if (!draft.fault.empty()) html.tag("<li>").text(draft.fault).tag("</li>");
  if (!draft.title_fault.empty()) {
    html.tag("<li><a href=\"#pn\">").text(draft.title_fault).tag("</a></li>");
  }
  if (!draft.threshold_fault.empty()) {
    html.tag("<li><a href=\"#pg\">").text(draft.threshold_fault).tag("</a></li>");
  }
  for (std::size_t i = 0; i < draft.rows.size(); ++i) {
    if (!draft.rows[i].fault) continue;
    const std::string n = std::to_string(i + 1);
    html.tag("<li><a href=\"#t").text(n).tag("\">").text(fill(words.mend_row, {{"n", n}}));
    html.tag("</a></li>");
  }
  html.tag("</ul>\n<p>").text(words.nothing_lost).tag("</p></div>\n");
}

void put_profile_form(Markup& html, const ProfileEditor& editor) {
  const ProfilePhrases& words = words_of(editor);
  html.tag("<form method=\"post\" action=\"").text(address_of(editor));
  html.tag("\" id=\"profil\" data-live>");
  put_csrf(html, editor.desk);
  put_first_button(html, words);
  html.tag("<input type=\"hidden\" name=\"utgar\" value=\"");
  html.text(std::to_string(editor.draft.based_on)).tag("\">\n");
  put_fields(html, editor);
  html.tag("<h2>").text(words.rules).tag("</h2>\n");
  for (std::size_t i = 0; i < editor.draft.rows.size(); ++i) {
    put_row(html, editor, i + 1, editor.draft.rows[i]);
  }
  put_save(html, editor);
  html.tag("</form>\n");
}

void put_rule_help(Markup& html, Language language) {
  const ProfilePhrases& words = profile_phrases(language);
  html.tag("<details class=\"card\"><summary>").text(words.how_to).tag("</summary>\n");
  html.tag("<dl class=\"facts\"><dt><code>socialt företag</code></dt><dd>").text(words.how_phrase);
  html.tag("</dd><dt><code>\"exakt så här\"</code></dt><dd>").text(words.how_exact);
  html.tag("</dd><dt><code>tvätt*</code></dt><dd>").text(words.how_begin);
  html.tag("</dd><dt><code>*stöd</code></dt><dd>").text(words.how_end);
  html.tag("</dd><dt><code>medel -läkemedel</code></dt><dd>").text(words.how_exclude);
  html.tag("</dd><dt><code>(a OR b) AND NOT c</code></dt><dd>").text(words.how_combine);
  html.tag("</dd><dt><code>a NEAR/5 b</code></dt><dd>").text(words.how_near);
  html.tag("</dd><dt><code>place:Gävle</code></dt><dd>").text(words.how_place);
  html.tag("</dd></dl></details>\n");
}

}  // namespace fundwatch::web
