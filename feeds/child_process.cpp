#include "feeds/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "base/check.h"

namespace fundwatch::feeds {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr std::chrono::milliseconds kGlance{50};  // between looks at the child
constexpr int kNotRunnable = 127;                 // as shells say it

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class File {
 public:
  explicit File(int number) : number_(number) {}
  File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  File& operator=(File&&) = delete;
  ~File() { close(); }

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

// The input as a file without a name, read from its beginning.
File input_file(std::string_view bytes) {
  File file(memfd_create("fundwatch-input", MFD_CLOEXEC));
  if (file.number() < 0) fail("memfd_create");
  while (!bytes.empty()) {
    const ssize_t written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("writing the input of a child");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.number(), 0, SEEK_SET) != 0) fail("lseek");
  return file;
}

struct Pipe {
  File read_end;
  File write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) fail("pipe2");
  return {File(ends[0]), File(ends[1])};
}

// What the child needs between fork and exec, made before it: there it may only make system calls,
// because another thread may have held any lock at the moment of the fork.
struct Start {
  const char* path;
  std::vector<char*> arguments;  // ends with null
  std::array<char*, 1> environment{nullptr};
  int input;
  int output;
  rlimit processor_time;
  rlimit memory;
  rlimit no_core{0, 0};
};

Start make_start(const ChildProgram& program, const ChildLimits& limits, int input, int output) {
  Start start{};
  start.path = program.path.c_str();
  start.arguments.push_back(const_cast<char*>(program.path.c_str()));
  for (const std::string& argument : program.arguments) {
    start.arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  start.arguments.push_back(nullptr);
  start.input = input;
  start.output = output;
  const auto seconds = static_cast<rlim_t>(limits.processor_time.count());
  start.processor_time = {seconds, seconds + 1};
  start.memory = {limits.memory_bytes_max, limits.memory_bytes_max};
  return start;
}

// prlimit rather than setrlimit, which the unit's filter of system calls does not let through.
bool is_limited(const Start& start) {
  return prlimit(0, RLIMIT_CPU, &start.processor_time, nullptr) == 0 &&
         prlimit(0, RLIMIT_AS, &start.memory, nullptr) == 0 &&
         prlimit(0, RLIMIT_CORE, &start.no_core, nullptr) == 0;
}

// Runs in the child. Its own process group, so that its children can be killed with it; killed
// with us; standard error nowhere; no file of ours but the two.
[[noreturn]] void become(const Start& start) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const bool has_files =
      dup2(start.input, STDIN_FILENO) >= 0 && dup2(start.output, STDOUT_FILENO) >= 0 &&
      dup2(nowhere, STDERR_FILENO) >= 0 && close_range(STDERR_FILENO + 1, ~0U, 0) == 0;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  signal(SIGPIPE, SIG_DFL);
  if (has_files && is_limited(start)) {
    execve(start.path, start.arguments.data(), start.environment.data());
  }
  _exit(kNotRunnable);
}

class Child {
 public:
  explicit Child(const Start& start) : id_(fork()) {
    if (id_ < 0) fail("fork");
    if (id_ == 0) become(start);
  }
  ~Child() { end(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool is_running() const {
    siginfo_t info{};
    const int failure = waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT);
    return failure == 0 && info.si_pid == 0;
  }

  // Kills what still runs, its own children too; how it ended, as waitpid says it. Its number stays
  // its own until it is waited for, so that nobody else can be killed.
  int end() {
    if (status_) return *status_;
    kill(-id_, SIGKILL);
    kill(id_, SIGKILL);  // it may not have its group yet
    int status = 0;
    pid_t id = -1;
    do {
      id = waitpid(id_, &status, 0);
    } while (id < 0 && errno == EINTR);
    CHECK(id == id_);
    status_ = status;
    return status;
  }

 private:
  const pid_t id_;
  std::optional<int> status_;
};

// Reads what there is, until there is more than `bytes_max`. False at the end of the output.
bool read_available(int file, std::string& output, std::size_t bytes_max) {
  std::array<char, 65'536> bytes{};
  while (output.size() <= bytes_max) {
    const ssize_t count = read(file, bytes.data(), bytes.size());
    if (count > 0) output.append(bytes.data(), static_cast<std::size_t>(count));
    if (count == 0) return false;
    if (count < 0 && errno != EINTR) return errno == EAGAIN;
  }
  return true;
}

void glance(int file) {
  pollfd waiting{.fd = file, .events = POLLIN, .revents = 0};  // a negative file only waits
  poll(&waiting, 1, static_cast<int>(kGlance.count()));
}

std::optional<ChildEnd> reason_to_end(const std::string& output, const ChildLimits& limits,
                                      SteadyTime begin, const std::function<bool()>& stopping) {
  if (stopping()) return ChildEnd::stopped;
  if (output.size() > limits.output_bytes_max) return ChildEnd::too_much_output;
  if (std::chrono::steady_clock::now() - begin > limits.patience) return ChildEnd::out_of_time;
  return std::nullopt;
}

// Until it has ended or has to end.
ChildResult attend(Child& child, const File& pipe, const ChildLimits& limits,
                   const std::function<bool()>& stopping) {
  const SteadyTime begin = std::chrono::steady_clock::now();
  ChildResult result;
  bool is_running = true;
  bool is_open = true;
  std::optional<ChildEnd> reason;
  while (is_running && !reason) {
    glance(is_open ? pipe.number() : -1);
    // Asked before the rest is read: what it wrote before its end is then there.
    is_running = child.is_running();
    if (is_open) is_open = read_available(pipe.number(), result.output, limits.output_bytes_max);
    reason = reason_to_end(result.output, limits, begin, stopping);
  }
  const int status = child.end();
  const bool has_exited = WIFEXITED(status);
  result.end = reason.value_or(has_exited ? ChildEnd::exited : ChildEnd::crashed);
  result.exit_code = has_exited ? WEXITSTATUS(status) : 0;
  result.output.resize(std::min(result.output.size(), limits.output_bytes_max));
  return result;
}

}  // namespace

ChildResult run_child(const ChildProgram& program, std::string_view input,
                      const ChildLimits& limits, const std::function<bool()>& stopping) {
  if (access(program.path.c_str(), X_OK) != 0) return {};
  const File file = input_file(input);
  Pipe pipe = make_pipe();
  // The child's end blocks, as programs expect of their standard output.
  if (fcntl(pipe.write_end.number(), F_SETFL, 0) != 0) fail("fcntl");
  const Start start = make_start(program, limits, file.number(), pipe.write_end.number());
  Child child(start);
  pipe.write_end.close();
  ChildResult result = attend(child, pipe.read_end, limits, stopping);
  if (result.end == ChildEnd::exited && result.exit_code == kNotRunnable) {
    result.end = ChildEnd::missing;
  }
  return result;
}

}  // namespace fundwatch::feeds
