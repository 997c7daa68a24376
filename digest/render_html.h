// digest/render_html.h — a letter as HTML for mail programs: presentation tables, inline styles,
// 600 px. Complete without its style sheet, which only adds dark mode and narrow screens. No
// script, image or anything else from a host. Pure.
#pragma once

#include <string>

#include "digest/letter.h"

namespace fundwatch::digest {

std::string html_part(const Letter& letter);

}  // namespace fundwatch::digest
