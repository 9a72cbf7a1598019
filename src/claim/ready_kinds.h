// The claim kinds that need no pattern, each with the indices of its slots. A kind that the rulebook lacks is not valid, a
// slot that a kind lacks is kNone.
#pragma once

#include <cstdint>
#include <string_view>

#include "rulebook/rulebook.h"
#include "syntax/syntax.h"

namespace crosscheck {

struct ReadyKind {
  ReadyKind(const Rulebook& rulebook, std::string_view name) : kind(rulebook.kind(name)) {
    if (!kind.valid()) return;
    const auto slot = [&](std::string_view called) { return rulebook[kind].slot(called).value_or(kNone); };
    who = slot("who"), does = slot("does"), what = slot("what"), number = slot("number"), of = slot("of"), role = slot("role");
    measure = slot("measure"), is = slot("is"), score = slot("score"), speaker = slot("speaker"), words = slot("words");
  }
  bool valid() const { return kind.valid(); }

  KindId kind;
  std::uint32_t who = kNone, does = kNone, what = kNone, number = kNone, of = kNone, role = kNone, measure = kNone, is = kNone,
                score = kNone, speaker = kNone, words = kNone;
};

struct ReadyKinds {
  explicit ReadyKinds(const Rulebook& rulebook)
      : clause(rulebook, "clause"), quote(rulebook, "quote"), name(rulebook, "name"), wording(rulebook, "wording"), statement(rulebook, "statement"),
        figure(rulebook, "figure"), moment(rulebook, "moment"), spot(rulebook, "spot"), tally(rulebook, "tally"), state(rulebook, "state") {}

  ReadyKind clause, quote, name, wording, statement;
  ReadyKind figure, moment, spot, tally, state;  // claims that a mention carries
};

}  // namespace crosscheck
