# Writes OUTPUT, a C++ source that holds the bytes of FILES (paths relative to ROOT) for
# config/embedded.h. Called by the build; needs nothing but CMake.
set(arrays "")
set(table "")
set(number 0)
foreach(path IN LISTS FILES)
  file(READ ${ROOT}/${path} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "const unsigned char file_${number}[] = {${bytes}0};\n")
  string(REGEX REPLACE "^[.][.]/" "" name "${path}")
  string(APPEND table "      file(\"${name}\", file_${number}, sizeof file_${number} - 1),\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "// Made by config/embed.cmake.
#include \"config/embedded.h\"

namespace fundwatch::config {
namespace {

${arrays}
EmbeddedFile file(std::string_view path, const unsigned char* bytes, std::size_t size) {
  return {path, std::string_view(reinterpret_cast<const char*>(bytes), size)};
}

}  // namespace

const std::vector<EmbeddedFile>& embedded_files() {
  static const std::vector<EmbeddedFile> files = {
${table}  };
  return files;
}

}  // namespace fundwatch::config
")
