#include "report/names.h"

namespace crosscheck {

std::string_view to_string(Polarity polarity) { return polarity == Polarity::affirmed ? "affirmed" : "negated"; }

std::string_view to_string(Modality modality) {
  switch (modality) {
    case Modality::actual: return "actual";
    case Modality::planned: return "planned";
    case Modality::forecast: return "forecast";
    case Modality::possible: return "possible";
    case Modality::alleged: return "alleged";
    case Modality::hypothetical: return "hypothetical";
    case Modality::asked: return "asked";
    case Modality::denied: return "denied";
    case Modality::historical: return "historical";
  }
  return "actual";
}

std::string_view to_string(SourceGrade grade) {
  switch (grade) {
    case SourceGrade::nobody: return "nobody";
    case SourceGrade::named: return "named";
    case SourceGrade::described: return "described";
    case SourceGrade::anonymous: return "anonymous";
    case SourceGrade::several: return "several";
    case SourceGrade::document: return "document";
    case SourceGrade::witness: return "witness";
    case SourceGrade::agency: return "agency";
  }
  return "nobody";
}

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

}  // namespace crosscheck
