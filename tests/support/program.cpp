#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

[[noreturn]] void become_program(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  std::string program = program_file().string();
  argv.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  execv(program.c_str(), argv.data());
  _exit(127);
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void redirect(const std::filesystem::path& file, int flags, int descriptor) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

void hand_over(int socket) {
  constexpr int kFirst = 3;  // SD_LISTEN_FDS_START
  const int ended = socket == kFirst ? fcntl(socket, F_SETFD, 0) : dup2(socket, kFirst);
  if (ended < 0) _exit(126);
  setenv("LISTEN_FDS", "1", 1);
  setenv("LISTEN_PID", std::to_string(getpid()).c_str(), 1);
}

int exit_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Ran run_program(const std::vector<std::string>& arguments, const std::string& input) {
  const TemporaryFolder folder;
  std::ofstream(folder / "in", std::ios::binary) << input;
  const int pid = fork();
  if (pid == 0) {
    redirect(folder / "in", O_RDONLY, STDIN_FILENO);
    redirect(folder / "out", O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(folder / "err", O_WRONLY | O_CREAT, STDERR_FILENO);
    become_program(arguments);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return {exit_of(status), content_of(folder / "out"), content_of(folder / "err")};
}

Background::Background(const std::vector<std::string>& arguments, int socket) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("pipe");
  pid_ = fork();
  if (pid_ == 0) {
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    close(ends[1]);
    if (socket >= 0) hand_over(socket);
    become_program(arguments);
  }
  close(ends[1]);
  output_ = ends[0];
}

Background::~Background() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(output_);
}

bool Background::says(const std::string& words, int seconds_max) {
  using std::chrono::steady_clock;
  const auto deadline = steady_clock::now() + std::chrono::seconds(seconds_max);
  while (heard_.find(words) == std::string::npos) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - steady_clock::now());
    pollfd readable{.fd = output_, .events = POLLIN, .revents = 0};
    if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) <= 0) return false;
    char bytes[4096];
    const auto count = read(output_, bytes, sizeof bytes);
    if (count <= 0) return false;
    heard_.append(bytes, static_cast<std::size_t>(count));
  }
  return true;
}

void Background::signal(int number) const { kill(pid_, number); }

int Background::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return exit_of(status);
}

}  // namespace fundwatch::tests
