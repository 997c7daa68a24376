#include "tests/support/postfix.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/ports.h"

namespace fundwatch::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMaster = "/usr/lib/postfix/sbin/master";
constexpr const char* kUser = "postfix";
constexpr const char* kGroup = "postdrop";
constexpr std::chrono::seconds kPatience{30};

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void give(const fs::path& path, const char* user, const char* group, mode_t mode) {
  const passwd* const owner = getpwnam(user);
  const struct group* const members = getgrnam(group);
  if (owner == nullptr || members == nullptr ||
      chown(path.c_str(), owner->pw_uid, members->gr_gid) != 0 || chmod(path.c_str(), mode) != 0) {
    throw std::runtime_error("cannot give " + path.string() + " to " + user);
  }
}

// The services that take a mail in and lay it into a Maildir; none has a way out.
constexpr const char* kServices = R"(
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
)";

constexpr const char* kSettings = R"(
compatibility_level = 3.6
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
default_privs = nobody
myhostname = relay.asf.example
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
default_transport = error:nothing leaves this test
relay_transport = error:nothing leaves this test
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
virtual_minimum_uid = 100
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_relay_restrictions = permit_sasl_authenticated, reject
)";

}  // namespace

std::string Postfix::missing() {
  if (access(kMaster, X_OK) != 0 || getpwnam(kUser) == nullptr) return "postfix is not installed";
  if (!Dovecot::is_installed()) return "dovecot-imapd, which checks logins, is not installed";
  if (geteuid() != 0) return "postfix needs root";
  return {};
}

void Postfix::make_folders() const {
  chmod(folder_.path().c_str(), 0755);
  for (const char* part : {"conf", "data", "mail", "queue", "queue/pid"}) {
    fs::create_directory(folder_ / part);
    chmod((folder_ / part).c_str(), 0755);
  }
  give(folder_ / "data", kUser, kUser, 0700);
  give(folder_ / "mail", "nobody", "nogroup", 0700);
  for (const char* part : {"active", "bounce", "corrupt", "defer", "deferred", "flush", "hold",
                           "incoming", "private", "saved", "trace"}) {
    fs::create_directory(folder_ / "queue" / part);
    give(folder_ / "queue" / part, kUser, "root", 0700);
  }
  fs::create_directory(folder_ / "queue/maildrop");
  give(folder_ / "queue/maildrop", kUser, kGroup, 0730);
  fs::create_directory(folder_ / "queue/public");
  give(folder_ / "queue/public", kUser, kGroup, 0710);
}

void Postfix::write_configuration() const {
  const std::string folder = folder_.path().string();
  const std::string certificate = certificates_.make(kHost);
  std::ofstream(folder_ / "conf/master.cf")
      << "127.0.0.1:" << port_ << " inet n - n - - smtpd" << kServices;
  std::ofstream(folder_ / "conf/main.cf")
      << kSettings << "queue_directory = " << folder << "/queue\ndata_directory = " << folder
      << "/data\nmaillog_file = " << folder << "/log\nmaillog_file_prefixes = " << folder
      << "\nvirtual_mailbox_domains = " << kDomain << "\nvirtual_mailbox_base = " << folder
      << "/mail\nsmtpd_tls_cert_file = " << certificate
      << ".pem\nsmtpd_tls_key_file = " << certificate
      << ".key\nsmtpd_sasl_path = inet:127.0.0.1:" << dovecot_.login_port() << "\n";
}

Postfix::Postfix() : port_(free_port()) {
  make_folders();
  write_configuration();
  pid_ = fork();
  if (pid_ == 0) {
    const int silence = open((folder_ / "errors").c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(silence, STDERR_FILENO);
    dup2(silence, STDOUT_FILENO);
    execl(kMaster, kMaster, "-c", (folder_ / "conf").c_str(), "-d", static_cast<char*>(nullptr));
    _exit(127);
  }
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!accepts(port_)) {
    if (std::chrono::steady_clock::now() > deadline || waitpid(pid_, nullptr, WNOHANG) == pid_) {
      throw std::runtime_error("postfix did not start: " + content_of(folder_ / "errors") + log());
    }
    pause_for(std::chrono::milliseconds(10));
  }
}

Postfix::~Postfix() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

std::string Postfix::log() const { return content_of(folder_ / "log"); }

std::vector<std::string> Postfix::arrived(std::size_t count) const {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  std::vector<fs::path> files;
  while (files.size() < count && std::chrono::steady_clock::now() < deadline) {
    files.clear();
    std::error_code not_yet;
    for (const auto& entry : fs::directory_iterator(folder_ / "mail/all/new", not_yet)) {
      files.push_back(entry.path());
    }
    if (files.size() < count) pause_for(std::chrono::milliseconds(20));
  }
  std::ranges::sort(files, {}, [](const fs::path& file) { return fs::last_write_time(file); });
  std::vector<std::string> mails;
  for (const fs::path& file : files) mails.push_back(content_of(file));
  return mails;
}

}  // namespace fundwatch::tests
