// digest/letter.h — a digest in words, before it is laid out: what the text and the HTML part both
// say. Because both parts are laid out from one Letter, they hold the same entries and links. Pure.
// All texts are one line of visible characters, not escaped; long ones are shortened.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "config/config.h"
#include "digest/digest.h"
#include "digest/markup.h"
#include "digest/phrases.h"
#include "digest/render.h"

namespace fundwatch::digest {

// The limits of what comes from outside, in characters.
inline constexpr std::size_t kTitleCharactersMax = 200;
inline constexpr std::size_t kNameCharactersMax = 80;  // of a source, a profile, a place
inline constexpr std::size_t kProfilesShownMax = 3;
inline constexpr std::size_t kTermsShownMax = 3;
inline constexpr std::size_t kLotsShownMax = 3;
inline constexpr std::size_t kOutagesShownMax = 5;

// "Sista dag" and "fredag 19 februari 2027 kl. 12.00, 4 dagar kvar".
struct Labelled {
  std::string label;
  std::string value;
};

// How strongly a mail says an entry's day: a day to act by is strong, one within days is urgent.
enum class Emphasis { none, strong, urgent };

// "Vi är intresserade", and where that is said.
struct AnswerLink {
  std::string_view label;
  Link link;
};

// What a notice says beside: a value, or a link that is shown as such.
struct NoticeLine {
  std::string label;
  std::string value;
  std::optional<Link> link;
};

struct LetterEntry {
  int number = 0;
  std::string language_tag;  // of the title and facts where it differs from the letter's
  std::string title;
  std::optional<Link> link;  // to the item's own page
  std::string no_link;       // said where there is none
  std::string badge;         // "Ändrad"; mostly empty
  std::string reserved;      // "Reserverad för ASF"; mostly empty
  std::string facts;         // place and amount, or an excerpt; can be empty
  Labelled when;
  std::vector<NoticeLine> notice;      // of a procurement: lots, buyer, documents
  Emphasis emphasis = Emphasis::none;  // of its day
  Labelled because;
  std::optional<Link> answer_page;  // nothing where there are no pages of ours
  std::vector<AnswerLink> answers;  // the same page, with the answer chosen
};

struct LetterSection {
  std::string title;
  std::vector<LetterEntry> entries;
};

struct Letter {
  const Phrases* phrases = nullptr;
  std::string demo_notice;     // empty in a real mail
  std::string preview_notice;  // the same in one that is no preview
  std::string subject;
  std::string sender;     // the installation's name
  std::string week_line;  // "vecka 7, måndag 15 februari 2027"
  std::string heading;    // "2 stänger inom 7 dagar, 4 är nya"
  std::string summary;    // the same of all sections, as a sentence
  std::string greeting;
  std::vector<std::string> note;  // the coordinator's own paragraphs
  std::string preview;            // what a list of mails shows beside the subject
  std::vector<LetterSection> sections;
  bool has_news = false;
  std::string nothing_new;  // only without news
  std::string waiting;      // empty when all fitted
  std::string outside;      // empty when nothing was left out
  std::string coverage;     // empty in a mail that is not about the week
  bool has_outage = false;
  std::string unsubscribe;
  std::optional<Link> settings_page;
  std::optional<Link> calendar_page;
  std::optional<Link> unsubscribe_page;
  std::vector<std::string> signature;  // organisation, postal address
  std::string contact;                 // address for answers
};

Letter write_letter(const Digest& digest, const config::Config& config, const Calendar& calendar,
                    Mode mode);

}  // namespace fundwatch::digest
