// feeds/read/furniture.h — what stands on a page without being what the page is about.
// Navigation, breadcrumbs, cookie notices, sharing and printing, footers, as the content systems of
// Swedish authorities (Sitevision, EPiServer, WordPress, Drupal) mark them.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace fundwatch::feeds {

// By the element's name, role, class and id, and where it stands; what is within is not looked at.
bool is_furniture(const pugi::xml_node& element);

// A line that stands alone and says nothing of the matter: "Dela", "Skriv ut", "Till toppen".
bool is_furniture_line(std::string_view line);

}  // namespace fundwatch::feeds
