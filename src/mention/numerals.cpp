// The grammar of numerals over lexemes. A numeral takes what belongs to it and stops at the first word that cannot.
#include "mention/numerals.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

constexpr double kLargest = 1e18;  // more than anything that is counted in news; beyond it no value

class Parser {
 public:
  Parser(const SentenceReading& r, std::size_t i, bool money) : r_(r), at_(i), money_(money) { n_.first = n_.last = i; }

  Numeral parse() {
    if (r_.is_number(at_)) return digits();
    if (!r_.is(at_, Lexeme::Kind::word) || !r_.begins(at_).meets(kNumeralStarts)) return n_;
    if (const PhraseFound vague = r_.find(at_, FigureSection::vague)) return set_vague(vague);
    if (r_.has(at_, FigureSection::fraction)) return half_of_scale();
    if (r_.has(at_, FigureSection::article)) return with_article();
    if (r_.has(at_, FigureSection::cardinal)) return words();
    if (const PhraseFound fold = r_.find(at_, FigureSection::fold)) {
      n_.times = true;
      return finish(fold.figure.low, at_ + fold.length);
    }
    return n_;
  }

 private:
  bool hyphen(std::size_t i) const { return r_.is(i, Lexeme::Kind::hyphen); }
  std::size_t skip_hyphen(std::size_t i) const { return hyphen(i) ? i + 1 : i; }

  Numeral finish(double value, std::size_t last) {
    if (!std::isfinite(value) || std::abs(value) > kLargest) return {};
    const double whole = std::round(value);  // 8.3 million is no 8300000.000000001
    n_.low = n_.high = std::abs(value - whole) < 1e-12 * std::abs(value) ? whole : value;
    n_.last = last;
    return n_;
  }

  Numeral set_vague(const PhraseFound& vague) {
    n_.low = vague.figure.low;
    n_.high = vague.figure.high;
    n_.vague = true;
    n_.last = at_ + vague.length;
    for (;;) {  // "several hundred thousand", "a couple of dozen"
      std::size_t next = n_.last;
      if (const PhraseFound of = r_.find(next, FigureSection::link_of)) next += of.length;
      PhraseFound scale = r_.find(next, FigureSection::scale);
      if (!scale) scale = r_.find(next, FigureSection::group);
      if (!scale || n_.high * scale.figure.low > kLargest) return n_;
      n_.low *= scale.figure.low;
      n_.high *= scale.figure.low;
      n_.last = next + scale.length;
    }
  }

  // Scale words behind a number: "million", "hundred thousand", "-million", "bn"; short forms only behind digits, and
  // those that are units too only where they are glued or a sign of money stands before.
  void scales() {
    for (;;) {
      const std::size_t next = skip_hyphen(at_);
      PhraseFound scale = r_.find(next, FigureSection::scale);
      if (!scale) scale = r_.find(next, FigureSection::scales);
      if (!scale && n_.figures) scale = r_.find(next, FigureSection::scale_short);
      if (!scale && n_.figures && next == at_ && next < r_.size() && (money_ || r_[next].glued) && r_.has(next, FigureSection::scale_of_money)) {
        const bool capital = r_.capital(next) && r_[at_ - 1].decimals > 0;  // "5.2M": no metres
        if (money_ || capital || (n_.low < 100 && counts_behind(next + 1) && r_.text(next).size() == 1)) scale = r_.find(next, FigureSection::scale_of_money);
        else n_.small_m = true;
      }
      if (!scale) return;
      n_.scaled = true;
      n_.scale *= scale.figure.low;
      at_ = next + scale.length;
    }
  }

