// web/password.h — passwords as they are kept: argon2id by libsodium, in its own text form that
// names its costs. Slow by intent (64 MB and a tenth of a second), so it belongs on the pool.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch::web {

inline constexpr std::size_t kPasswordCharactersMin = 12;
inline constexpr std::size_t kPasswordBytesMax = 500;

enum class PasswordFault { none, too_short, too_long };

PasswordFault fault_in_password(std::string_view password);

// With a salt of its own. Throws std::bad_alloc if there is no memory for it.
std::string hash_of_password(const std::string& password);

// Takes as long for an empty hash, that of nobody, as for any other.
bool is_password(const std::string& password, const std::string& hash);

// Four groups of random letters and digits that are not mistaken for one another: 95 bits.
std::string new_password();

}  // namespace fundwatch::web
