// A pair of whole numbers with a dash is a score where the words around say that somebody won, lost or voted; else it may
// be a range, a date or a form of words, and is left alone.
#include "mention/scores.h"

#include <algorithm>
#include <cmath>

#include <re2/re2.h>

#include "mention/numerals.h"

namespace crosscheck {

struct ScoreFinder::Shapes {
  struct Compiled {
    ShapeId id;
    std::unique_ptr<RE2> expression;
  };
  std::vector<Compiled> used;
  std::unique_ptr<RE2> any;  // of all of them: most sentences hold none, and one look tells
  bool digits = true;        // none matches without a digit
};

namespace {

using Kind = Lexeme::Kind;

constexpr double kMost = 999;  // votes of the largest chambers, points of the longest matches

bool whole(const SentenceReading& r, std::size_t i) {
  return r.is_number(i) && !r.taken(i) && r[i].valued && r[i].decimals == 0 && !r[i].grouped && r[i].value <= kMost &&
         !(r[i].leading_zero && r[i].digits > 1);
}

// "3-1" at lexeme i: number, dash, number, nothing glued to either side.
bool pair_at(const SentenceReading& r, std::size_t i) {
  if (!whole(r, i) || !r.is(i + 1, Kind::hyphen) || !r[i + 1].glued || !whole(r, i + 2) || !r[i + 2].glued) return false;
  if (i > 0 && r[i].glued && r[i - 1].mark != '(') return false;
  if (i + 3 >= r.size() || !r[i + 3].glued) return true;
  return r.is(i + 3, Kind::mark) && r[i + 3].mark != '/' && r[i + 3].mark != '%' && r[i + 3].mark != ':';
}

// A noun in the plural behind a rising pair is what is counted: "10-15 soldiers".
bool counts_behind(const SentenceReading& r, std::size_t next) {
  if (next >= r.size() || !r.is(next, Kind::word)) return false;
  if (r.has(next, FigureSection::score_cue) || r.has(next, FigureSection::vote_noun)) return false;
  const TaggedToken& t = r.tag(next);
  return t.xpos == Xpos::NNS || r.has(next, FigureSection::unit) || r.has(next, FigureSection::scale) ||
         (t.upos == Upos::ADJ && r.is(next + 1, Kind::word) && r.tag(next + 1).xpos == Xpos::NNS);
}

std::pair<int, int> pair_of(const SentenceReading& r, std::size_t i, std::size_t j) {
  return {static_cast<int>(r[i].value), static_cast<int>(r[j].value)};
}

// Behind votes, [figures.vote-cue] tells with three for whom they are.
bool is_side(const PhraseFound& cue) { return cue && std::abs(cue.figure.low) == 3; }

// Votes in figures or in words: the lexeme behind them, i where there are none.
std::size_t votes_counted(const SentenceReading& r, std::size_t i, int& votes) {
  if (i >= r.size() || r.taken(i)) return i;
  if (r.is_number(i)) {
    if (!whole(r, i)) return i;
    votes = static_cast<int>(r[i].value);
    return i + 1;
  }
  const Numeral n = r.has(i, FigureSection::cardinal) ? numeral_at(r, i) : Numeral{};
  if (!n || n.figures || n.vague || n.low != n.high || n.scaled || n.fraction || n.low > kMost) return i;
  votes = static_cast<int>(n.low);
  return n.last;
}

void put(SentenceReading& r, std::size_t first, std::size_t last, Score score, std::vector<ScoreMention>& out) {
  ScoreMention m;
  m.at.span = {r.story().id, r[first].begin, r[last - 1].end};
  m.at.first = r[first].token;
  m.at.last = r[last - 1].token + 1;
  m.at.sentence = r.sentence();
  m.value = std::move(score);
  r.take(first, last);
  out.push_back(std::move(m));
}

// "voted 52 to 48", "a 52-to-48 vote"
std::size_t ballot_at(SentenceReading& r, std::size_t i, std::vector<ScoreMention>& out) {
  const bool hyphen = r.is(i + 1, Kind::hyphen);
  const std::size_t at = hyphen ? i + 2 : i + 1;
  const PhraseFound to = r.find(at, FigureSection::link_to);
  const std::size_t second = at + to.length + (hyphen ? 1 : 0);
  if (!to || to.figure.low != 1 || !whole(r, second)) return i;
  const std::size_t next = second + 1;
  const bool closed = next >= r.size() || !r.is(next, Kind::word) || r.tag(next).upos == Upos::ADP || r.tag(next).upos == Upos::SCONJ || r.tag(next).upos == Upos::PART;
  const PhraseFound cue = r.find_before(i, FigureSection::vote_cue);
  const std::size_t verb = i - cue.length;
  const bool fell = r.find_before(verb, FigureSection::moved_up) || r.find_before(verb, FigureSection::moved_down);  // "fell by 10 to 5"
  const bool voted = cue && !is_side(cue) && closed && (cue.figure.low < 2 || (r[i].value > r[second].value && !fell));
  if (!voted && !(hyphen && r.has(next, FigureSection::vote_noun))) return i;
  put(r, i, next, {{pair_of(r, i, second)}}, out);
  return next;
}

// "224 in favour and 186 against", "six for it, three against"
std::size_t sides_at(SentenceReading& r, std::size_t i, std::size_t behind, int votes, std::vector<ScoreMention>& out) {
  constexpr std::size_t kBetween = 3;  // words, as in "and only", "while another"
  behind += r.find(behind, FigureSection::vote_noun).length;
  const PhraseFound side = r.find(behind, FigureSection::vote_cue);
  if (!is_side(side)) return i;
  for (std::size_t at = behind + side.length; at < r.size() && at <= behind + side.length + kBetween; ++at) {
    int others = 0;
    std::size_t end = votes_counted(r, at, others);
    if (end == at) continue;
    end += r.find(end, FigureSection::vote_noun).length;
    const PhraseFound other = r.find(end, FigureSection::vote_cue);
    if (!is_side(other) || (other.figure.low > 0) == (side.figure.low > 0)) return i;
    put(r, i, end + other.length, {{side.figure.low > 0 ? std::pair(votes, others) : std::pair(others, votes)}}, out);
    return end + other.length;
  }
  return i;
}

// "86 votes to 83", "by five votes to four", "voted eight to three"
std::size_t votes_at(SentenceReading& r, std::size_t i, std::vector<ScoreMention>& out) {
  if (whole(r, i))
    if (const std::size_t next = ballot_at(r, i, out); next > i) return next;
  int votes = 0, others = 0;
  const std::size_t behind = votes_counted(r, i, votes);
  if (behind == i) return i;
  if (const std::size_t next = sides_at(r, i, behind, votes, out); next > i) return next;
  const PhraseFound noun = r.find(behind, FigureSection::vote_noun);
  const PhraseFound to = r.find(behind + noun.length, FigureSection::link_to);
  const std::size_t second = behind + noun.length + to.length, end = to.figure.low == 1 ? votes_counted(r, second, others) : second;
  if (!to || end == second) return i;
  if (!noun && (r.is_number(i) || r.find_before(i, FigureSection::vote_cue).figure.low != 1)) return i;
  put(r, i, end, {{{votes, others}}}, out);
  return end;
}

// Whether what the expression matches holds a digit: one that stands outside all brackets, is not optional, and has no other
// branch beside it. Where that is not plain to see, false.
bool needs_digit(std::string_view expression) {
  bool found = false, in_class = false;
  int depth = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const std::string_view rest = expression.substr(i);
    const std::size_t length = rest.starts_with("\\d") ? 2 : rest.starts_with("[0-9]") ? 5 : 0;
    if (length > 0 && depth == 0 && !in_class) {
      const std::string_view behind = rest.substr(length);
      found = found || !(behind.starts_with('?') || behind.starts_with('*') || behind.starts_with("{0"));
      i += length - 1;
    } else if (rest.front() == '\\') {
      if (rest.starts_with("\\Q")) return false;
      ++i;
    } else if (in_class || rest.front() == '[') {
      in_class = rest.front() != ']';
    } else if (rest.front() == '(' || rest.front() == ')') {
      depth += rest.front() == '(' ? 1 : -1;
    } else if (rest.front() == '|' && depth == 0) {
      return false;
    }
  }
  return found && depth == 0 && !in_class;
}

}  // namespace