  Numeral digits() {
    const Lexeme& lexeme = r_[at_];
    n_.figures = true;
    if (!lexeme.valued) return n_;
    double value = n_.low = lexeme.value;
    if (slashed_fraction(r_, at_)) {
      n_.fraction = true;
      return finish(value / r_[at_ + 2].value, at_ + 3);
    }
    const bool sign = r_.text(at_).front() < '0' || r_.text(at_).front() > '9';  // "½ of"
    n_.fraction = sign && value < 1;
    ++at_;
    if (r_.is_number(at_) && r_[at_].glued && r_[at_].value < 1 && r_[at_].digits == 0) value += r_[at_++].value;  // "2½", cut in two
    if (power_of_ten(value)) return finish(value, at_);
    mixed_fraction(value);
    if (const PhraseFound f = r_.find(at_, FigureSection::fraction); f && r_[at_].glued && r_.text(at_).size() <= 2) at_ += f.length;
    if (const PhraseFound dozen = r_.find(at_, FigureSection::group)) {
      n_.scaled = true;
      n_.scale = dozen.figure.low;
      at_ += dozen.length;
    }
    scales();
    half_more(value);
    return finish(value * n_.scale, at_);
  }

  // "4.1×10−8"
  bool power_of_ten(double& value) {
    if (at_ >= r_.size() || r_.text(at_) != "×" || !r_.is_number(at_ + 1) || r_[at_ + 1].value != 10) return false;
    const bool below = hyphen(at_ + 2);
    const std::size_t power = at_ + 2 + (below ? 1 : 0);
    if (!below || !r_.is_number(power) || !r_[power].glued || !r_[power].valued || r_[power].value > 30) return false;
    value /= std::pow(10.0, r_[power].value);
    at_ = power + 1;
    return true;
  }

  // "2 1/2"
  void mixed_fraction(double& value) {
    const bool slashed = r_.is_number(at_) && r_.is_mark(at_ + 1, '/') && r_.is_number(at_ + 2) && r_[at_ + 1].glued && r_[at_ + 2].glued;
    if (!slashed || !r_[at_].valued || !r_[at_ + 2].valued) return;
    const double parts = r_[at_ + 2].value;
    if (r_[at_].value <= 0 || r_[at_].value >= parts || parts > 16 || std::fmod(value, 1) != 0 || std::fmod(parts, 1) != 0) return;
    value += r_[at_].value / parts;
    at_ += 3;
  }

  // "1.2m tons", "2.7m people": behind no sign of money an "m" is a million where something is counted behind it.
  bool counts_behind(std::size_t next) const {
    if (next >= r_.size() || !r_.is(next, Lexeme::Kind::word) || r_[next].glued) return false;
    return r_.tag(next).xpos == Xpos::NNS || r_.has(next, FigureSection::unit);
  }

  // "two and a half", "an hour and a half" is for durations
  void half_more(double& value) {
    const std::size_t joint = skip_hyphen(at_);  // "three-and-a-half-hour"
    const PhraseFound link = r_.find(joint, FigureSection::link_and);
    if (!link) return;
    std::size_t next = skip_hyphen(joint + link.length);
    double share = 1;
    if (const PhraseFound a = r_.find(next, FigureSection::article)) next += a.length;
    else if (const PhraseFound one = r_.find(next, FigureSection::cardinal); one && one.figure.low < 10) { share = one.figure.low; next += one.length; }
    else return;
    next = skip_hyphen(next);
    const PhraseFound part = r_.find(next, FigureSection::fraction);
    if (!part) return;
    value += share * part.figure.low;
    at_ = next + part.length;
    if (n_.scaled) return;
    scales();
    if (const PhraseFound dozen = n_.scaled ? PhraseFound{} : r_.find(at_, FigureSection::group)) {
      n_.scaled = true;
      n_.scale = dozen.figure.low;
      at_ += dozen.length;
    }
  }

  // "half a million", "half a dozen", "a quarter of a million", "two-thirds", "half"
  Numeral half_of_scale() {
    const PhraseFound part = r_.find(at_, FigureSection::fraction);
    return share(part.figure.low, at_ + part.length);
  }

