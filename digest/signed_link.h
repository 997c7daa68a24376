// digest/signed_link.h — what a link in one of our mails is for, as a token that nobody else can
// make: the mark of its reader, who has no login.
// A token holds what it is for and a keyed BLAKE2b hash of 128 bits (libsodium) over that, as
// base64url (RFC 4648 § 5). It is readable and no secret by itself: who has the mail has its links.
// Says nothing about whether the subscriber is still there; that is the store's to know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/model.h"
#include "base/signing_key.h"

namespace fundwatch::digest {

// How long the link of a confirmation is good; the others live as long as the key.
inline constexpr std::chrono::days kConfirmationValid{7};

// confirm: yes, I asked for the weekly mail. settings: what I get, and when. unsubscribe: no more.
// answer: what we make of one case. calendar: my deadlines as a feed.
enum class LinkPurpose : unsigned char {
  confirm = 1,
  settings = 2,
  unsubscribe = 3,
  answer = 4,
  calendar = 5
};

struct SignedLink {
  LinkPurpose purpose = LinkPurpose::settings;
  SubscriberId subscriber{};
  CaseId case_id{};   // of an answer
  Instant made_at{};  // not before 1970
  bool operator==(const SignedLink&) const = default;
};

// Letters, digits, "-" and "_", at most 64 of them. The same for the same link and key.
std::string token_of(const SignedLink& link, const SigningKeys& keys);

// Nothing if it was not signed by one of `keys`, or by one replaced too long ago, or is a
// confirmation too old, or from the future.
std::optional<SignedLink> read_token(std::string_view token, const SigningKeys& keys, Instant now);

// A key of random bytes.
SigningKey new_signing_key(Instant now);

}  // namespace fundwatch::digest
