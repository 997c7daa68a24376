#include "feeds/fetch/unpacker.h"

#include <algorithm>
#include <array>
#include <new>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{16} * 1024;

constexpr char kGzipHead = '\x1F';

constexpr int kGzipWindow = 16 + MAX_WBITS;
constexpr int kZlibWindow = MAX_WBITS;
constexpr int kRawWindow = -MAX_WBITS;

// Two bytes as RFC 1950 § 2.2 has them. Some servers send "deflate" without.
bool is_zlib_head(std::string_view packed) {
  if (packed.size() < 2) return (packed[0] & 0x0F) == Z_DEFLATED;
  const auto first = static_cast<unsigned char>(packed[0]);
  const auto second = static_cast<unsigned char>(packed[1]);
  return (first & 0x0F) == Z_DEFLATED && (first * 256 + second) % 31 == 0;
}

}  // namespace

void Unpacker::EndInflate::operator()(z_stream* stream) const {
  inflateEnd(stream);
  std::default_delete<z_stream>()(stream);
}

std::optional<Unpacker> Unpacker::make(std::string_view codings) {
  Unpacker unpacker;
  while (!codings.empty()) {
    const std::size_t comma = std::min(codings.find(','), codings.size());
    const std::string name = ascii_lower(trimmed(codings.substr(0, comma)));
    codings.remove_prefix(std::min(comma + 1, codings.size()));
    if (name.empty() || name == "identity") continue;
    const bool is_gzip = name == "gzip" || name == "x-gzip";
    if (!is_gzip && name != "deflate") return std::nullopt;
    unpacker.layers_.push_back({.coding = is_gzip ? Coding::gzip : Coding::deflate});
  }
  if (unpacker.layers_.size() > kCodingsMax) return std::nullopt;
  std::ranges::reverse(unpacker.layers_);
  return unpacker;
}

bool Unpacker::take(std::string_view packed, const Sink& sink) { return take_at(0, packed, sink); }

bool Unpacker::is_at_an_end() const {
  return std::ranges::none_of(layers_,
                              [](const Layer& layer) { return layer.state == State::within; });
}

void Unpacker::begin(Layer& layer, std::string_view packed) {
  int window = kGzipWindow;
  if (layer.coding == Coding::deflate) window = is_zlib_head(packed) ? kZlibWindow : kRawWindow;
  auto stream = std::make_unique<z_stream>();
  if (inflateInit2(stream.get(), window) != Z_OK) throw std::bad_alloc();
  layer.stream.reset(stream.release());
  layer.state = State::within;
}

bool Unpacker::take_at(std::size_t depth, std::string_view packed, const Sink& sink) {
  if (packed.empty()) return true;
  if (depth == layers_.size()) return sink(packed);
  Layer& layer = layers_[depth];
  while (!packed.empty()) {
    // Several gzip members may follow one another (RFC 1952 § 2.2); what else follows is padding.
    const bool is_member = layer.coding == Coding::gzip && packed.starts_with(kGzipHead);
    if (layer.state == State::ended && !is_member) return true;
    if (layer.state != State::within) begin(layer, packed);
    if (!unpack(depth, packed, sink)) return false;
  }
  return true;
}

bool Unpacker::unpack(std::size_t depth, std::string_view& packed, const Sink& sink) {
  Layer& layer = layers_[depth];
  z_stream& stream = *layer.stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, kPieceBytes> piece;
  int code = Z_OK;
  do {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    code = inflate(&stream, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return false;
    const std::size_t unpacked = piece.size() - stream.avail_out;
    if (!take_at(depth + 1, {piece.data(), unpacked}, sink)) return false;
  } while (code == Z_OK && stream.avail_out == 0);
  packed.remove_prefix(packed.size() - stream.avail_in);
  if (code == Z_STREAM_END) layer.state = State::ended;
  return true;
}

}  // namespace fundwatch::feeds