  Numeral share(double part, std::size_t next) {
    std::size_t after = skip_hyphen(next);
    if (const PhraseFound of = r_.find(after, FigureSection::link_of)) after += of.length;
    if (const PhraseFound a = r_.find(after, FigureSection::article)) after = skip_hyphen(after + a.length);
    PhraseFound scale = r_.find(after, FigureSection::scale);
    if (!scale) scale = r_.find(after, FigureSection::group);
    const bool half = !r_.has(next - 1, FigureSection::ordinal);  // "half million", but "a third million"
    if (scale && (after > next || half)) {
      at_ = after + scale.length;
      n_.scaled = true;
      n_.scale = scale.figure.low;
      return finish(part * n_.scale, at_);
    }
    n_.fraction = true;
    return finish(part, next);
  }

  // "a hundred", "a dozen", "a million", "a third"
  Numeral with_article() {
    const PhraseFound a = r_.find(at_, FigureSection::article);
    const std::size_t next = at_ + a.length;
    n_.article = true;
    if (const PhraseFound part = r_.find(next, FigureSection::fraction)) return share(part.figure.low, next + part.length);
    at_ = next;
    if (const PhraseFound dozen = r_.find(next, FigureSection::group)) {
      n_.scaled = true;
      n_.scale = dozen.figure.low;
      return finish(n_.scale, next + dozen.length);
    }
    if (!r_.has(next, FigureSection::scale)) return n_;
    return words();
  }

  // cardinal words with their scales; `at_` stands at a cardinal or (behind an article) at a scale word
  Numeral words() {
    double total = 0, current = n_.article ? 1 : 0, last_scale = 1e30;
    bool open_tens = false, any = n_.article;
    for (;;) {
      const std::size_t next = any ? skip_hyphen(at_) : at_;
      if (const PhraseFound c = r_.find(next, FigureSection::cardinal)) {
        const double v = c.figure.low;
        const bool fits = !any || (open_tens && v > 0 && v < 10) || (after_and_ && current_below(current, v));
        if (!fits) break;
        current += v;
        open_tens = v >= 20;
        any = true;
        after_and_ = false;
        at_ = next + c.length;
        continue;
      }
      if (const PhraseFound s = r_.find(next, FigureSection::scale); s && any) {
        const double v = s.figure.low;
        if (v == 100) {
          if (current == 0 || current >= 100) break;
          current *= 100;
        } else {
          if (v >= last_scale && last_scale < 1e30) { total = (total + current) * v; current = 0; }
          else { total += (current == 0 ? 1 : current) * v; current = 0; }
          last_scale = v;
        }
        n_.scaled = true;
        open_tens = false;
        after_and_ = true;  // "two hundred six", "two thousand and five"
        at_ = next + s.length;
        continue;
      }
      if (n_.scaled && cardinal_behind_and(current)) continue;
      if (!n_.scaled && any && decimals(current)) continue;
      break;
    }
    double value = total + current;
    n_.scale = n_.scaled ? last_scale < 1e30 ? last_scale : 100 : 1;
    return close_words(value);
  }

  Numeral close_words(double value) {
    if (!n_.scaled) {
      const std::size_t group = skip_hyphen(at_);
      if (const PhraseFound dozen = r_.find(group, FigureSection::group); dozen && r_.tag(group).upos != Upos::VERB) {  // but "the two score"
        n_.scaled = true;
        n_.scale = dozen.figure.low;
        return finish(value * n_.scale, skip_hyphen(at_) + dozen.length);
      }
      const std::size_t next = skip_hyphen(at_);
      if (const PhraseFound part = r_.find(next, FigureSection::fraction); part && value < 10 && value * part.figure.low < 1) {
        return share(value * part.figure.low, next + part.length);
      }
      const std::size_t before = at_;
      half_more(value);
      if (at_ != before) value *= n_.scale;
    }
    return finish(value, at_);
  }

  static bool current_below(double current, double v) { return current == 0 || (std::fmod(current, 100) == 0 && v < 100); }

