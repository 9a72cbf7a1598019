#include "report/names.h"

#include <fmt/format.h>

namespace crosscheck {

std::string_view to_string(Polarity polarity) { return polarity == Polarity::affirmed ? "affirmed" : "negated"; }

std::string_view to_string(NameKind kind) {
  switch (kind) {
    case NameKind::person: return "person";
    case NameKind::organization: return "organization";
    case NameKind::place: return "place";
    case NameKind::group: return "group";
    case NameKind::outlet: return "outlet";
    case NameKind::other: return "other";
  }
  return "other";
}

std::string_view to_string(NodeKind kind) {
  switch (kind) {
    case NodeKind::story: return "story";
    case NodeKind::outlet: return "outlet";
    case NodeKind::source: return "source";
    case NodeKind::speaker: return "speaker";
    case NodeKind::entity: return "entity";
    case NodeKind::claim: return "claim";
    case NodeKind::proposition: return "proposition";
  }
  return "claim";
}

std::string_view to_string(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::tells: return "tells";
    case EdgeKind::published_by: return "published_by";
    case EdgeKind::credits: return "credits";
    case EdgeKind::copies: return "copies";
    case EdgeKind::says: return "says";
    case EdgeKind::about: return "about";
    case EdgeKind::states: return "states";
    case EdgeKind::agrees: return "agrees";
    case EdgeKind::contradicts: return "contradicts";
  }
  return "about";
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace crosscheck
