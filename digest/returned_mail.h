// digest/returned_mail.h — a mail that came to our sender's address: one of ours that came back
// (a delivery status notification, RFC 3464), a reader who wants no more or agrees, or a machine
// that answers by itself (RFC 3834). Pure; by GMime. Whom it concerns is the store's to know.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace fundwatch::digest {

inline constexpr std::size_t kReturnedBytesMax = 10'000'000;
inline constexpr std::size_t kReturnedPartsMax = 100;
inline constexpr std::size_t kStatusWordsMax = 500;  // bytes

struct ReturnedMail {
  enum class Kind {
    bounce,     // one of ours could not be delivered
    leave,      // "Avsluta": no more, please
    agree,      // "Ja": to the question whether they want the mail
    automatic,  // nobody has written it
    other       // somebody writes to us
  };
  Kind kind = Kind::other;
  std::string sender;   // the address of From, lower case; empty in some bounces
  std::string subject;  // one line

  // Of a bounce, each empty where it is not said.
  std::string message_id;  // of our mail, without angle brackets
  std::string recipient;   // whom it did not reach
  std::string status;      // RFC 3463: "5.1.1"
  std::string words;       // of the server
  bool is_hard = false;    // for good: status 5
};

// Error{read} for what is larger than kReturnedBytesMax, or no mail at all.
Result<ReturnedMail> read_returned(std::string_view bytes);

}  // namespace fundwatch::digest