ScoreFinder::ScoreFinder(const Language& language) : shapes_(std::make_unique<Shapes>()) {
  const Rulebook& rulebook = language.rulebook();
  for (std::size_t s = 0; s < rulebook.shapes.size(); ++s) {
    const ShapeId id(s);
    const auto uses = [&](const ClaimKind& kind) {
      return std::any_of(kind.slots.begin(), kind.slots.end(), [&](const SlotDeclaration& d) { return d.shape == id; });
    };
    if (!std::any_of(rulebook.kinds.begin(), rulebook.kinds.end(), uses)) continue;
    auto expression = std::make_unique<RE2>("(?:" + rulebook[id].expression + ")");
    if (!expression->ok()) continue;
    shapes_->digits = shapes_->digits && needs_digit(rulebook[id].expression);
    shapes_->used.push_back({id, std::move(expression)});
  }
  if (shapes_->used.size() < 2) return;
  std::string any;
  for (const Shapes::Compiled& shape : shapes_->used) any += (any.empty() ? "" : "|") + shape.expression->pattern();
  shapes_->any = std::make_unique<RE2>(any);
  if (!shapes_->any->ok()) shapes_->any.reset();
}

ScoreFinder::~ScoreFinder() = default;

void ScoreFinder::find(SentenceReading& r, std::vector<ScoreMention>& out) const {
  std::size_t next = 0;
  const bool votes = r.holds({FigureSection::vote_noun, FigureSection::vote_cue});
  for (const std::size_t i : r.starts()) {
    if (i < next || i + 2 >= r.size()) continue;
    if (!r.is_number(i) && !(votes && r.has(i, FigureSection::cardinal))) continue;
    if (next = votes_at(r, i, out); next > i) continue;
    if (!r.is_number(i) || !pair_at(r, i)) continue;
    if (!r.holds({FigureSection::score_cue}) || counts_behind(r, i + 3)) continue;
    Score score;
    std::size_t last = i;
    for (std::size_t at = i; pair_at(r, at); at = last + (r.is_mark(last, ',') ? 1 : 0)) {
      score.parts.push_back(pair_of(r, at, at + 2));
      last = at + 3;
    }
    put(r, i, last, std::move(score), out);
    next = last;
  }
}

