// store/matching_schema.h — what matching goes by beside words, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Where those must be who may apply, nowhere of items from before; and for which county profiles
// were matched again.
inline constexpr std::string_view kMatchingSchema = R"(
ALTER TABLE item ADD COLUMN limited_to TEXT NOT NULL DEFAULT '[]';
ALTER TABLE profile ADD COLUMN matched_county TEXT NOT NULL DEFAULT '';
)";

}  // namespace fundwatch::store
