#include "digest/render.h"

#include "digest/letter.h"
#include "digest/render_html.h"
#include "digest/render_text.h"

namespace fundwatch::digest {

Rendering render(const Digest& digest, const config::Config& config, const Calendar& calendar,
                 Mode mode) {
  const Letter letter = write_letter(digest, config, calendar, mode);
  return {letter.subject, text_part(letter), html_part(letter), {}};
}

}  // namespace fundwatch::digest
