// web/profile_draft.h — a profile while a person writes it: every field as it was typed, and what
// is wrong with each. Nothing typed is lost before it is right. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "matchers/precision.h"
#include "web/form.h"

namespace fundwatch::web {

inline constexpr std::size_t kTermRowsMax = 150;
inline constexpr std::size_t kProfileTitleCharactersMax = 80;
inline constexpr std::size_t kReasonCharactersMax = 200;

// What is wrong, or hardly meant, in one row.
struct RowRemark {
  std::string words;
  std::optional<std::size_t> character;  // from 0; nothing: the row as a whole
};

struct TermRow {
  std::string text;
  std::string weight;
  TermRole role = TermRole::adds;
  bool is_removed = false;
  std::optional<RowRemark> fault = {};
  std::vector<RowRemark> warnings = {};

  bool is_empty() const { return text.empty(); }
};

struct ProfileDraft {
  std::string name;  // empty: it is new
  std::string title;
  std::string english_title;
  std::string threshold;
  std::string reason;  // why it is changed
  int based_on = 0;    // the version that was opened
  std::vector<TermRow> rows;
  std::string title_fault = {};
  std::string threshold_fault = {};
  std::string fault = {};  // of the whole

  bool is_faulty() const;
};

ProfileDraft draft_of(const Profile& profile);

// As a form sends it, without the rows that are ticked to be removed. Empty rows stay where they
// are and mean nothing.
ProfileDraft draft_of(const Fields& form);

// Looks at every field, fills in what is wrong, and gives the profile if nothing is.
std::optional<Profile> checked(ProfileDraft& draft, Language language);

// A proposal (matchers/precision.h) becomes a change like one made by hand: a veto more, or half
// the weight of a row. False if there is no such row.
bool take_up(ProfileDraft& draft, matchers::ProposalKind kind, const std::string& term);

// A name that a title gives: "Bidrag att söka" is "bidrag-att-soka".
std::string slug_of(std::string_view title);

}  // namespace fundwatch::web
