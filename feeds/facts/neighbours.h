// feeds/facts/neighbours.h — which municipalities border on each other.
// On land, by the borders of Statistics Sweden, or across a bridge or a ferry where that is how one
// comes to an island: Ekerö, Lidingö, Öckerö, Tjörn and Öland. Gotland has none.
#pragma once

#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// By name ("Gävle"), in the order of their codes; empty for what is no municipality.
std::vector<std::string_view> neighbours_of(std::string_view municipality);

}  // namespace fundwatch::feeds
