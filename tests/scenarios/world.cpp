#include "tests/scenarios/world.h"

#include <spdlog/sinks/ostream_sink.h>

#include <algorithm>

#include "daemon/worker.h"

namespace fundwatch::tests {
namespace {

constexpr int kTicksPerInstantMax = 20;  // a tick that never gets on with it is a bug
constexpr int kPageBytes = 4096;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string decoded(const Mail& mail) {
  std::string text = mail.subject + "\n";
  const std::string& bytes = mail.bytes;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r') continue;
    if (bytes[i] != '=' || i + 2 >= bytes.size()) {
      text += bytes[i];
    } else if (bytes[i + 1] == '\r') {
      i += 2;
    } else if (hex_digit(bytes[i + 1]) >= 0 && hex_digit(bytes[i + 2]) >= 0) {
      text += static_cast<char>(hex_digit(bytes[i + 1]) * 16 + hex_digit(bytes[i + 2]));
      i += 2;
    } else {
      text += '=';
    }
  }
  return text;
}

World::World(Instant start_at)
    : clock(start_at),
      file_(disk_ / "fundwatch-0.db"),
      log_(std::make_shared<spdlog::logger>(
          "scenario", std::make_shared<spdlog::sinks::ostream_sink_st>(log_words_))) {
  log_->set_pattern("%l: %v");
  config_.digest.coordinator_lead = std::chrono::minutes(0);
  start({});
}

World::~World() = default;

void World::start(const store::Options& options) {
  store_ = std::make_unique<store::Store>(file_, options);
  troubles_ = std::make_unique<daemon::Troubles>(
      *log_, daemon::Journal(), [this](const std::string& status) { status_ = status; });
  daemon::Parts parts{
      .clock = clock, .fetcher = fetcher, .mailer = mailer, .log = *log_, .troubles = *troubles_};
  parts.disk_space = [this] { return space; };
  parts.at = [this](daemon::Point point) { reach(point); };
  daemon_ = std::make_unique<daemon::Daemon>(config_, *store_, parts, digest::Mode::real);
}

std::uintmax_t World::database_bytes() const { return std::filesystem::file_size(file_); }

void World::configure(const std::function<void(config::Config&)>& change) {
  change(config_);
  restart();
}

void World::set_coordinator(const std::string& address) {
  config_.coordinator.email = address;
  restart();
}

void World::restart(Disk disk) {
  daemon_.reset();
  store_.reset();
  store::Options options;
  if (disk == Disk::full) {
    options.pages_max = static_cast<int>(std::filesystem::file_size(file_)) / kPageBytes;
  }
  start(options);
}

void World::kill_at(daemon::Point point, int skip) { deadly_ = DeadlyPoint{point, skip}; }

void World::reach(daemon::Point point) {
  if (!deadly_ || deadly_->point != point || deadly_->skip-- > 0) return;
  deadly_.reset();
  copy_disk();
  throw Killed{};
}

void World::copy_disk() {
  const auto copy = disk_ / ("fundwatch-" + std::to_string(++generation_) + ".db");
  for (const char* suffix : {"", "-wal"}) {
    const std::filesystem::path from = file_.string() + suffix;
    if (std::filesystem::exists(from)) std::filesystem::copy_file(from, copy.string() + suffix);
  }
  file_ = copy;
}

void World::play(Instant until) {
  int ticks = 0;
  Instant last = clock.now();
  while (true) {
    Instant wake{};
    try {
      wake = daemon_->tick();
      troubles_->end(daemon::Trouble::storage, "the database can be used again");
    } catch (const Killed&) {
      restart();
      wake = clock.now();
    } catch (const store::StoreError& fault) {
      // As daemon/worker.cpp does it: said once, tried again after a rest.
      troubles_->begin(daemon::trouble_of(fault), fault.what());
      wake = clock.now() + daemon::kRestAfterFault;
    }
    if (wake > until) break;
    clock.set(std::max(wake, clock.now()));
    ticks = clock.now() == last ? ticks + 1 : 0;
    last = clock.now();
    if (ticks > kTicksPerInstantMax) throw std::runtime_error("tick() stands still");
  }
  clock.set(until);
}

std::vector<std::string> World::mails_to(const std::string& address) const {
  std::set<std::string> seen;
  std::vector<std::string> mails;
  for (const Mail& mail : mailer.delivered) {
    if (mail.recipient == address && seen.insert(mail.message_id).second) {
      mails.push_back(decoded(mail));
    }
  }
  return mails;
}

}  // namespace fundwatch::tests
