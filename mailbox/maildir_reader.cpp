#include "mailbox/maildir_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace fundwatch::mailbox {
namespace {

struct File {
  std::filesystem::path path;
  std::int64_t written = 0;  // microseconds since 1970
  std::size_t bytes = 0;
};

Error unusable(const std::filesystem::path& folder, const std::string& why) {
  return {Stage::fetch, "the Maildir " + folder.string() + " cannot be read: " + why};
}

std::optional<File> file_at(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  constexpr std::int64_t kMicroseconds = 1'000'000;
  return File{path, status.st_mtim.tv_sec * kMicroseconds + status.st_mtim.tv_nsec / 1000,
              static_cast<std::size_t>(status.st_size)};
}

Result<Done> list(const std::filesystem::path& folder, std::int64_t after,
                  std::vector<File>& files) {
  std::error_code fault;
  auto entry = std::filesystem::directory_iterator(folder, fault);
  for (; !fault && entry != std::filesystem::directory_iterator(); entry.increment(fault)) {
    if (entry->path().filename().string().starts_with('.')) continue;
    const auto file = file_at(entry->path());  // nothing: it has just been moved or deleted
    if (file && file->written > after) files.push_back(*file);
  }
  if (fault) return unusable(folder, fault.message());
  return Done{};
}

// Those written at one instant stay together, because the next time begins after it.
std::size_t count_to_read(const std::vector<File>& files, std::size_t most) {
  std::size_t count = std::min(files.size(), most);
  while (count > 0 && count < files.size() && files[count].written == files[count - 1].written) {
    ++count;
  }
  return count;
}

void read(const File& file, const Wanted& wanted, Batch& batch) {
  if (file.bytes > wanted.message_bytes_max) {
    batch.problems.push_back("a mail of " + std::to_string(file.bytes) + " bytes, more than " +
                             std::to_string(wanted.message_bytes_max) +
                             ", was passed over: " + file.path.filename().string());
    return;
  }
  std::ifstream stream(file.path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(stream), {});
  if (stream) {
    batch.messages.push_back(std::move(bytes));
  } else {
    batch.problems.push_back("a mail could not be read: " + file.path.filename().string());
  }
}

}  // namespace

Result<Batch> read_maildir(const std::filesystem::path& folder, const Wanted& wanted) {
  const std::int64_t since =
      std::chrono::duration_cast<std::chrono::microseconds>(wanted.since.time_since_epoch())
          .count();
  const std::int64_t after = std::max(wanted.from.last, since);
  std::vector<File> files;
  for (const char* part : {"new", "cur"}) {
    const auto listed = list(folder / part, after, files);
    if (!listed) return listed.error();
  }
  std::ranges::sort(files, [](const File& a, const File& b) {
    return std::tie(a.written, a.path) < std::tie(b.written, b.path);
  });
  Batch batch{.position = {.validity = 0, .last = after}};
  const std::size_t count = count_to_read(files, wanted.messages_max);
  for (std::size_t i = 0; i < count; ++i) read(files[i], wanted, batch);
  if (count > 0) batch.position.last = files[count - 1].written;
  return batch;
}

}  // namespace fundwatch::mailbox
