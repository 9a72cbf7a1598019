#include <algorithm>

#include "rulebook/loader.h"

namespace crosscheck::loading {

const std::vector<std::pair<std::string_view, SlotType>>& slot_types() {
  static const std::vector<std::pair<std::string_view, SlotType>> kTypes = {
      {"person", SlotType::person},       {"organization", SlotType::organization}, {"who", SlotType::who},
      {"place", SlotType::place},         {"office", SlotType::office},             {"count", SlotType::count},
      {"money", SlotType::money},         {"percent", SlotType::percent},           {"measure", SlotType::measure},
      {"duration", SlotType::duration},   {"age", SlotType::age},                   {"ordinal", SlotType::ordinal},
      {"quantity", SlotType::quantity},   {"score", SlotType::score},               {"time", SlotType::time},
      {"quote", SlotType::quote},         {"happening", SlotType::happening},       {"thing", SlotType::thing}};
  return kTypes;
}

bool is_slot_type(std::string_view name) {
  const auto& types = slot_types();
  return std::any_of(types.begin(), types.end(), [&](const auto& type) { return type.first == name; });
}

bool is_amount(SlotType type) { return type >= SlotType::count && type <= SlotType::quantity; }

bool never_clashes(SlotType type) { return type == SlotType::happening || type == SlotType::thing; }

}  // namespace crosscheck::loading

namespace crosscheck {

std::string_view to_string(SlotType type) {
  for (const auto& [name, value] : loading::slot_types())
    if (value == type) return name;
  return type == SlotType::choice ? "choice" : "shape";
}

}  // namespace crosscheck
