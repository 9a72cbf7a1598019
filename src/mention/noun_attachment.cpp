// Tags suffice here: from a number to its noun the way leads over adjectives and nouns only.
#include "mention/noun_attachment.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::uint32_t kFarthest = 9;  // tokens between a number and the noun it counts

bool is_noun(const TaggedToken& t) {
  const char last = t.form.empty() ? '-' : t.form.back();
  const bool word = (last >= 'a' && last <= 'z') || (last & 0x80) != 0;  // no "l-202", no quotation mark
  return (t.upos == Upos::NOUN && word) || t.xpos == Xpos::NNPS;
}

// "eight more picks": behind a word that compares no verb can stand.
bool noun_after_all(const TaggedToken& before, const TaggedToken& t) {
  return t.xpos == Xpos::VBZ && (before.xpos == Xpos::JJR || before.xpos == Xpos::RBR) && t.noun_class != NounClass::none;
}

// "COVID-19", "F-16": a name that ends in a figure, a number to the tagger.
bool numbered_name(const TaggedToken& t) {
  if (t.upos != Upos::NUM || t.form.size() < 3 || t.form.front() < 'a' || t.form.front() > 'z') return false;
  const std::size_t hyphen = t.form.find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < t.form.size() && t.form[hyphen + 1] >= '0' && t.form[hyphen + 1] <= '9';
}

bool modifies(const TaggedToken& t) {
  return numbered_name(t) || t.upos == Upos::ADJ || t.upos == Upos::PROPN || t.upos == Upos::NOUN || t.xpos == Xpos::VBN || t.xpos == Xpos::VBG ||
         t.xpos == Xpos::RB || t.xpos == Xpos::RBS || t.xpos == Xpos::RBR || t.xpos == Xpos::HYPH;
}

bool plural(const TaggedToken& t) { return t.xpos == Xpos::NNS || t.xpos == Xpos::NNPS; }

bool alike(const TaggedToken& a, const TaggedToken& b) {
  const auto named = [](const TaggedToken& t) { return t.upos == Upos::NOUN || t.upos == Upos::PROPN; };
  return a.upos == b.upos || (named(a) && named(b));
}

// "six Type 45 destroyers": a figure between a noun in the singular and one in the plural tells the type.
bool numbers_type(const std::vector<TaggedToken>& tokens, std::uint32_t t, std::uint32_t stop) {
  const TaggedToken& before = tokens[t - 1];
  const bool figure = tokens[t].xpos == Xpos::CD && !tokens[t].form.empty() && tokens[t].form.front() >= '0' && tokens[t].form.front() <= '9';
  return figure && t + 1 < stop && (before.upos == Upos::PROPN || before.upos == Upos::NOUN) && !plural(before) && plural(tokens[t + 1]);
}

// "12 Irish and Welsh climbers", "house and car fires": the link joins what stands before one plural, it does not end it.
bool joins_modifiers(const std::vector<TaggedToken>& tokens, std::uint32_t t, std::uint32_t stop) {
  if (tokens[t].upos != Upos::CCONJ || t + 2 >= stop || !alike(tokens[t - 1], tokens[t + 1]) || plural(tokens[t - 1])) return false;
  std::uint32_t next = t + 1;
  while (next < stop && modifies(tokens[next]) && !plural(tokens[next])) ++next;
  return next > t + 1 && next < stop && plural(tokens[next]);
}

}  // namespace

NounAttachment noun_behind(const Syntax& syntax, std::uint32_t number_end, std::uint32_t end, bool one) {
  NounAttachment a;
  const auto& tokens = syntax.tokens;
  std::uint32_t first_noun = kNone, head = kNone;
  const std::uint32_t stop = std::min(end, number_end + kFarthest);
  for (std::uint32_t t = number_end; t < stop; ++t) {
    if (t > number_end && joins_modifiers(tokens, t, stop)) {
      head = first_noun = kNone;
      continue;
    }
    if (t > number_end && noun_after_all(tokens[t - 1], tokens[t])) {
      head = first_noun = t;
      break;
    }
    if (t > number_end && !one && numbers_type(tokens, t, stop)) {
      head = first_noun = kNone;
      continue;
    }
    if (!modifies(tokens[t])) break;
    if (!is_noun(tokens[t])) {
      const bool compound = head != kNone && !plural(tokens[head]) && tokens[t].xpos == Xpos::VBG && t + 1 < stop && plural(tokens[t + 1]);
      const bool name = head != kNone && !plural(tokens[head]) && (tokens[t].upos == Upos::PROPN || tokens[t].form.size() == 1);  // "12 Model S and Model X cars"
      if (head != kNone && !compound && !name) break;  // "12 people injured"; "12 people Monday", but "12 bank holding companies"
      if (name) first_noun = head = kNone;
      continue;
    }
    if (first_noun == kNone) first_noun = t;
    head = t;
    if (plural(tokens[t]) && !one) {
      const bool compound = t + 1 < stop && plural(tokens[t + 1]);
      if (!compound) break;
    }
  }
  if (head == kNone) return a;
  const bool by_unit = !one && !plural(tokens[head]) && first_noun != head;
  a.noun = by_unit ? first_noun : head;
  a.first = number_end;
  if (by_unit) a.whole = head;
  return a;
}

}  // namespace crosscheck
