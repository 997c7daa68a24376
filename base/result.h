// base/result.h — the answer of anything the outside world can spoil.
// A Result holds a value or an Error; the Error names the stage of an item's way at which it arose
// and says in words what happened, where, and what to do. Faults of the installation (a broken
// disk, a bad configuration) are exceptions instead, and our own mistakes are CHECKs
// (base/check.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"

namespace fundwatch {

// Where on its way source -> response -> item -> hit -> digest -> message something went wrong.
enum class Stage { fetch, decode, read, match, send, config };

std::string_view name_of(Stage stage);

// `message` is a full sentence part for people: what, where, what to do. Never empty.
struct Error {
  Stage stage;
  std::string message;
};

// Either a T or an Error. Asking for the one that is not there is our bug and aborts.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  // By value, so that `for (… : make().value())` does not walk over what is gone.
  T value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Error& error() const {
    CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

// The answer of a deed that has no value to give: `return Done{};` is success.
struct Done {};

}  // namespace fundwatch
