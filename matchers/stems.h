// matchers/stems.h — what the inflected forms of one word have in common, by Snowball (libstemmer).
// Every word is stemmed as Swedish and as English, because neither terms nor texts say reliably
// which they are. The object keeps buffers: one for each thread.
#pragma once

#include <memory>
#include <string>

struct sb_stemmer;

namespace fundwatch::matchers {

struct Stems {
  std::string swedish;
  std::string english;
};

class Stemmer {
 public:
  // Throws std::runtime_error if the system's libstemmer lacks a language.
  Stemmer();

  // `folded` is a word as in Word::folded; one longer than kWordBytesMax is its own stem.
  Stems stems(const std::string& folded);

 private:
  using Handle = std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)>;
  static Handle open(const char* algorithm);

  Handle swedish_;
  Handle english_;
};

}  // namespace fundwatch::matchers
