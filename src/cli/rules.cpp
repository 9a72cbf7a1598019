// `crosscheck rules …`: what rules there are, what is doubtful in them, and whether their examples hold.
#include <fmt/format.h>

#include <algorithm>

#include "claim/test_examples.h"
#include "cli/commands.h"
#include "finding/test_examples.h"
#include "rulebook/lint.h"

namespace crosscheck {
namespace {

std::string slots_of(const ClaimKind& kind) {
  std::string out;
  for (const SlotDeclaration& slot : kind.slots) out += (out.empty() ? "{" : " {") + slot.name + "}";
  return out;
}

std::size_t longest_name(const Rulebook& rulebook) {
  std::size_t longest = 0;
  for (const ClaimKind& kind : rulebook.kinds) longest = std::max(longest, kind.name.size());
  for (const Check& check : rulebook.checks) longest = std::max(longest, check.id.size());
  return longest;
}

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Outcome list_rules(const Rulebook& rulebook) {
  Outcome outcome;
  const std::size_t width = longest_name(rulebook);
  outcome.text = fmt::format("claim kinds ({})\n", rulebook.kinds.size());
  for (const ClaimKind& kind : rulebook.kinds)
    outcome.text += fmt::format("  {:<{}}  {}  {}\n", kind.name, width, kind.says, slots_of(kind));
  outcome.text += fmt::format("\nchecks ({})\n", rulebook.checks.size());
  for (const Check& check : rulebook.checks)
    outcome.text += fmt::format("  {:<{}}  {:<7}  {}\n", check.id, width, to_string(check.severity), check.title);
  return outcome;
}

Outcome lint_rules(const Rulebook& rulebook) {
  Outcome outcome;
  outcome.diagnostics = lint(rulebook);
  const std::size_t doubts = outcome.diagnostics.size();
  outcome.text =
      fmt::format("{} claim kinds, {} checks, {} word lists: {}\n", rulebook.kinds.size(), rulebook.checks.size(),
                  rulebook.lists.size(), doubts == 0 ? "nothing to say" : fmt::format("{} warnings", doubts));
  return outcome;
}

Outcome test_rules(const Rulebook& rulebook) {
  const Pipeline pipeline(rulebook);
  std::vector<Diagnostic> failed = test_claim_examples(rulebook, pipeline);
  append(failed, test_check_examples(pipeline));
  std::size_t examples = 0;
  for (const ClaimKind& kind : rulebook.kinds) examples += kind.yes.size() + kind.no.size();
  for (const Check& check : rulebook.checks) examples += check.yes.size() + check.no.size();
  Outcome outcome;
  for (const Diagnostic& d : failed) outcome.text += to_string(d) + "\n";
  outcome.text += fmt::format("{} of {} examples hold\n", examples - std::min(examples, failed.size()), examples);
  outcome.found = !failed.empty();
  return outcome;
}

}  // namespace crosscheck
