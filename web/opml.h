// web/opml.h — sources as an OPML 2.0 file, which other readers of feeds understand. Pages without
// a feed stand in no such file. Reading one is feeds/read/opml.h.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::web {

std::string opml_of(const std::vector<Source>& sources, const std::string& title);

}  // namespace fundwatch::web
