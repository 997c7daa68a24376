// digest/fit.h — a digest small enough that mail programs show it whole (some cut off at 102 kB).
// Pure. compose() bounds the number of entries, this bounds their size; call it before rendering
// for real, and record what its result holds: the rest stays queued.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "digest/digest.h"
#include "digest/render.h"

namespace fundwatch::digest {

struct Fitted {
  Digest digest;
  Rendering rendering;
};

// `digest` without the entries, last in is_taken_before(), that would make the HTML part as sent
// (quoted-printable) larger than config.digest.html_bytes_max; they are counted as waiting. One
// entry always stays: its own limits (digest/letter.h) make it small. With what it looks like.
Fitted trimmed_to_fit(Digest digest, const config::Config& config, const Calendar& calendar,
                      Mode mode);

}  // namespace fundwatch::digest
