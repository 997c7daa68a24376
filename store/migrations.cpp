#include "store/migrations.h"
#include "store/accounts_schema.h"

#include <array>

#include "store/announcements_schema.h"
#include "store/case_words_schema.h"
#include "store/counts_schema.h"
#include "store/editions_schema.h"
#include "store/first_schema.h"
#include "store/follow_up_schema.h"
#include "store/found_schema.h"
#include "store/hit_words_schema.h"
#include "store/inbox_schema.h"
#include "store/joins_schema.h"
#include "store/mailings_schema.h"
#include "store/marks_schema.h"
#include "store/matching_schema.h"
#include "store/meetings_schema.h"
#include "store/reminders_schema.h"
#include "store/returns_schema.h"
#include "store/reviews_schema.h"
#include "store/tokens_schema.h"
#include "store/unmatched_schema.h"
#include "store/upkeep_schema.h"
#include "store/webhooks_schema.h"

namespace fundwatch::store {
namespace {

// Pages as sources, and texts behind links.
constexpr std::string_view kPages = R"(
ALTER TABLE source ADD COLUMN page_list TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN page_title TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN page_link TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN page_date TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN page_summary TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN linked_text TEXT NOT NULL DEFAULT 'when-short';
)";

// Items are recognised by their address too, and get the text of the page that they link to.
constexpr std::string_view kLinkedTexts = R"(
ALTER TABLE item ADD COLUMN address TEXT NOT NULL DEFAULT '';
CREATE INDEX item_address ON item (source, address) WHERE address <> '';
CREATE INDEX item_published ON item (source, published);

CREATE TABLE linked_text (
  item         INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  text         TEXT,                       -- NULL until the page was read
  attempts     INTEGER NOT NULL DEFAULT 0, -- that failed
  error        TEXT NOT NULL DEFAULT '',   -- of the last attempt
  next_attempt INTEGER                     -- NULL: not waited for
) STRICT;
CREATE INDEX linked_text_due ON linked_text (next_attempt) WHERE next_attempt IS NOT NULL;
)";

// What watched pages said, to compare the next visit with.
constexpr std::string_view kWatchedPages = R"(
CREATE TABLE watched_page (
  source  INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  text    TEXT NOT NULL,
  seen_at INTEGER NOT NULL -- for the first time
) STRICT;
)";

// Facts that were found in the words of items, beside what their feeds say.
constexpr std::string_view kFoundFacts = R"(
ALTER TABLE item ADD COLUMN found_deadline TEXT;
ALTER TABLE item ADD COLUMN found_deadline_at INTEGER;
ALTER TABLE item ADD COLUMN found_deadline_doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN found_deadline_text TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN found_event_date TEXT;
ALTER TABLE item ADD COLUMN found_amount INTEGER;
ALTER TABLE item ADD COLUMN found_currency TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN found_amount_doubtful INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN found_municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN found_nuts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE item ADD COLUMN status TEXT NOT NULL DEFAULT 'unknown';
)";

// What notices say in fields of their own; notices name each other by their ids.
constexpr std::string_view kNotices = R"(
ALTER TABLE item ADD COLUMN notice TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN notice_id TEXT NOT NULL DEFAULT '';
CREATE INDEX item_notice ON item (notice_id) WHERE notice_id <> '';
)";

// How each source is, has been, and where it is moving to.
constexpr std::string_view kSourceStates = R"(
ALTER TABLE source ADD COLUMN expected_minutes INTEGER NOT NULL DEFAULT 0; -- 0: learned
ALTER TABLE source ADD COLUMN state TEXT NOT NULL DEFAULT 'ok';
ALTER TABLE source ADD COLUMN state_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN move_sightings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN move_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN move_is_known INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN newest_item INTEGER;
ALTER TABLE source ADD COLUMN usual_gap_minutes INTEGER NOT NULL DEFAULT 0; -- 0: not known
ALTER TABLE source ADD COLUMN is_empty INTEGER NOT NULL DEFAULT 0;
UPDATE source SET
  state = CASE WHEN failures > 0 THEN 'failing' ELSE 'ok' END,
  state_since = coalesce(failing_since, last_success, 0),
  newest_item = (SELECT max(first_seen) FROM item WHERE item.source = source.id);
CREATE INDEX source_state ON source (state) WHERE state <> 'ok';

CREATE TABLE source_change (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  at     INTEGER NOT NULL,
  state  TEXT NOT NULL,
  words  TEXT NOT NULL
) STRICT;
CREATE INDEX source_change_source ON source_change (source, id);
)";

// What the coordinator was told of sources in trouble.
constexpr std::string_view kAlarms = R"(
CREATE TABLE alarm (
  source      INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  state       TEXT NOT NULL, -- the worst that was told
  told_at     INTEGER NOT NULL,
  cleared_at  INTEGER,       -- NULL: it is not well yet
  is_flapping INTEGER NOT NULL
) STRICT;
)";

