// feeds/fetch/unpacker.h — undoes the Content-Encoding of a body, piece by piece as it comes (RFC
// 9110 § 8.4.1, with zlib). libcurl could do it, but takes a document that was cut short for a
// whole one as long as its length fits. Holds a window a coding and no more; what comes out goes to
// a sink, which may stop it.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

inline constexpr const char* kAcceptEncoding = "gzip, deflate";  // what an Unpacker undoes
inline constexpr std::size_t kCodingsMax = 5;                    // one within the other

class Unpacker {
 public:
  // False: no more is wanted.
  using Sink = std::function<bool(std::string_view bytes)>;

  // `codings` as in the header, in the order in which they were applied: "gzip", "gzip, deflate";
  // empty and "identity" are none. Nothing if one is not known, or there are more than kCodingsMax.
  static std::optional<Unpacker> make(std::string_view codings);

  // False if `packed` is not what its coding says, or the sink wants no more.
  bool take(std::string_view packed, const Sink& sink);

  // What was taken did not stop in the middle. True also of nothing at all.
  bool is_at_an_end() const;

 private:
  enum class Coding { gzip, deflate };
  enum class State { fresh, within, ended };

  struct EndInflate {
    void operator()(z_stream* stream) const;
  };

  struct Layer {
    Coding coding = Coding::gzip;
    State state = State::fresh;
    std::unique_ptr<z_stream, EndInflate> stream;
  };

  static void begin(Layer& layer, std::string_view packed);
  bool take_at(std::size_t depth, std::string_view packed, const Sink& sink);
  bool unpack(std::size_t depth, std::string_view& packed, const Sink& sink);

  std::vector<Layer> layers_;  // the outermost, applied last, first
};

}  // namespace fundwatch::feeds
