// digest/maildir.h — a mailer that puts each mail into a Maildir (cr.yp.to/proto/maildir.html).
// The file's name is made of the Message-ID, so that a mail sent twice stays one mail. LF line ends
// are not made: the bytes stay as they are.
#pragma once

#include <filesystem>

#include "digest/mailer.h"

namespace fundwatch::digest {

class Maildir : public Mailer {
 public:
  // Makes the folder with tmp, new and cur (mode 0700) if it is missing; throws std::runtime_error
  // that names the folder and what to do if it cannot.
  explicit Maildir(std::filesystem::path folder);

  // unreachable, with the reason, if the disk refuses (full, read-only).
  Delivery send(const Mail& mail) override;

  // Where a mail with this Message-ID lies, or would lie, as new.
  std::filesystem::path path_of(const std::string& message_id) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace fundwatch::digest
