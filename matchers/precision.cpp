#include "matchers/precision.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/text.h"
#include "matchers/function_words.h"
#include "matchers/stems.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// Marks that are made up, so that a few real ones conclude little: of a profile, and of a term,
// where they are those of its profile.
constexpr double kProfilePrior = 4;
constexpr double kTermPrior = 4;
constexpr std::size_t kVetoLettersMin = 4;
constexpr std::size_t kVetoBytesMax = 20'000;  // of each field

void count(Marks& marks, Review review) {
  if (review == Review::kept) ++marks.kept;
  if (review == Review::dismissed) ++marks.dismissed;
}

bool has_term(const Hit& hit, const std::string& term) {
  return std::ranges::find(hit.reasons, term, &Reason::term) != hit.reasons.end();
}

const TermMarks* find(const ProfileMarks& marks, const std::string& term) {
  const auto found = std::ranges::find(marks.terms, term, &TermMarks::term);
  return found == marks.terms.end() ? nullptr : &*found;
}

// A word by its stem, in the form that was seen most.
struct SeenWord {
  std::map<std::string, int> forms;
  int dismissed = 0;
  int elsewhere = 0;

  const std::string& form() const {
    return std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; })->first;
  }
};

class Words {
 public:
  explicit Words(const Profile& profile) {
    for (const Term& term : profile.terms) {
      for (const auto& [stem, form] : stems_in(term.text)) known_.insert(stem);
    }
  }

  void add(const MarkedItem& marked) {
    const bool is_dismissed = marked.review == Review::dismissed;
    ++(is_dismissed ? dismissed_ : elsewhere_);
    std::map<std::string, std::string> stems;
    for (const std::string* field : {&marked.item.title, &marked.item.summary, &marked.item.text}) {
      stems.merge(stems_in(utf8_prefix(*field, kVetoBytesMax)));
    }
    for (const auto& [stem, form] : stems) {
      SeenWord& word = words_[stem];
      ++(is_dismissed ? word.dismissed : word.elsewhere);
      ++word.forms[form];
    }
  }

  std::vector<Proposal> vetoes() const {
    std::vector<Proposal> found;
    if (elsewhere_ < kVetoHitsMin) return found;  // what is usual is not known yet
    for (const auto& [stem, word] : words_) {
      const bool is_usual = word.elsewhere > kVetoElsewhereMax * elsewhere_;
      const bool is_frequent =
          word.dismissed >= kVetoHitsMin && word.dismissed >= kVetoPartMin * dismissed_;
      if (is_usual || !is_frequent || known_.contains(stem)) continue;
      found.push_back({ProposalKind::add_veto, word.form(), word.dismissed, dismissed_});
    }
    return found;
  }

 private:
  // Telling words by their stems, each in the form that stood first.
  std::map<std::string, std::string> stems_in(std::string_view text) {
    std::vector<Token> tokens;
    append_tokens(text, tokens);
    std::map<std::string, std::string> stems;
    for (const Token& token : tokens) {
      const Word word = word_of(text.substr(token.begin, token.end - token.begin));
      if (!has_letter(word.folded) || utf8_length(word.folded) < kVetoLettersMin) continue;
      if (is_function_word(word.folded)) continue;
      stems.emplace(stemmer_.stems(word.folded).swedish, word.folded);
    }
    return stems;
  }

  Stemmer stemmer_;
  std::set<std::string> known_;
  std::map<std::string, SeenWord> words_;
  int dismissed_ = 0;
  int elsewhere_ = 0;
};

// The most telling first; of those that tell as much, the longer word.
void keep_best(std::vector<Proposal>& proposals) {
  std::ranges::sort(proposals, [](const Proposal& a, const Proposal& b) {
    if (a.dismissed != b.dismissed) return a.dismissed > b.dismissed;
    if (a.term.size() != b.term.size()) return a.term.size() > b.term.size();
    return a.term < b.term;
  });
  if (proposals.size() > kProposalsMax) proposals.resize(kProposalsMax);
}

std::vector<Proposal> weak_terms(const ProfileMarks& marks) {
  std::vector<Proposal> found;
  for (const TermMarks& term : marks.terms) {
    if (term.marks.count() < kMarksMin || *precision(term.marks) >= kHardlyKept) continue;
    found.push_back(
        {ProposalKind::weaken_term, term.term, term.marks.dismissed, term.marks.count()});
  }
  return found;
}

}  // namespace

std::optional<double> precision(const Marks& marks) {
  if (marks.count() == 0) return std::nullopt;
  return static_cast<double>(marks.kept) / marks.count();
}

ProfileMarks marks_of(const Profile& profile, const std::vector<Hit>& reviewed) {
  ProfileMarks marks;
  for (const Term& term : profile.terms) {
    if (term.role != TermRole::veto) marks.terms.push_back({term.text, {}});
  }
  for (const Hit& hit : reviewed) {
    count(marks.marks, hit.review);
    for (TermMarks& term : marks.terms) {
      if (has_term(hit, term.term)) count(term.marks, hit.review);
    }
  }
  return marks;
}

double likelihood(const ProfileMarks& marks, const Hit& hit) {
  const double of_profile =
      (marks.marks.kept + kProfilePrior / 2) / (marks.marks.count() + kProfilePrior);
  std::set<std::string> terms;
  for (const Reason& reason : hit.reasons) terms.insert(reason.term);
  double sum = 0;
  int known = 0;
  for (const std::string& term : terms) {
    const TermMarks* found = find(marks, term);
    if (found == nullptr) continue;
    sum += (found->marks.kept + kTermPrior * of_profile) / (found->marks.count() + kTermPrior);
    ++known;
  }
  return known == 0 ? of_profile : sum / known;
}

bool is_ranked_low(const ProfileMarks& marks, const Hit& hit) {
  return marks.marks.count() >= kMarksMin && likelihood(marks, hit) < kHardlyKept;
}

std::vector<Proposal> proposals(const Profile& profile, const ProfileMarks& marks,
                                const std::vector<MarkedItem>& items) {
  Words words(profile);
  for (const MarkedItem& item : items) words.add(item);
  std::vector<Proposal> found = words.vetoes();
  keep_best(found);
  std::vector<Proposal> weak = weak_terms(marks);
  keep_best(weak);
  found.insert(found.end(), weak.begin(), weak.end());
  return found;
}

Bilingual words_of(const Proposal& proposal) {
  const std::string many = std::to_string(proposal.dismissed);
  const std::string of = std::to_string(proposal.of);
  switch (proposal.kind) {
    case ProposalKind::add_veto:
      return {"”" + proposal.term + "” står i " + many + " av " + of +
                  " avfärdade träffar: lägg till som veto?",
              "\"" + proposal.term + "\" occurs in " + many + " of " + of +
                  " dismissed hits: add it as a veto?"};
    case ProposalKind::weaken_term: break;
  }
  return {"”" + proposal.term + "” gav " + of + " bedömda träffar, " + many +
              " avfärdades: sänk vikten eller ta bort?",
          "\"" + proposal.term + "\" brought " + of + " marked hits, " + many +
              " were dismissed: lower its weight or remove it?"};
}

}  // namespace fundwatch::matchers
