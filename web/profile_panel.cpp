#include "web/profile_panel.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "digest/words.h"
#include "matchers/matcher.h"
#include "web/numbers.h"
#include "web/profile_phrases.h"
#include "web/profile_trial.h"
#include "web/quotation.h"

namespace fundwatch::web {
namespace {

using digest::fill;
using digest::Words;

constexpr std::size_t kTitleCharactersMax = 120;
constexpr std::size_t kTermsShownMax = 3;

const ProfilePhrases& words_of(const ProfileEditor& editor) {
  return profile_phrases(editor.desk.language());
}

// What examples need: the profile that has them, and what people said of its hits.
struct Examples {
  const ProfileEditor& editor;
  const std::vector<ItemId>& items;
  std::optional<matchers::Matcher> matcher = {};
  std::unordered_map<ItemId, Review> reviews = {};
};

// The words that gave points, as they stood.
std::string words_in(const Examples& examples, const Item& item, const std::string& source) {
  if (!examples.matcher) return {};
  const Words says(examples.editor.desk.language());
  std::vector<std::string> words;
  for (const Hit& hit : examples.matcher->match({item, source})) {
    for (const Reason& reason : hit.reasons) {
      const std::string& text = text_of(item, reason.field);
      if (reason.weight <= 0 || reason.field == Field::facts || reason.end > text.size()) continue;
      const auto stood = std::string_view(text).substr(reason.begin, reason.end - reason.begin);
      std::string quoted = says.quoted(collapsed(stood));
      if (std::ranges::find(words, quoted) == words.end()) words.push_back(std::move(quoted));
    }
  }
  if (words.size() > kTermsShownMax) words.resize(kTermsShownMax);
  return says.list(words);
}

void put_example(Markup& html, const Examples& examples, ItemId id) {
  const Desk& desk = examples.editor.desk;
  const auto item = desk.site.store.items.find(id);
  if (!item) return;
  const auto source = desk.site.store.sources.find(item->source);
  const std::string name = source ? source->name : std::string();
  html.tag("<li><a href=\"/traffar/");
  html.text(std::to_string(static_cast<std::int64_t>(item->case_id))).tag("\">");
  html.text(shortened(item->title, kTitleCharactersMax))
      .tag("</a><br><span class=\"small muted\">");
  html.text(name).text(", ");
  html.text(Words(desk.language()).day(desk.site.calendar.day(item->first_seen))).text(". ");
  const std::string words = words_in(examples, *item, name);
  if (!words.empty()) html.text(words).text(". ");
  const auto review = examples.reviews.find(id);
  if (review != examples.reviews.end()) {
    const ProfilePhrases& phrases = words_of(examples.editor);
    html.tag("<b>");
    html.text(review->second == Review::kept ? phrases.you_kept : phrases.you_dismissed);
    html.tag("</b>");
  }
  html.tag("</span></li>\n");
}

void put_examples(Markup& html, const Examples& examples, const digest::Counted& heading) {
  if (examples.items.empty()) return;
  const ProfilePhrases& phrases = words_of(examples.editor);
  const Words says(examples.editor.desk.language());
  const auto count = static_cast<int>(examples.items.size());
  html.tag("<h3>").text(says.count(heading, count)).tag("</h3>\n<ul class=\"plain stack\">\n");
  const std::size_t shown = std::min(examples.items.size(), kExamplesMax);
  for (std::size_t i = 0; i < std::min(shown, kExamplesOpen); ++i) {
    put_example(html, examples, examples.items[i]);
  }
  html.tag("</ul>\n");
  if (shown <= kExamplesOpen) return;
  html.tag("<details><summary>");
  html.text(says.count(phrases.show_more, static_cast<int>(shown - kExamplesOpen)));
  html.tag("</summary><ul class=\"plain stack\">\n");
  for (std::size_t i = kExamplesOpen; i < shown; ++i)
    put_example(html, examples, examples.items[i]);
  if (examples.items.size() > shown) {
    html.tag("<li>").text(says.count(phrases.and_more, count - static_cast<int>(shown)));
    html.tag("</li>\n");
  }
  html.tag("</ul></details>\n");
}

std::string rate(std::size_t hits, double weeks) {
  constexpr double kTenths = 10;
  return number_words(std::round(static_cast<double>(hits) / weeks * kTenths) / kTenths);
}

void put_figures(Markup& html, const ProfileEditor& editor, const TuneResult& result) {
  const ProfilePhrases& words = words_of(editor);
  const matchers::Effect& effect = result.effect;
  if (effect.oldest) {
    const Day day = editor.desk.site.calendar.day(*effect.oldest);
    html.tag("<p class=\"small muted\">");
    html.text(fill(words.counted_since, {{"day", Words(editor.desk.language()).day(day)}}));
    html.tag("</p>\n");
  }
  html.tag("<ul class=\"figs\"><li><b>+").text(std::to_string(effect.gained.size()));
  html.tag("</b>").text(words.gains).tag("</li><li><b>−").text(std::to_string(effect.lost.size()));
  html.tag("</b>").text(words.loses).tag("</li><li><b>").text(std::to_string(effect.kept));
  html.tag("</b>").text(words.keeps).tag("</li></ul>\n<p><b>");
  html.text(
      fill(words.per_week, {{"after", rate(effect.kept + effect.gained.size(), result.weeks)}}));
  html.tag("</b> ");
  html.text(fill(words.per_week_before,
                 {{"before", rate(effect.kept + effect.lost.size(), result.weeks)}}));
  html.tag("</p>\n");
}

void put_effect(Markup& html, const ProfileEditor& editor, const TuneResult& result) {
  const ProfilePhrases& words = words_of(editor);
  put_figures(html, editor, result);
  Examples gained{editor, result.effect.gained};
  if (editor.changed) gained.matcher = matcher_of(editor.desk, *editor.changed);
  Examples lost{editor, result.effect.lost};
  if (result.before) lost.matcher = matcher_of(editor.desk, *result.before);
  if (editor.stored) lost.reviews = editor.desk.site.store.hits.reviews(editor.stored->id);
  put_examples(html, gained, words.gained);
  put_examples(html, lost, words.lost);
}

void put_tried(Markup& html, const ProfileEditor& editor) {
  if (editor.tried.empty() || !editor.changed) return;
  const ProfilePhrases& words = words_of(editor);
  const auto matcher = matcher_of(editor.desk, *editor.changed);
  if (!matcher) return;
  const Item item = item_tried(editor.tried);
  const auto hit = hit_tried(*matcher, item);
  const std::string threshold = number_words(editor.changed->threshold);
  html.tag("<div role=\"status\"><p><b>");
  if (!hit) {
    html.text(fill(words.try_no_hit, {{"threshold", threshold}})).tag("</b></p></div>\n");
    return;
  }
  html.text(fill(words.try_hit, {{"score", number_words(hit->score)}, {"threshold", threshold}}));
  html.tag("</b></p>\n<p>");
  put_marked(html, item.title, {0, item.title.size()}, Field::title, hit->reasons);
  html.tag("</p>\n<p>");
  put_marked(html, item.text, {0, item.text.size()}, Field::text, hit->reasons);
  html.tag("</p></div>\n");
}

void put_proposal(Markup& html, const ProfileEditor& editor, const matchers::Proposal& proposal) {
  const ProfilePhrases& words = words_of(editor);
  const bool is_veto = proposal.kind == matchers::ProposalKind::add_veto;
  html.tag("<li><p>");
  html.text(fill(is_veto ? words.propose_veto : words.propose_weaken,
                 {{"term", shortened(proposal.term, kTitleCharactersMax)},
                  {"dismissed", std::to_string(proposal.dismissed)},
                  {"of", std::to_string(proposal.of)}}));
  html.tag("</p>\n<button form=\"profil\" name=\"");
  html.tag(is_veto ? digest::Literal("stoppa") : digest::Literal("halvera")).tag("\" value=\"");
  html.text(proposal.term).tag("\">").text(is_veto ? words.take_veto : words.take_weaken);
  html.tag("<span class=\"vh\"> ").text(shortened(proposal.term, kTitleCharactersMax));
  html.tag("</span></button></li>\n");
}

}  // namespace

void put_profile_panel(Markup& html, const ProfileEditor& editor) {
  const ProfilePhrases& words = words_of(editor);
  html.tag("<div class=\"card\" id=\"panel\" aria-live=\"polite\">\n<h2 id=\"p-h\">");
  html.text(words.if_saved).tag("</h2>\n");
  if (!editor.changed) {
    html.tag("<p class=\"err\">").text(words.cannot_count).tag("</p>\n");
  } else if (!editor.effect) {
    html.tag("<p>").text(words.unchanged).tag("</p>\n");
  } else if (!*editor.effect) {
    html.tag("<p class=\"err\">");
    html.text(fill(words.cannot_tune, {{"reason", editor.effect->error().message}}));
    html.tag("</p>\n");
  } else {
    put_effect(html, editor, **editor.effect);
  }
  html.tag("</div>\n");
}

void put_trial(Markup& html, const ProfileEditor& editor) {
  const ProfilePhrases& words = words_of(editor);
  html.tag("<div class=\"card\" id=\"prova\">\n<h2>").text(words.try_title).tag("</h2>\n");
  put_tried(html, editor);
  html.tag("<div class=\"field\"><label for=\"pt\">").text(words.try_label);
  html.tag("</label><span class=\"hint\" id=\"pth\">").text(words.try_hint);
  html.tag("</span><textarea id=\"pt\" name=\"prova\" form=\"profil\" aria-describedby=\"pth\">");
  for (const std::string_view line : split(editor.tried, '\n')) html.text(line).tag("\n");
  html.tag("</textarea></div>\n<button form=\"profil\" name=\"gor\" value=\"prova\">");
  html.text(words.try_it).tag("</button>\n</div>\n");
}

// Reading what was dismissed takes its time: only when somebody asks.
void put_proposals(Markup& html, const ProfileEditor& editor) {
  if (!editor.stored) return;
  const ProfilePhrases& words = words_of(editor);
  html.tag("<div class=\"card\" id=\"forslag\">\n<h2>").text(words.proposals).tag("</h2>\n");
  if (!editor.judged) {
    html.tag("<button form=\"profil\" name=\"gor\" value=\"forslag\">");
    html.text(words.ask_proposals).tag("</button>\n");
  } else if (editor.judged->proposals.empty()) {
    html.tag("<p>").text(words.no_proposals).tag("</p>\n");
  } else {
    html.tag("<ul class=\"plain stack\">\n");
    for (const matchers::Proposal& proposal : editor.judged->proposals) {
      put_proposal(html, editor, proposal);
    }
    html.tag("</ul>\n");
  }
  html.tag("</div>\n");
}

}  // namespace fundwatch::web
