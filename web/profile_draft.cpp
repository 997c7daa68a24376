#include "web/profile_draft.h"

#include <algorithm>

#include "base/names.h"
#include "base/text.h"
#include "digest/phrases.h"
#include "matchers/profile.h"
#include "web/numbers.h"
#include "web/profile_phrases.h"

namespace fundwatch::web {
namespace {

constexpr std::size_t kSlugBytesMax = 40;

const std::string& in(const Bilingual& text, Language language) {
  return language == Language::swedish ? text.swedish : text.english;
}

std::string at_most(std::string_view text, std::size_t characters_max) {
  return shortened(collapsed(text), characters_max);
}

TermRow row_of(const Term& term) { return {term.text, exact_words(term.weight), term.role}; }

// The words of the forms that a person ticked to exclude are written behind the rule.
void exclude_forms(std::vector<TermRow>& rows, const Fields& form) {
  for (const std::string& each : form.texts("uteslut")) {
    const auto colon = each.find(':');
    if (colon == std::string::npos) continue;
    const auto number = whole_number(std::string_view(each).substr(0, colon));
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(rows.size())) continue;
    rows[static_cast<std::size_t>(*number - 1)].text += " -" + each.substr(colon + 1);
  }
}

std::vector<TermRow> rows_of(const Fields& form) {
  const std::vector<std::string> texts = form.texts("ord");
  const std::vector<std::string> roles = form.texts("roll");
  const std::vector<std::string> weights = form.texts("vikt");
  std::vector<TermRow> rows;
  for (std::size_t i = 0; i < std::min(texts.size(), kTermRowsMax); ++i) {
    TermRow row{collapsed(texts[i]), i < weights.size() ? collapsed(weights[i]) : std::string()};
    if (i < roles.size()) row.role = parse_term_role(roles[i]).value_or(TermRole::adds);
    rows.push_back(std::move(row));
  }
  exclude_forms(rows, form);
  for (const std::string& each : form.texts("bort")) {
    const auto number = whole_number(each);
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(rows.size())) continue;
    rows[static_cast<std::size_t>(*number - 1)].is_removed = true;
  }
  std::erase_if(rows, [](const TermRow& row) { return row.is_removed; });
  return rows;
}

RowRemark remark_of(const matchers::Remark& remark, Language language) {
  RowRemark row{in(remark.message, language), std::nullopt};
  if (remark.term && remark.position) {
    row.character = utf8_length(std::string_view(*remark.term).substr(0, *remark.position));
  }
  return row;
}

std::optional<double> weight_of(TermRow& row, const ProfilePhrases& words) {
  // What vetoes weighs nothing; an empty field is the usual weight.
  if (row.weight.empty()) return row.role == TermRole::veto ? 0.0 : 1.0;
  const auto weight = decimal_number(row.weight);
  if (!weight || *weight > matchers::kWeightMax) {
    row.fault = RowRemark{std::string(words.bad_weight), std::nullopt};
    return std::nullopt;
  }
  return weight;
}

void tell(ProfileDraft& draft, const std::vector<matchers::Remark>& remarks, Language language,
          bool is_fault) {
  for (const matchers::Remark& remark : remarks) {
    if (!remark.term) {
      if (is_fault) draft.fault = in(remark.message, language);
      continue;
    }
    // The last of those that say the same: it stands twice.
    const auto row = std::find_if(draft.rows.rbegin(), draft.rows.rend(),
                                  [&](const TermRow& each) { return each.text == *remark.term; });
    if (row == draft.rows.rend()) continue;
    if (is_fault && !row->fault) row->fault = remark_of(remark, language);
    if (!is_fault) row->warnings.push_back(remark_of(remark, language));
  }
}

void check_fields(ProfileDraft& draft, const ProfilePhrases& words) {
  if (draft.title.empty()) draft.title_fault = words.bad_title;
  const auto threshold = decimal_number(draft.threshold);
  if (!threshold || *threshold <= 0) draft.threshold_fault = words.bad_threshold;
  if (std::ranges::all_of(draft.rows, &TermRow::is_empty)) draft.fault = words.no_rows;
}

std::string_view letter_of(std::string_view character) {
  if (character == "å" || character == "ä" || character == "Å" || character == "Ä") return "a";
  if (character == "ö" || character == "Ö") return "o";
  if (character == "é" || character == "É") return "e";
  return "-";
}

}  // namespace

bool ProfileDraft::is_faulty() const {
  const auto has_fault = [](const TermRow& row) { return row.fault.has_value(); };
  return !title_fault.empty() || !threshold_fault.empty() || !fault.empty() ||
         std::ranges::any_of(rows, has_fault);
}

ProfileDraft draft_of(const Profile& profile) {
  ProfileDraft draft;
  draft.name = profile.name;
  draft.title = profile.title.swedish;
  draft.english_title = profile.title.english;
  draft.threshold = exact_words(profile.threshold);
  draft.based_on = profile.version;
  for (const Term& term : profile.terms) draft.rows.push_back(row_of(term));
  return draft;
}

ProfileDraft draft_of(const Fields& form) {
  ProfileDraft draft;
  draft.title = at_most(form.text("namn"), kProfileTitleCharactersMax);
  draft.english_title = at_most(form.text("namn_en"), kProfileTitleCharactersMax);
  draft.threshold = collapsed(form.text("grans"));
  draft.reason = at_most(form.text("varfor"), kReasonCharactersMax);
  draft.based_on = static_cast<int>(whole_number(form.text("utgar")).value_or(0));
  draft.rows = rows_of(form);
  return draft;
}

std::optional<Profile> checked(ProfileDraft& draft, Language language) {
  const ProfilePhrases& words = profile_phrases(language);
  check_fields(draft, words);
  Profile profile;
  profile.name = draft.name.empty() ? slug_of(draft.title) : draft.name;
  profile.title = {draft.title, draft.english_title};
  profile.threshold = decimal_number(draft.threshold).value_or(1.0);
  for (TermRow& row : draft.rows) {
    if (row.is_empty()) continue;
    profile.terms.push_back({row.text, weight_of(row, words).value_or(1.0), row.role});
  }
  tell(draft, matchers::faults(profile), language, true);
  if (draft.is_faulty()) return std::nullopt;
  tell(draft, matchers::warnings(profile), language, false);
  return profile;
}

bool take_up(ProfileDraft& draft, matchers::ProposalKind kind, const std::string& term) {
  if (kind == matchers::ProposalKind::add_veto) {
    draft.rows.push_back({term, "0", TermRole::veto});
    return true;
  }
  bool is_found = false;
  for (TermRow& row : draft.rows) {
    if (row.text != term) continue;
    row.weight = exact_words(decimal_number(row.weight).value_or(1.0) / 2);
    is_found = true;
  }
  return is_found;
}

std::string slug_of(std::string_view title) {
  std::string slug;
  for (std::size_t at = 0; at < title.size();) {
    std::size_t end = at + 1;
    while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0) == 0x80) ++end;
    const std::string lower = ascii_lower(title.substr(at, end - at));
    const bool is_plain = lower.size() == 1 && ((lower[0] >= 'a' && lower[0] <= 'z') ||
                                                (lower[0] >= '0' && lower[0] <= '9'));
    const std::string_view letter = is_plain ? std::string_view(lower) : letter_of(lower);
    if (letter != "-" || (!slug.empty() && slug.back() != '-')) slug += letter;
    at = end;
  }
  slug = slug.substr(0, kSlugBytesMax);
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "profil" : slug;
}

}  // namespace fundwatch::web
