#include "config/embedded.h"

#include <algorithm>

#include "base/check.h"

namespace fundwatch::config {

std::string_view embedded_file(std::string_view path) {
  const auto& files = embedded_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& file) { return file.path == path; });
  CHECK(found != files.end());
  return found->bytes;
}

}  // namespace fundwatch::config
