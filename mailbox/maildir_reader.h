// mailbox/maildir_reader.h — the mails of a Maildir (cr.yp.to/proto/maildir.html), in the order of
// their arrival: by the time at which each file was last written.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "mailbox/batch.h"

namespace fundwatch::mailbox {

// Error{fetch} says what is missing or may not be read.
Result<Batch> read_maildir(const std::filesystem::path& folder, const Wanted& wanted);

}  // namespace fundwatch::mailbox
