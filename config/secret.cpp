#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "config/config.h"

namespace fundwatch::config {
namespace {

constexpr std::size_t kSecretBytesMax = std::size_t{64} * 1024;

Error unusable(const std::filesystem::path& file, const std::string& why) {
  return {Stage::config, "the secret in " + file.string() + " cannot be used: " + why};
}

}  // namespace

Result<std::string> read_secret(const std::filesystem::path& file, const std::string& credential,
                                const std::filesystem::path& credentials_directory) {
  const bool is_credential = file.empty();
  if (is_credential && credentials_directory.empty()) {
    return Error{Stage::config,
                 "no secret: name a file for it in fundwatch.toml, or give the "
                 "service LoadCredential=" +
                     credential + ":/path/of/the/file"};
  }
  const std::filesystem::path path = is_credential ? credentials_directory / credential : file;
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return unusable(path, "it is missing");
  if (!is_credential && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return unusable(path, "others may read it; run: chmod 600 " + path.string());
  }
  std::ifstream stream(path, std::ios::binary);
  std::string secret(std::istreambuf_iterator<char>(stream), {});
  if (!stream) return unusable(path, "it cannot be read");
  if (secret.size() > kSecretBytesMax) return unusable(path, "it is larger than 64 kB");
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  if (secret.empty()) return unusable(path, "it is empty");
  return secret;
}

}  // namespace fundwatch::config
