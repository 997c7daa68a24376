// feeds/read/eforms_lot.h — one lot, part or group of an eForms notice, and what projects have in
// common: the notice as a whole has one too. Names in brackets are the business terms (BT) of the
// eForms regulation. Pure.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::feeds {

// `language` is the notice's own, for where a text is in neither of ours.
Lot read_eforms_lot(const pugi::xml_node& lot, std::string_view language, const Calendar& calendar);

// Title and description of a ProcurementProject, and what a lot says beside them: conditions of
// performance (BT-70) and strategic aims (BT-777), a paragraph each.
std::string eforms_title(const pugi::xml_node& project, std::string_view language);
std::string eforms_description(const pugi::xml_node& project, std::string_view language);
std::string eforms_lot_text(const pugi::xml_node& lot, std::string_view language);

// Of a ProcurementProject: main and additional CPV codes (BT-262, BT-263), NUTS (BT-5071), value
// (BT-27).
void add_cpv(const pugi::xml_node& project, std::vector<std::string>& cpv);
void add_nuts(const pugi::xml_node& project, std::vector<std::string>& nuts);
std::optional<Amount> eforms_value(const pugi::xml_node& project);

// BT-775 without "none".
void add_social_objectives(const pugi::xml_node& lot, std::vector<std::string>& objectives);

// BT-15, else where to send the tender (BT-18); empty if the lot says neither.
std::string eforms_documents(const pugi::xml_node& lot);

// Of elements that say one thing in several languages: the one we read, as plain text.
std::string in_our_language(const std::vector<pugi::xml_node>& elements, std::string_view language);

}  // namespace fundwatch::feeds
