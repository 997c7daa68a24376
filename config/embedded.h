// config/embedded.h — the files under config/starter, config/demo and web/static, built into the
// program, so that `serve --demo`, the first start and the pages need nothing installed.
#pragma once

#include <string_view>
#include <vector>

namespace fundwatch::config {

struct EmbeddedFile {
  std::string_view path;  // "starter/profiles.toml", below config/; or "web/static/ui.css"
  std::string_view bytes;
};

const std::vector<EmbeddedFile>& embedded_files();

// The bytes of one; asking for a file that is not built in is our bug.
std::string_view embedded_file(std::string_view path);

}  // namespace fundwatch::config