void ScoreFinder::find_codes(const SentenceReading& r, std::vector<CodeMention>& out) const {
  if (shapes_->used.empty() || r.size() == 0 || (shapes_->digits && !r.holds({FigureSection::digits}))) return;
  const Story& story = r.story();
  const Sentence& sentence = story.sentences[r.sentence()];
  const Span span = story.span(sentence.first, sentence.last);
  const std::string_view words = story.words(span);
  if (shapes_->any && !shapes_->any->Match({words.data(), words.size()}, 0, words.size(), RE2::UNANCHORED, nullptr, 0)) return;
  const std::size_t before = out.size();
  for (const Shapes::Compiled& shape : shapes_->used) {
    re2::StringPiece match;
    for (std::size_t from = 0; from < words.size() &&
                               shape.expression->Match({words.data(), words.size()}, from, words.size(), RE2::UNANCHORED, &match, 1);) {
      const auto begin = static_cast<std::size_t>(match.data() - words.data());
      from = std::max(begin + match.size(), from + 1);
      const auto word_char = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(words[i])) != 0; };
      const std::size_t end = begin + match.size();
      const bool inside = (begin > 0 && word_char(begin - 1)) || (end < words.size() && word_char(end));
      if (match.empty() || inside) continue;
      CodeMention m;
      m.at.span = {story.id, span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)};
      m.at.sentence = r.sentence();
      const auto token_at = [&](std::uint32_t byte) {
        const auto at = std::upper_bound(story.tokens.begin() + sentence.first, story.tokens.begin() + sentence.last, byte,
                                         [](std::uint32_t b, const Token& t) { return b < t.begin; });
        return static_cast<std::uint32_t>(at - story.tokens.begin()) - 1;
      };
      m.at.first = token_at(m.at.span.begin);
      m.at.last = token_at(m.at.span.end - 1) + 1;
      m.value = {shape.id, std::string(match)};
      out.push_back(std::move(m));
    }
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), [](const CodeMention& a, const CodeMention& b) { return a.at.span < b.at.span; });
}

}  // namespace crosscheck
