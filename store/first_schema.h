// store/first_schema.h — the tables of the first version, as the first step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

std::string_view first_schema();

}  // namespace fundwatch::store
