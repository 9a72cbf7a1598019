// Cuts one sentence into groups, left to right, each token looked at a bounded number of times. For the files of find_groups
// only.
#pragma once

#include "syntax/groups.h"
#include "syntax/tag_sets.h"

namespace crosscheck {

class GroupFinder {
 public:
  GroupFinder(const Story& story, Syntax& syntax, const ClauseTables& tables, const std::vector<ClauseTables::Lists>& lists,
              std::uint32_t first, std::uint32_t last, Groups& groups)
      : story_(story), syntax_(syntax), tokens_(syntax.tokens), tables_(tables), lists_(lists), first_(first), last_(last), groups_(groups) {}

  void run() {
    groups_.chunks.clear();
    groups_.verbs.clear();
    find_capitals();
    std::uint32_t i = first_;
    while (i < last_) {
      const std::uint32_t next = step(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  std::uint32_t step(std::uint32_t i) {
    if (const std::uint32_t end = special(i)) return end;
    if (const std::uint32_t end = verb_group(i)) return end;
    if (const std::uint32_t end = noun_group(i)) return end;
    if (const std::uint32_t end = adjective_group(i)) return end;
    push(plain_kind(i), i, i + 1, i);
    return i + 1;
  }

  const TaggedToken& at(std::uint32_t i) const { return tokens_[i]; }
  bool capital(std::uint32_t i) const {
    const char c = story_.text[story_.tokens[i].begin];
    return c >= 'A' && c <= 'Z';
  }
  bool behind_noun() const { return !groups_.chunks.empty() && groups_.chunks.back().kind == ChunkKind::noun; }
  bool is(std::uint32_t i, Grammar list) const { return i < last_ && ClauseTables::has(lists_[i], list); }
  std::uint32_t phrase(std::uint32_t i, Grammar list) const {
    return i < last_ && (lists_[i] & ClauseTables::kStartsPhrase) ? tables_.phrase(tokens_, i, last_, list) : 0;
  }
  bool noun_at(std::uint32_t i) const { return i < last_ && is_noun(tokens_[i]); }
  void push(ChunkKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t index = kNone,
            bool time = false) {
    groups_.chunks.push_back({kind, first, last, head, index, time});
  }
  bool quote(std::uint32_t i) const { return i < last_ && (at(i).xpos == Xpos::QUOTE_OPEN || at(i).xpos == Xpos::QUOTE_CLOSE); }
  bool behind_comma() const {  // or comma and conjunction
    const auto& c = groups_.chunks;
    if (c.empty()) return false;
    if (c.back().kind == ChunkKind::comma) return true;
    return c.size() > 1 && c.back().kind == ChunkKind::conjunction && c[c.size() - 2].kind == ChunkKind::comma;
  }
  bool finite_tag(std::uint32_t i) const {
    if (i >= last_) return false;
    const Xpos tag = at(i).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }

  // groups.cpp
  void find_capitals();
  bool name_like(std::uint32_t i) const;
  std::uint32_t special(std::uint32_t i);
  bool number_behind(std::uint32_t i, std::uint32_t n) const;
  bool opens_quote(std::uint32_t i) const;
  ChunkKind plain_kind(std::uint32_t i) const;
  std::uint32_t adjective_group(std::uint32_t i);
  std::uint32_t first_adjective(std::uint32_t i, std::uint32_t head) const;

  // verb_groups.cpp
  std::uint32_t skip_adverbs(std::uint32_t i, std::uint32_t most) const;
  bool auxiliary(std::uint32_t i) const;
  bool follows(std::uint32_t aux, std::uint32_t next) const;
  bool modifies(std::uint32_t i) const;
  bool modifies_subject(std::uint32_t i) const;
  bool goes_on(std::uint32_t i) const;
  bool past_after_all(std::uint32_t i) const;
  bool object_at(std::uint32_t i) const;
  bool past_form(std::uint32_t i) const;
  std::uint32_t verb_group(std::uint32_t i);
  std::uint32_t particles(std::uint32_t head) const;
  void describe(VerbGroup& g, std::uint32_t start, std::uint32_t aux, bool infinitive) const;
  bool followed_by_clause(std::uint32_t i) const;

  // noun_groups.cpp
  struct Scan {
    std::uint32_t j = 0, end = 0;     // end: behind the last token that surely belongs
    std::uint32_t head = kNone, possessor_end = kNone;
    bool opened = false;              // a determiner, number, adjective or possessor was seen: participles may modify
    bool noun = false;                // the head noun (so far) was seen
    bool common = false;              // … and it was no name
    bool quote = false;               // an opening quotation mark lies inside
    bool pronoun = false;
    bool determiner = false;
  };
  bool noun_ahead(std::uint32_t j) const;
  std::uint32_t noun_group(std::uint32_t i);
  std::uint32_t hedge(std::uint32_t i) const;
  bool accept(std::uint32_t i, Scan& s);
  bool take(Scan& s, bool head);
  bool take_noun(std::uint32_t i, Scan& s);
  bool closes_before_day(const Scan& s) const;
  bool take_determiner(std::uint32_t i, Scan& s);
  bool take_number(Scan& s);
  bool score(std::uint32_t i) const;
  bool take_possessive(Scan& s);
  bool take_modifier(std::uint32_t i, Scan& s);
  bool take_between(Scan& s);
  bool coordinates_modifiers(const Scan& s, std::uint32_t k) const;
  std::uint32_t finish(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t possessor_end, bool pronoun);

  const Story& story_;
  Syntax& syntax_;
  const std::vector<TaggedToken>& tokens_;
  const ClauseTables& tables_;
  const std::vector<ClauseTables::Lists>& lists_;  // by token
  std::uint32_t first_, last_;
  Groups& groups_;
  bool capitals_tell_ = false;
};

}  // namespace crosscheck
