#include "digest/maildir.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "digest/hash.h"

namespace fundwatch::digest {
namespace {

constexpr std::size_t kNameBytesMax = 200;  // file systems allow 255, and readers add flags
constexpr mode_t kFileMode = 0600;
constexpr mode_t kFolderMode = 0700;

// A file that is open until the end of its scope.
class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, kFileMode)) {}
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_open() const { return number_ >= 0; }

  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
  }

  bool sync() const { return ::fsync(number_) == 0; }

 private:
  int number_;
};

std::string last_error() { return std::generic_category().message(errno); }

Delivery refused(const std::filesystem::path& path) {
  return {
      Outcome::unreachable,
      fmt::format("cannot write {}: {}; check that the disk has room and that the folder belongs "
                  "to the service's user",
                  path.string(), last_error())};
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == '@';
}

// Different ids give different names, and none leaves the folder.
std::string file_name(const std::string& message_id) {
  std::string name;
  for (const char c : message_id) {
    const bool stays = is_plain(c) && !(name.empty() && c == '.');
    name += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name.empty() || name.size() > kNameBytesMax ? hash_of(message_id) : name;
}

void make_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), kFolderMode) == 0) return;
  const std::string reason = last_error();
  if (std::error_code ignored; std::filesystem::is_directory(folder, ignored)) return;
  throw std::runtime_error(
      fmt::format("cannot make the mail folder {}: {}; make it for the service's user, or set "
                  "mail.maildir to another",
                  folder.string(), reason));
}

}  // namespace

Maildir::Maildir(std::filesystem::path folder) : folder_(std::move(folder)) {
  make_folder(folder_);
  for (const char* part : {"tmp", "new", "cur"}) make_folder(folder_ / part);
}

std::filesystem::path Maildir::path_of(const std::string& message_id) const {
  return folder_ / "new" / file_name(message_id);
}

// The bytes are on the disk before the name is, so that a reader never sees half a mail.
Delivery Maildir::send(const Mail& mail) {
  const std::filesystem::path temporary = folder_ / "tmp" / file_name(mail.message_id);
  const std::filesystem::path final_path = path_of(mail.message_id);
  const OpenFile file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
  if (!file.is_open() || !file.write(mail.bytes) || !file.sync()) return refused(temporary);
  if (::rename(temporary.c_str(), final_path.c_str()) != 0) return refused(final_path);
  const OpenFile folder(final_path.parent_path(), O_RDONLY | O_DIRECTORY);
  if (!folder.is_open() || !folder.sync()) return refused(final_path.parent_path());
  return {Outcome::sent, final_path.string()};
}

}  // namespace fundwatch::digest