// Which faulty versions of profiles the coordinator was told of.
constexpr std::string_view kProfileFaults = R"(
ALTER TABLE profile_version ADD COLUMN fault_told INTEGER NOT NULL DEFAULT 0;
)";

// By what an item is found again when another announces the same, and which item speaks for a case.
// The traits stand twice: by trait for the search, and with their item so that they can go with it
// without an index of their own.
constexpr std::string_view kAnnouncements = R"(
ALTER TABLE cases ADD COLUMN speaker INTEGER; -- an item; NULL, or gone: the first that states a day
CREATE INDEX ledger_case ON ledger (case_id);

CREATE TABLE announcement (
  item        INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
  traits      TEXT NOT NULL,
  fingerprint BLOB NOT NULL
) STRICT;
CREATE TABLE announcement_trait (
  trait INTEGER NOT NULL,
  item  INTEGER NOT NULL,
  PRIMARY KEY (trait, item)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER announcement_gone AFTER DELETE ON announcement BEGIN
  DELETE FROM announcement_trait
  WHERE trait IN (SELECT value FROM json_each(OLD.traits)) AND item = OLD.item;
END;
)";

// Which sources have changed since a digest.
constexpr std::string_view kChangesByTime = R"(
CREATE INDEX source_change_at ON source_change (at, source);
)";

// Authorities that one source's server is trusted by.
constexpr std::string_view kSourceAuthorities = R"(
ALTER TABLE source ADD COLUMN ca_file TEXT NOT NULL DEFAULT '';
)";

// What services are asked for, and whose mails are read.
constexpr std::string_view kSourceQuestions = R"(
ALTER TABLE source ADD COLUMN query TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN senders TEXT NOT NULL DEFAULT '[]';
)";

// Who asked for the mail, how far away they work, what they answer, and the keys of their links.
// Whoever is a subscriber by now has been getting the mail.
constexpr std::string_view kSubscriptions = R"(
ALTER TABLE subscriber ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE subscriber ADD COLUMN reach TEXT NOT NULL DEFAULT 'everywhere';
ALTER TABLE subscriber ADD COLUMN empty_weeks INTEGER NOT NULL DEFAULT 1;
ALTER TABLE subscriber ADD COLUMN consented_at INTEGER; -- NULL: not yet
ALTER TABLE subscriber ADD COLUMN asked_at INTEGER;     -- NULL: not yet
UPDATE subscriber SET consented_at = since;
CREATE INDEX subscriber_unconfirmed ON subscriber (asked_at) WHERE consented_at IS NULL;

CREATE TABLE answer (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  case_id    INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  amount     INTEGER, -- in SEK
  at         INTEGER NOT NULL,
  PRIMARY KEY (subscriber, case_id)
) STRICT;
CREATE INDEX answer_case ON answer (case_id);

CREATE TABLE signing_key (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  bytes   TEXT NOT NULL -- in hexadecimal
) STRICT;
)";

// Up to where each mailbox was read.
constexpr std::string_view kMailboxes = R"(
CREATE TABLE mailbox_position (
  source   INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  validity INTEGER NOT NULL, -- of the mailbox's own counting
  last     INTEGER NOT NULL
) STRICT;
)";

// What was found in the words of a notice, together with what it states, and why people marked
// hits.
constexpr std::string_view kFoundNotices = R"(
ALTER TABLE item ADD COLUMN found_notice TEXT NOT NULL DEFAULT ''; -- where it says more than notice
ALTER TABLE hit ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE INDEX hit_reviewed ON hit (profile, found_at) WHERE review <> 'none';
)";

// What kind of announcement an item is; unknown of those from before.
constexpr std::string_view kKinds = R"(
ALTER TABLE item ADD COLUMN kind TEXT NOT NULL DEFAULT 'unknown';
)";

}  // namespace

std::span<const std::string_view> migrations() {
  // One a line, because each addition comes at the end.
  // clang-format off
  static const std::array kMigrations{
      first_schema(),
      kPages,
      kLinkedTexts,
      kWatchedPages,
      kFoundFacts,
      kNotices,
      kSourceStates,
      kAlarms,
      kProfileFaults,
      kAnnouncements,
      kChangesByTime,
      kSourceAuthorities,
      kSourceQuestions,
      kMarksSchema,
      kSubscriptions,
      kMailboxes,
      kFoundNotices,
      kKinds,
      kAccountsSchema,
      kMailingsSchema,
      kInboxSchema,
      kHitWordsSchema,
      kReviewsSchema,
      kRemindersSchema,
      kMeetingsSchema,
      kEditionsSchema,
      kReturnsSchema,
      kFollowUpSchema,
      kAnnouncementsSchema,
      kUpkeepSchema,
      kMatchingSchema,
      kUnmatchedSchema,
      kWebhooksSchema,
      kTokensSchema,
      kCountsSchema,
      kCaseWordsSchema,
      kFoundSchema,
      kJoinsSchema,
  };
  // clang-format on
  return kMigrations;
}

}  // namespace fundwatch::store
