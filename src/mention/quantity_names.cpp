// Figures that count nothing: parts of names, numbers of things in a row, telephone numbers, dates that were not read.
#include <algorithm>
#include <cmath>

#include "mention/quantity_draft.h"

namespace crosscheck {

using Kind = Lexeme::Kind;

namespace {

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "iPhone", "YouTube": small letters and capitals mixed are a name.
bool is_mixed(std::string_view word) {
  const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return small && word.size() > 2 && has_capital(word.substr(1)) && word.find('.') == std::string_view::npos;
}

// "9/11", "24/7", "10:30", "555-12-34", "F-16", "737s", "4G": figures that are part of something else.
bool glued_to_other(const SentenceReading& r, std::size_t i) {
  const Lexeme& n = r[i];
  if (i > 0 && n.glued) {
    const Lexeme& before = r[i - 1];
    if (before.kind == Kind::word) return true;
    if (before.mark == ',' && before.glued && i > 1 && r.is_number(i - 2)) return true;  // "1,5", "1,2,3"
    if (before.mark == '/' || before.mark == ':' || before.mark == '#' || before.mark == '.' || before.mark == '@') return true;
    if (before.kind == Kind::hyphen && before.glued && i > 1)
      return !hyphened_prefix(r, i) && !r.find_before(i - 1, FigureSection::unit_before);
    if (before.kind == Kind::hyphen && i > 1 && r.is(i - 2, Kind::word) && has_capital(r.text(i - 2))) return true;  // "COVID -19"
  }
  if (i + 1 >= r.size() || !r[i + 1].glued) return false;
  const Lexeme& behind = r[i + 1];
  if (slashed_fraction(r, i)) return false;
  const bool tight = i + 2 < r.size() && r[i + 2].glued;
  if ((behind.mark == '/' || behind.mark == ':' || behind.mark == '@') && tight) return true;
  if (behind.mark == ',' && tight && r.is_number(i + 2)) return true;
  return behind.kind == Lexeme::Kind::hyphen && tight && r.is_number(i + 2) && !r[i + 2].valued;
}

// A line of running text has small words of some length; a headline in capitals tells names from words no more.
bool running_text(const SentenceReading& r) {
  for (std::size_t i = 0; i < r.size(); ++i)
    if (r.is(i, Kind::word) && r.text(i).size() >= 4 && r.text(i).front() >= 'a' && r.text(i).front() <= 'z') return true;
  return false;
}

bool in_idiom(const SentenceReading& r, std::size_t i) {
  for (std::size_t back = 0; r.holds({FigureSection::idiom}) && back <= 3 && back <= i; ++back)
    if (r.find(i - back, FigureSection::idiom).length > back) return true;
  return false;
}

bool plural_behind(const SentenceReading& r, std::size_t next) {
  if (r.has(next, FigureSection::unit) || r.has(next, FigureSection::scale) || r.has(next, FigureSection::scale_short)) return true;
  if (next < r.size() && r[next].glued && !r.is_mark(next, ',') && !r.is_mark(next, '.') && !r.is_mark(next, ')') && !r.is_mark(next, ';')) return true;
  for (std::size_t at = next; at < next + 3 && r.is(at, Kind::word); ++at) {
    if (r.tag(at).xpos == Xpos::NNS || r.tag(at).xpos == Xpos::NNPS) return true;
    if (r.tag(at).upos != Upos::ADJ && r.tag(at).upos != Upos::NOUN && r.tag(at).upos != Upos::PROPN) break;
  }
  return false;
}

// "has 2000 members", but "the 2000 elections", "from 1995 to 2000 sales rose": the end of a stretch of years is none.
bool round_count(const SentenceReading& r, std::size_t i) {
  const auto round = [&](std::size_t k) { return std::fmod(r[k].value, 100) == 0; };
  const bool determined = i > 0 && (r.tag(i - 1).upos == Upos::DET || r.tag(i - 1).xpos == Xpos::PRPS);
  if (!round(i) || determined) return false;
  const PhraseFound to = r.find_before(i, FigureSection::link_to);
  if (!to || i <= to.length || !r.is_number(i - to.length - 1) || !r.taken(i - to.length - 1)) return true;
  const std::size_t begin = i - to.length - 1;
  return round(begin) && begin > r.find_before(begin, FigureSection::link_from).length;
}

}  // namespace

bool year_like(const Lexeme& n) {
  return n.valued && n.digits == 4 && n.decimals == 0 && !n.grouped && n.value >= 1800 && n.value <= 2100;
}

bool part_of_other(const SentenceReading& r, std::size_t i) {
  if (in_idiom(r, i)) return true;
  if (r.is_number(i)) {
    if (sign_before(r, i)) return false;
    if (glued_to_other(r, i)) return true;
    return r.lexicon().begins(r.lexicon().word(r.tag(i).word, r.tag(i).form), FigureSection::figure_name);  // "1080p"
  }
  if (i + 1 < r.size() && r[i + 1].glued && r.is_number(i + 1)) return true;  // "Twenty20"
  if (r.find(i, FigureSection::cardinal).figure.low == 0 && r.has(i, FigureSection::cardinal) && hyphened_prefix(r, i)) return true;  // "sub-zero"
  return i > 0 && r.is(i - 1, Kind::word) && r.capital(i) && r.has(i, FigureSection::cardinal) && running_text(r);  // "Group of Seven"
}

std::size_t joined_figures(const SentenceReading& r, std::size_t i) {
  std::size_t end = i + 1, parts = 1;
  while (r.is(end, Kind::hyphen) && r[end].glued && r.is_number(end + 1) && r[end + 1].glued) {
    end += 2;
    ++parts;
  }
  if (parts == 1 || (parts == 2 && sign_before(r, i))) return i;
  const Lexeme &x = r[i], &y = r[end - 1];
  if (parts > 2 || !x.valued || !y.valued) return end;
  const bool telephone = x.digits > 2 && y.digits > x.digits && !y.grouped;
  const bool rising = x.value < y.value || plural_behind(r, end);  // "900-1 million" is worked out with its scale
  return rising && !(telephone && !plural_behind(r, end)) ? i : end;
}

static std::size_t behind_word(const SentenceReading& r, std::size_t last) { return r.is(last, Kind::hyphen) ? last + 1 : last; }

// "1) Bread, 2) wine", "555 7946": items of a list, and figures beside figures.
static bool stands_in_list(const SentenceReading& r, const QuantityFinder::Draft& d) {
  if (d.kind != QuantityKind::bare) return false;
  const std::size_t i = d.amount.first;
  if ((d.last < r.size() && r.is_number(d.last) && !r.taken(d.last)) || (i > 0 && r.is_number(i - 1))) return true;
  if (!r.is_mark(d.last, ')')) return false;
  if ((i == 1 && r.is_mark(0, '(')) || r.is_number(d.last + 1)) return true;
  for (std::size_t at = i; at-- > 0;)
    if (r.is_mark(at, '(')) return false;
  return true;
}

// "Boeing 737", "No 3", "10 Downing Street": a figure that is a name.
bool QuantityFinder::is_name(const SentenceReading& r, const Draft& d) const {
  if (d.amount.has_unit() || d.value.approx || d.at_least || d.at_most) return false;
  const std::size_t i = d.amount.first;
  const bool before_name = d.kind == QuantityKind::bare && d.last < r.size() && r.tag(d.last).upos == Upos::PROPN && r.is(d.last, Kind::word);
  if (before_name && !d.amount.numeral.fraction && r.capital(d.last)) return true;  // "Ten Downing Street"
  const bool called = d.kind == QuantityKind::bare && i > 0 && r.tag(i - 1).upos == Upos::PROPN && r.is(i - 1, Kind::word);
  if (called && !d.amount.numeral.fraction && (i < 2 || r.tag(i - 2).upos != Upos::ADP)) return true;  // "Apollo thirteen"
  if (!d.amount.numeral.figures) return r.has(behind_word(r, d.last), FigureSection::decade_name);  // "nineteen eighties"
  if (r[i].leading_zero || r.has(behind_word(r, d.last), FigureSection::names_behind) || r.has(behind_word(r, d.amount.last), FigureSection::names_behind) || stands_in_list(r, d)) return true;
  const bool counts = d.kind == QuantityKind::count && d.noun != kNone;
  const Xpos noun = counts ? r.syntax().tokens[d.noun].xpos : Xpos::other;
  const bool plural = noun == Xpos::NNS || noun == Xpos::NNPS || d.value.unit == "person";
  if (i > 0) {
    const PhraseFound before = r.find_before(i, FigureSection::names_by_number);
    const Upos named = r.tag(i - 1).upos;  // "they number 40 men"
    if (before && !(plural && (named == Upos::VERB || named == Upos::ADP || named == Upos::ADV || named == Upos::ADJ))) return true;
    const bool behind_name = (r.tag(i - 1).upos == Upos::PROPN || (i > 1 && has_capital(r.text(i - 1)) && !counts)) &&
                             !r[i].glued && r.is(i - 1, Kind::word);
    if (r.is(i - 1, Kind::word) && !r[i].glued && is_mixed(r.text(i - 1))) return true;
    const bool placed = behind_name && i > 1 && r.tag(i - 2).upos == Upos::ADP;  // "in Ashford 12 were hurt"
    const bool does = d.last < r.size() && (r.tag(d.last).upos == Upos::VERB || r.tag(d.last).upos == Upos::AUX);
    if (behind_name && !plural && !(placed && does)) return true;
    if (behind_name && !placed && i > 1 && r[i].digits >= 3 && !r[i].grouped) return true;
  }
  if (before_name) return true;
  const char letter = counts ? r.story().text[r.story().tokens[d.noun].begin] : 'a';
  if (counts && !plural && letter >= 'A' && letter <= 'Z' && running_text(r)) return true;  // "the 11 Pro", "10 House of Lords seats"
  const bool labelled = i > 0 && r.tag(i - 1).xpos == Xpos::NN && r.is(i - 1, Kind::word) && !r[i].glued && d.amount.numeral.scale == 1;
  if (labelled && d.kind == QuantityKind::bare && !r.has(i - 1, FigureSection::sort_before)) return true;  // "bus 42"
  return year_like(r[i]) && (!plural || (r[i].value >= 1900 && !round_count(r, i)));  // "his 2016 rivals"
}

}  // namespace crosscheck
