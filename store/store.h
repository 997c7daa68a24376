// store/store.h — the one door to SQLite.
// One Store is one connection and belongs to one thread; several may be open on the same file
// (WAL). Every table has a class of its own in a file of its own, reached through the members
// below. Failures of the disk or the file are exceptions: StoreError for what a person must mend
// (newer, damaged, foreign or unwritable file, disk full), its text saying what, where and what to
// do. Calls of the members are safe within a Transaction and without; a change is whole or not
// there either way, and within one it takes the whole with it where it fails (transaction.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "store/accounts.h"
#include "store/alarms.h"
#include "store/announcements.h"
#include "store/answers.h"
#include "store/audit.h"
#include "store/case_notes.h"
#include "store/cases.h"
#include "store/connection.h"
#include "store/corrections.h"
#include "store/digests.h"
#include "store/editions.h"
#include "store/error.h"
#include "store/facts.h"
#include "store/follow_up.h"
#include "store/hits.h"
#include "store/inbox.h"
#include "store/items.h"
#include "store/linked_texts.h"
#include "store/mailboxes.h"
#include "store/marks.h"
#include "store/meetings.h"
#include "store/outbox.h"
#include "store/personal_data.h"
#include "store/profiles.h"
#include "store/reminders.h"
#include "store/returns.h"
#include "store/reviews.h"
#include "store/sessions.h"
#include "store/signing_keys.h"
#include "store/source_history.h"
#include "store/sources.h"
#include "store/sqlite.h"
#include "store/subscribers.h"
#include "store/tokens.h"
#include "store/transaction.h"
#include "store/upkeep.h"
#include "store/watched_pages.h"
#include "store/webhooks.h"

namespace fundwatch::store {

class Store {
 public:
  // Opens the file, or creates it with mode 0600, and brings its schema up to date.
  explicit Store(const std::filesystem::path& file, const Options& options = {});
  ~Store();
  Store(Store&&) = delete;

  // Every change of several rows that belong together goes into one of these.
  Transaction begin();

  // For many reads that belong together.
  Snapshot snapshot();

  // True once after another connection changed the file (PRAGMA data_version).
  bool changed_elsewhere();

  // Raised in the same transaction by every change that the worker caches: sources, profiles,
  // subscribers. Whoever caches compares it with the one it knows.
  std::int64_t revision() const;

  // Of the file, without its -wal.
  std::int64_t size_bytes() const;

 private:
  std::unique_ptr<Connection> database_;
  int data_version_ = 0;

 public:
  Sources sources;
  SourceHistory source_history;
  Alarms alarms;
  Items items;
  Cases cases;
  Announcements announcements;
  Facts facts;
  LinkedTexts linked_texts;
  Marks marks;
  WatchedPages watched_pages;
  Mailboxes mailboxes;
  Profiles profiles;
  Hits hits;
  Corrections corrections;
  Inbox inbox;
  Reviews reviews;
  CaseNotes case_notes;
  Subscribers subscribers;
  Digests digests;
  Outbox outbox;
  Answers answers;
  SigningKeyTable signing_keys;
  Accounts accounts;
  Sessions sessions;
  Tokens tokens;
  Audit audit;
  Reminders reminders;
  Meetings meetings;
  Editions editions;
  Returns returns;
  FollowUp follow_up;
  Webhooks webhooks;
  PersonalData personal_data;
  Upkeep upkeep;
};

}  // namespace fundwatch::store
