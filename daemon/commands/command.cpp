#include "daemon/commands/command.h"

#include <array>
#include <fstream>
#include <iostream>

#include "daemon/app.h"

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kInputBytesMax = 64'000'000;

std::string read_all(std::istream& stream, const std::string& name) {
  std::string bytes;
  std::array<char, 65536> portion{};
  while (bytes.size() <= kInputBytesMax && stream) {
    stream.read(portion.data(), portion.size());
    bytes.append(portion.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) throw CommandError(Exit::io, "cannot read " + name);
  if (bytes.size() > kInputBytesMax) {
    throw CommandError(Exit::bad_data, name + " is larger than 64 MB; split it");
  }
  return bytes;
}

config::Config entered(config::Config config) {
  enter_state_directory(config.installation.state_directory);
  return config;
}

}  // namespace

config::Config Context::load_config() const {
  auto config = config::load_file(config_file);
  if (!config) throw CommandError(Exit::bad_config, config.error().message);
  return std::move(*config);
}

Installation::Installation(const Context& context)
    : config(entered(context.load_config())), store(config.database()) {
  seed_profiles(store, context.clock.now());
  make_first_key(store, context.clock.now());
}

std::string read_input(const Context& context, const std::string& file) {
  if (file == "-") return read_all(context.in, "standard input");
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) {
    throw CommandError(Exit::io,
                       "cannot open " + file + "; check its name and that you may read it");
  }
  return read_all(stream, file);
}

void write_output(const Context& context, const std::string& file, const std::string& bytes) {
  if (file == "-") {
    context.out << bytes;
    return;
  }
  const std::string beside = file + ".new";
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  stream << bytes;
  stream.close();
  if (!stream) throw CommandError(Exit::io, "cannot write " + beside + "; is the disk full?");
  std::filesystem::rename(beside, file);
}

}  // namespace fundwatch::daemon
