// web/profile_form.h — the editor of a profile: its rows with what each brought and what is wrong
// with it at which character, and the text of a rule explained.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "matchers/tune.h"
#include "web/desk.h"
#include "web/judgement.h"
#include "web/profile_draft.h"
#include "web/webhook_section.h"

namespace fundwatch::web {

// What the page shows of one profile while it is edited.
struct ProfileEditor {
  const Desk& desk;
  ProfileDraft draft;
  std::optional<Profile> stored;   // the newest version; absent: a new profile
  std::optional<Profile> changed;  // what the draft is; absent: it has faults
  std::optional<Result<TuneResult>> effect = {};
  // By the text of the term: its count in the hits as they are stored or as they would be.
  std::map<std::string, matchers::TermCount> counts = {};
  std::optional<Judgement> judged = {};  // absent: nobody asked
  std::string tried = {};                // the text to try it on
  std::size_t forms_of_row = 0;          // whose words are shown with their forms, from 1; 0: none
  bool is_attempt = false;               // to save, which failed
  WebhookForm webhook = {};              // what came of the form of its own

  bool is_new() const { return draft.name.empty(); }
  bool is_changed() const { return !stored || (changed && !is_same_content()); }
  bool is_same_content() const;
};

// "/profiler/finansiering"
std::string address_of(const ProfileEditor& editor);

// What is wrong, with links to each wrong field; nothing where nothing is, or nobody tried to save.
void put_profile_faults(Markup& html, const ProfileEditor& editor);

void put_profile_form(Markup& html, const ProfileEditor& editor);

void put_rule_help(Markup& html, Language language);

}  // namespace fundwatch::web
