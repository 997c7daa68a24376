// store/mailings_schema.h — how mails are counted by what became of them (store/outbox.h), as a
// step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

inline constexpr std::string_view kMailingsSchema = R"(
CREATE INDEX mail_made ON mail (made_at, state);
)";

}  // namespace fundwatch::store
