#include "claim/names.h"

namespace crosscheck {

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

}  // namespace crosscheck