  bool cardinal_behind_and(double current) {
    const PhraseFound link = r_.find(at_, FigureSection::link_and);
    const PhraseFound next = link ? r_.find(at_ + link.length, FigureSection::cardinal) : PhraseFound{};
    if (!next || !current_below(current, next.figure.low)) return false;
    after_and_ = true;
    at_ += link.length;
    return true;
  }

  // "three point five"
  bool decimals(double& current) {
    const PhraseFound point = r_.find(at_, FigureSection::point);
    if (!point || !r_.has(at_ + point.length, FigureSection::cardinal)) return false;
    std::size_t next = at_ + point.length;
    double place = 1;
    while (const PhraseFound c = r_.find(next, FigureSection::cardinal)) {
      if (c.figure.low > 9 || place < 1e-9) break;
      place /= 10;
      current += c.figure.low * place;
      next += c.length;
    }
    at_ = next;
    return place < 1;
  }

  const SentenceReading& r_;
  std::size_t at_;
  bool money_;
  bool after_and_ = false;
  Numeral n_;
};

}  // namespace

bool slashed_fraction(const SentenceReading& r, std::size_t i) {
  if (!r.is_number(i) || !r.is(i + 1, Lexeme::Kind::mark) || !r.is_number(i + 2) || !r[i + 1].glued || !r[i + 2].glued) return false;
  if (r[i + 1].mark != '/' && r.text(i + 1) != "⁄") return false;
  const Lexeme &part = r[i], &whole = r[i + 2];
  const bool proper = part.valued && whole.valued && part.value >= 1 && part.value < whole.value && whole.value <= 1000 &&
                      part.decimals == 0 && whole.decimals == 0 && !part.leading_zero && !whole.leading_zero;
  if (!proper) return false;
  const std::size_t next = r.is(i + 3, Lexeme::Kind::hyphen) && r[i + 3].glued ? i + 4 : i + 3;
  if (r.has(next, FigureSection::link_of) || r.has(next, FigureSection::unit)) return true;
  const double parts = whole.value;  // "1/4 point", but "the 1/6 committee"
  const bool usual = parts == 2 || parts == 4 || parts == 8 || parts == 16 || parts == 32;
  return usual && r.is(next, Lexeme::Kind::word) && r.tag(next).xpos == Xpos::NN;
}

Numeral numeral_at(const SentenceReading& r, std::size_t i) { return Parser(r, i, false).parse(); }
Numeral money_numeral_at(const SentenceReading& r, std::size_t i) { return Parser(r, i, true).parse(); }

Numeral ordinal_at(const SentenceReading& r, std::size_t i) {
  Numeral n;
  n.first = n.last = i;
  if (r.is_number(i)) {
    const PhraseFound ending = i + 1 < r.size() && r[i + 1].glued ? r.find(i + 1, FigureSection::ordinal_ending) : PhraseFound{};
    const double last = std::fmod(r[i].value, 10);
    const bool teen = std::fmod(std::floor(r[i].value / 10), 10) == 1;
    const double fitting = teen || last == 0 || last > 3 ? 4 : last;  // "9st" is a weight
    if (!ending || ending.figure.low != fitting || !r[i].valued || r[i].decimals > 0) return n;
    n.low = n.high = r[i].value;
    n.last = i + 2;
    n.figures = true;
    return n;
  }
  double tens = 0;
  if (const PhraseFound c = r.find(i, FigureSection::cardinal); c && c.figure.low >= 20) {
    tens = c.figure.low;
    i += c.length;
    if (r.is(i, Lexeme::Kind::hyphen)) ++i;
  }
  const PhraseFound o = r.find(i, FigureSection::ordinal);
  if (!o || (tens > 0 && o.figure.low > 9)) return n;
  n.low = n.high = tens + o.figure.low;
  n.last = i + o.length;
  return n;
}

}  // namespace crosscheck
