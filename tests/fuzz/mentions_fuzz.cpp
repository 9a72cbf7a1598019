// Any bytes as plain text: story, syntax, mentions, claims. Whatever is read from them must lie on the text, be a set (no bound
// that is no number, none below the other) and stand to itself as the same.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "claim/analyse.h"
#include "rulebook/load_rulebook.h"
#include "value/relate.h"

namespace {

using namespace crosscheck;

void hold(bool holds, const char* what, const Value& value) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, to_string(value).c_str());
  std::abort();
}

void hold_value(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return;
  if (const auto* q = std::get_if<Quantity>(&value)) hold(q->low <= q->high, "bounds", value);
  if (const auto* t = std::get_if<TimeRange>(&value)) hold(t->from <= t->to, "ends", value);
  hold(relate(value, value) == Relation::same, "not itself", value);
}

void hold_span(const Story& story, const Span& span, const Value& value) {
  hold(span.begin <= span.end && span.end <= story.text.size(), "span", value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Rulebook rulebook = *load_rulebook(built_in_rules()).value;
  static const Pipeline pipeline(rulebook);
  RawStory raw;
  raw.path = "fuzz";
  raw.format = "text";
  raw.published = "2025-12-01";
  raw.bytes.assign(reinterpret_cast<const char*>(data), size);
  std::vector<Diagnostic> diagnostics;
  for (const AnalysedStory& read : analyse_all(pipeline, {raw}, diagnostics)) {
    const auto each = [&](const auto& mentions) {
      for (const auto& m : mentions) {
        hold_value(m.value);
        hold_span(read.story, m.at.span, m.value);
      }
    };
    each(read.mentions.quantities);
    each(read.mentions.times);
    each(read.mentions.scores);
    for (const QuoteMention& quote : read.mentions.quotes) hold_span(read.story, quote.words_span, quote.words);
    for (const Claim& claim : read.claims.claims)
      for (const SlotValue& slot : claim.slots) {
        hold_value(slot.value);
        hold_span(read.story, slot.span, slot.value);
      }
  }
  return 0;
}
