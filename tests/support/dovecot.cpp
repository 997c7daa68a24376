#include "tests/support/dovecot.h"

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
#include <vector>

#include "tests/support/ports.h"

namespace fundwatch::tests {
namespace {

constexpr const char* kDovecot = "/usr/sbin/dovecot";
constexpr std::chrono::seconds kStartMax{20};
constexpr const char* kNobody = "nobody";

// Mails belong to us, or, where we are root, to nobody: Dovecot serves no mail of root's.
std::string mail_user() {
  if (geteuid() == 0) return kNobody;
  return getpwuid(geteuid())->pw_name;
}

std::string mail_group() { return getgrgid(getpwnam(mail_user().c_str())->pw_gid)->gr_name; }

void give_to_mail_user(const std::filesystem::path& path) {
  if (geteuid() != 0) return;
  const passwd* user = getpwnam(kNobody);
  if (chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown");
}

void make_maildir(const std::filesystem::path& folder) {
  for (const char* part : {"", "new", "cur", "tmp"}) {
    std::filesystem::create_directories(folder / part);
    give_to_mail_user(folder / part);
  }
}

}  // namespace

bool Dovecot::is_installed() {
  return access(kDovecot, X_OK) == 0 && access("/usr/lib/dovecot/imap", X_OK) == 0;
}

std::filesystem::path Dovecot::maildir(const std::string& folder) const {
  const auto inbox = folder_ / "mail";
  return folder.empty() ? inbox : inbox / ("." + folder);
}

void Dovecot::write_configuration(const std::string& introspection) const {
  const std::string folder = folder_.path().string();
  const std::string certificate = certificates_.make("localhost");
  const std::string ourselves = geteuid() == 0 ? "dovecot" : mail_user();
  const std::string login = geteuid() == 0 ? "dovenull" : mail_user();
  std::ofstream out(folder_ / "dovecot.conf");
  out << "protocols = imap\nlisten = 127.0.0.1\nbase_dir = " << folder
      << "/run\nstate_dir = " << folder << "/state\nlog_path = " << folder
      << "/log\nssl = required\nssl_cert = <" << certificate << ".pem\nssl_key = <" << certificate
      << ".key\nmail_location = maildir:" << folder
      << "/mail\nfirst_valid_uid = 1\nauth_mechanisms = plain login"
      << (introspection.empty() ? "" : " xoauth2") << "\nauth_failure_delay = 0\n"
      << "default_internal_user = " << ourselves
      << "\ndefault_internal_group = " << (geteuid() == 0 ? "dovecot" : mail_group())
      << "\ndefault_login_user = " << login
      << "\nuserdb {\n  driver = static\n  args = uid=" << mail_user() << " gid=" << mail_group()
      << " home=" << folder
      << "/home\n}\npassdb {\n  driver = static\n  args = password=" << kPassword
      << "\n}\nservice imap-login {\n  chroot =\n  inet_listener imap {\n    port = 0\n"
      << "  }\n  inet_listener imaps {\n    port = " << port_ << "\n    ssl = yes\n  }\n}\n"
      << "service anvil {\n  chroot =\n}\nservice auth {\n  inet_listener {\n    port = "
      << login_port_ << "\n  }\n}\n";
  if (introspection.empty()) return;
  out << "passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = " << folder
      << "/oauth2.conf\n}\n";
  std::ofstream(folder_ / "oauth2.conf") << "tokeninfo_url = " << introspection
                                         << "\nactive_attribute = active\nactive_value = true\n";
}

Dovecot::Dovecot(const std::string& introspection) : port_(free_port()), login_port_(free_port()) {
  chmod(folder_.path().c_str(), 0755);
  make_maildir(maildir(""));
  std::filesystem::create_directory(folder_ / "home");
  give_to_mail_user(folder_ / "home");
  write_configuration(introspection);
  pid_ = fork();
  if (pid_ == 0) {
    const int silence = open((folder_ / "errors").c_str(), O_WRONLY | O_CREAT, 0600);
    dup2(silence, STDERR_FILENO);
    dup2(silence, STDOUT_FILENO);
    execl(kDovecot, kDovecot, "-F", "-c", (folder_ / "dovecot.conf").c_str(),
          static_cast<char*>(nullptr));
    _exit(127);
  }
  const auto deadline = std::chrono::steady_clock::now() + kStartMax;
  while (!accepts(port_)) {
    if (std::chrono::steady_clock::now() > deadline || waitpid(pid_, nullptr, WNOHANG) == pid_) {
      std::ifstream errors(folder_ / "errors");
      throw std::runtime_error("dovecot did not start: " +
                               std::string(std::istreambuf_iterator<char>(errors), {}));
    }
    pause_for(std::chrono::milliseconds(10));
  }
}

Dovecot::~Dovecot() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

void Dovecot::deliver(const std::string& folder, const std::string& bytes) {
  make_maildir(maildir(folder));
  const std::string number = std::to_string(++delivered_);
  const std::string name = "1700000000.M" + number + ".test";
  std::ofstream(maildir(folder) / "tmp" / name, std::ios::binary) << bytes;
  give_to_mail_user(maildir(folder) / "tmp" / name);
  std::filesystem::rename(maildir(folder) / "tmp" / name, maildir(folder) / "new" / name);
}

void Dovecot::forget_uids() {
  for (const auto& entry : std::filesystem::directory_iterator(maildir(""))) {
    if (entry.path().filename().string().starts_with("dovecot")) {
      std::filesystem::remove(entry.path());
    }
  }
}

std::string Dovecot::inbox() const {
  std::vector<std::string> names;
  for (const char* part : {"new", "cur"}) {
    for (const auto& entry : std::filesystem::directory_iterator(maildir("") / part)) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  std::string all;
  for (const std::string& name : names)
    all += name.substr(0, name.find(",S=")) + "|" +
           name.substr(std::min(name.find(":2,"), name.size())) + "\n";
  return all;
}

}  // namespace fundwatch::tests
