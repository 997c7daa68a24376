// mailbox/imap_reply.h — what an IMAP server says (RFC 3501 § 7), taken apart as it comes in:
// lines, with the literals within them. Knows no commands. Pure, and the one that outside bytes
// meet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::mailbox {

constexpr std::size_t kImapLineBytesMax = 2'000'000;  // a search names every mail of a folder

// Up to its CRLF. Where a literal stood, its length stands in braces: "* 1 FETCH (BODY[] {3})".
struct ImapLine {
  std::string text;
  std::vector<std::string> literals;
};

class ImapReplies {
 public:
  // A literal larger than this ends the conversation.
  explicit ImapReplies(std::size_t literal_bytes_max) : literal_bytes_max_(literal_bytes_max) {}

  void add(std::string_view bytes) { bytes_.append(bytes); }

  // The next whole line; nothing until more is added, or at all once it is broken().
  std::optional<ImapLine> next();

  // The server has sent more than it may in one line.
  bool broken() const { return is_broken_; }

 private:
  std::size_t literal_bytes_max_;
  std::string bytes_;
  bool is_broken_ = false;
};

// The number that ends the line in braces: how long the literal is that follows.
std::optional<std::size_t> announced_literal(std::string_view line);

// The number after `key`: of "UIDVALIDITY " in "* OK [UIDVALIDITY 17] ok".
std::optional<std::int64_t> number_after(std::string_view text, std::string_view key);

// How full "* QUOTA root (STORAGE 95 100)" (RFC 9208) says that a mailbox is, in percent.
std::optional<int> percent_full(std::string_view text);

// The numbers of "* SEARCH 2 3 5".
std::vector<std::int64_t> numbers_found(std::string_view text);

}  // namespace fundwatch::mailbox
