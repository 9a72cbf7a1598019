#include "claim/match.h"

#include <algorithm>

#include <fmt/format.h>

namespace crosscheck {

bool better(const Match& a, const Match& b) {
  if (a.slots != b.slots) return a.slots > b.slots;
  if (a.taken != b.taken) return a.taken > b.taken;
  if (a.passed != b.passed) return a.passed < b.passed;
  return a.program->pattern < b.program->pattern;
}

// "The talks end the crisis" says nothing of an end of the talks: a pattern that stops at a verb wants no object behind it.
bool Matcher::leaves_object(std::uint16_t cell) const {
  if (cell == 0 || cell >= lattice_->cells.size() || lattice_->view != Lattice::View::plain) return false;
  const Cell& last = lattice_->cells[cell - 1u];
  return last.verb && lattice_->voice == Voice::active && lattice_->parts[lattice_->cells[cell].part].role == PartRole::object;
}

void Matcher::accept(std::uint16_t cell) {
  if (leaves_object(cell)) return;
  now_.end = cell;
  if (any_ && !better(now_, *best_)) return;
  *best_ = now_;
  any_ = true;
}

// Tries the element at `node` at `cell` and behind whatever may be passed over there.
void Matcher::walk(std::uint32_t at, std::uint16_t cell, bool after_gap, std::uint32_t depth) {
  if (++steps_ > kMostSteps) return;
  const Node& node = program_->nodes[at];
  const auto cells = static_cast<std::uint16_t>(lattice_->cells.size());
  switch (node.op) {
    case Node::Op::accept: accept(cell); return;
    case Node::Op::split:
      for (const std::uint32_t way : node.ways) walk(way, cell, after_gap, depth);
      return;
    case Node::Op::gap: {
      std::uint32_t passed = 0;
      const std::uint32_t before = now_.passed;
      for (std::uint16_t c = cell; c <= cells && passed <= kLongestGap; ++c) {
        now_.passed = before + passed;
        walk(node.next, c, true, depth);
        if (c < cells && lattice_->cells[c].finite) break;
        if (c < cells && !lattice_->cells[c].skip) ++passed;
      }
      now_.passed = before;
      return;
    }
    default: break;
  }
  std::uint16_t c = cell;
  while (c < cells) {
    try_at(node, c, depth);
    const Cell& here = lattice_->cells[c];
    if (c == start_ && depth == 0) return;  // a pattern begins where it begins
    if (after_gap) return;                  // the gap tries the other places
    if (here.jump != 0 && here.jump < cells && steps_ < kMostSteps) walk(at, here.jump, false, depth);
    if (here.copula && node.op != Node::Op::word && c + 1 < cells) {  // "be dead": the state stands behind
      ++c;
      continue;
    }
    if (!here.skip) return;
    ++c;
  }
  if (furthest && c >= cells) note_failure(node, c, depth);
}

void Matcher::try_at(const Node& node, std::uint16_t cell, std::uint32_t depth) {
  if (++steps_ > kMostSteps) return;
  if (furthest) note_failure(node, cell, depth);
  switch (node.op) {
    case Node::Op::word: try_word(node, cell, depth); return;
    case Node::Op::list: try_list(node, cell, depth); return;
    default: try_slot(node, cell, depth); return;
  }
}

void Matcher::take_word(const Node& node, std::uint32_t first, std::uint32_t last, bool by_list, std::uint16_t cell,
                        std::uint16_t end, std::uint32_t depth) {
  if (now_.word_count >= kMostWordHits) return;
  now_.words[now_.word_count] = {first, last};
  now_.by_list[now_.word_count] = by_list;
  ++now_.word_count;
  const auto cells = static_cast<std::uint32_t>(end - cell);
  now_.taken += cells;
  walk(node.next, end, false, depth + 1);
  now_.taken -= cells;
  --now_.word_count;
}

void Matcher::try_word(const Node& node, std::uint16_t cell, std::uint32_t depth) {
  const Cell& c = lattice_->cells[cell];
  if (c.content || index_.tag(c.head).word != program_->words[node.arg]) return;
  take_word(node, c.head, c.head + 1, false, cell, static_cast<std::uint16_t>(cell + 1), depth);
}

void Matcher::try_list(const Node& node, std::uint16_t cell, std::uint32_t depth) {
  const ListId wanted{std::size_t{node.arg}};
  std::array<std::uint16_t, 4> ends{};  // longest first, since hits are sorted so
  std::size_t count = 0;
  std::array<std::uint32_t, 4> hits{};
  for (std::uint16_t at = lattice_->cells[cell].hits_begin; at < lattice_->cells[cell].hits_end && count < ends.size(); ++at) {
    const auto [h, end] = lattice_->hits[at];
    if (!programs_.finds(wanted, index_.syntax.hits[h].list)) continue;
    if (std::find(ends.begin(), ends.begin() + count, end) != ends.begin() + count) continue;
    hits[count] = h;
    ends[count++] = end;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const WordHit& hit = index_.syntax.hits[hits[i]];
    take_word(node, hit.first, hit.last, true, cell, ends[i], depth);
  }
}

void Matcher::try_slot(const Node& node, std::uint16_t cell, std::uint32_t depth) {
  if (now_.fill_count >= kMostFills) return;
  FillList fills;
  if (node.op == Node::Op::when) filler_.fill_when(*lattice_, cell, fills);
  else if (node.op == Node::Op::where) filler_.fill_where(*lattice_, cell, fills);
  else filler_.fill(*lattice_, kind_->slots[node.arg], node.arg, cell, depth == 0, fills);
  const bool counts = node.op == Node::Op::slot;
  for (const Fill& fill : fills) {
    now_.fills[now_.fill_count] = fill;
    now_.borrowed[now_.fill_count] = lattice_->parts[lattice_->cells[cell].part].borrowed;
    ++now_.fill_count;
    const auto cells = static_cast<std::uint32_t>(fill.end - cell);
    now_.slots += counts ? 1 : 0;
    now_.taken += cells;
    walk(node.next, fill.end, false, depth + 1);
    now_.taken -= cells;
    now_.slots -= counts ? 1 : 0;
    --now_.fill_count;
  }
}

bool Matcher::match(const Program& program, const Lattice& lattice, std::uint16_t at, Match& best) {
  program_ = &program;
  kind_ = &index_.rulebook[program.kind];
  lattice_ = &lattice;
  best_ = &best;
  any_ = false;
  steps_ = 0;
  start_ = at;
  now_.program = &program;
  now_.view = lattice.view;
  now_.clause = lattice.clause;
  now_.fill_count = now_.word_count = now_.slots = now_.taken = now_.passed = 0;
  now_.begin = at;
  walk(program.start, at, false, 0);
  return any_;
}

bool Matcher::found(const Program& program, const Lattice& lattice) {
  Match ignored;
  for (std::uint16_t c = 0; c < lattice.cells.size(); ++c)
    if (may_begin(program, lattice, c) && match(program, lattice, c, ignored)) return true;
  return false;
}

void Matcher::note_failure(const Node& node, std::uint16_t cell, std::uint32_t depth) {
  if (furthest->tried && depth <= furthest->depth && !(depth == furthest->depth && furthest->depth == 0)) return;
  if (furthest->tried && depth == 0) return;
  furthest->tried = true;
  furthest->depth = depth;
  furthest->wanted = node.text;
  furthest->reached.clear();
  const Story& story = index_.story;
  if (now_.word_count + now_.fill_count > 0) {
    // The last thing taken is the one whose tokens were added last; words and fills are kept apart, so compare cells.
    const bool word_last = now_.fill_count == 0 || (now_.word_count > 0 && cell > 0 && now_.fills[now_.fill_count - 1].end < cell);
    const auto [first, last] = word_last ? now_.words[now_.word_count - 1]
                                         : std::pair{now_.fills[now_.fill_count - 1].first, now_.fills[now_.fill_count - 1].last};
    furthest->reached = fmt::format("\"{}\"", story.words(story.span(first, last)));
  }
  const bool end = cell >= lattice_->cells.size();
  furthest->saw = end ? std::string("the end of the clause")
                      : fmt::format("\"{}\"", story.words(story.span(lattice_->cells[cell].first, lattice_->cells[cell].last)));
}

}  // namespace crosscheck
