// Who says so: the subject of a saying verb, the name behind "according to", the outlet credited at the end of a sentence. A
// source is what the grammar makes one, never the nearest name.
#include <algorithm>

#include "mention/people_sources.h"
#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

class Attributor {
 public:
  explicit Attributor(Work& work) : w_(work), out_(work.out.attributions), sources_(work), name_at_(sources_.name_at) {}

  void read() {
    for (std::uint32_t s = 0; s < w_.story.sentences.size(); ++s) sentence(s);
  }

 private:
  Work& w_;
  std::vector<Attribution>& out_;
  Sources sources_;
  const std::vector<std::uint32_t>& name_at_;
  std::uint32_t s_ = 0, begin_ = 0, end_ = 0;
  std::vector<std::uint32_t> done_;     // verbs of this sentence that are read already
  std::size_t sentence_from_ = 0;       // attributions from it on are of this sentence
  std::size_t first_quote_ = 0;         // quotes before it end before this sentence

  std::uint64_t flag(std::uint32_t t) const { return t < end_ ? w_.flags[t] : 0; }
  bool comma(std::uint32_t t) const { return t < end_ && w_.is(t, ","); }
  bool punct(std::uint32_t t) const { return t < end_ && w_.upos(t) == Upos::PUNCT; }
  bool mark(std::uint32_t t) const {
    if (t >= end_) return false;
    const Xpos x = w_.syntax.tokens[t].xpos;
    return x == Xpos::QUOTE_OPEN || x == Xpos::QUOTE_CLOSE || w_.is(t, "\"");
  }
  Span span(Range r) const { return r.empty() ? Span{} : w_.story.span(r.first, r.last); }

  void sentence(std::uint32_t s) {
    s_ = s;
    begin_ = w_.story.sentences[s].first;
    end_ = w_.story.sentences[s].last;
    if (begin_ >= end_) return;
    const std::size_t from = sentence_from_ = out_.size();
    const Span whole = w_.story.span(begin_, end_);
    while (first_quote_ < w_.out.quotes.size() && w_.out.quotes[first_quote_].at.span.end <= whole.begin) ++first_quote_;
    const std::uint32_t c0 = w_.syntax.clause_begin.empty() ? 0 : w_.syntax.clause_begin[s];
    const std::uint32_t c1 = w_.syntax.clause_begin.empty() ? 0 : w_.syntax.clause_begin[s + 1];
    done_.clear();
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.span.begin < whole.end; ++q)
      tag_behind(w_.out.quotes[q]);
    for (std::uint32_t c = c0; c < c1; ++c) clause(w_.syntax.clauses[c], c0, c1);
    for (std::uint32_t t = begin_; t < end_;) t = phrase(t);
    nest(from);
  }

  bool quoted(std::uint32_t t) const {
    const std::uint32_t at = w_.story.tokens[t].begin;
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.span.begin <= at; ++q)
      if (at < w_.out.quotes[q].at.span.end) return true;
    return false;
  }

  bool quote_in(Range r) const {
    if (r.empty()) return false;
    const Span s = span(r);
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.span.begin < s.end; ++q)
      if (w_.out.quotes[q].at.span.overlaps(s)) return true;
    return false;
  }

  // A quotation that the content begins or ends in belongs to it as a whole: "This is it. We won," she said.
  Span with_quotes(Range r) const {
    Span s = span(r);
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.span.begin < s.end; ++q)
      if (w_.out.quotes[q].at.span.overlaps(s)) s = cover(s, w_.out.quotes[q].at.span);
    return s;
  }

  // ------------------------------------------------------------------------------------------------ behind quotations

  bool finite_say(std::uint32_t t) const {
    if (!(flag(t) & kSay)) return false;
    const Xpos x = w_.syntax.tokens[t].xpos;
    return x == Xpos::VBD || x == Xpos::VBZ || x == Xpos::VBP || x == Xpos::VBN || x == Xpos::VB;
  }

  bool nominal(std::uint32_t t) const {
    const Upos u = w_.upos(t);
    return u == Upos::DET || u == Upos::ADJ || u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM ||
           w_.possessive(t) || (flag(t) & (kOf | kAnd)) != 0;
  }

  // '…," said Holm' and '…," the mayor of Lund said': the words beside the closing mark tell more than clauses do.
  void tag_behind(const QuoteMention& q) {
    std::uint32_t t = q.at.last;
    if (q.headline) headline_speaker(q);
    if (t <= begin_ || t >= end_ || q.at.last <= q.at.first + 2) return;
    const bool pause = comma(t) || comma(t - 2) || w_.is(t - 2, "?") || w_.is(t - 2, "!") || w_.is(t - 2, ".") || w_.is(t - 2, "-");
    if (!pause || quoted(t)) return;
    if (comma(t)) ++t;
    Range by{t, t};
    std::uint32_t verb = kNone;
    if (finite_say(t) && !(flag(t) & kTell)) {
      verb = t;
      by.first = by.last = t + 1;
      while (by.last < end_ && nominal(by.last) && by.last - by.first < 14) ++by.last;
    } else {
      std::uint32_t e = t;
      while (e < end_ && e - t < 16 && (nominal(e) || comma(e) || w_.upos(e) == Upos::ADP) && !finite_say(e)) ++e;
      by.last = e;
      while (e < end_ && e - by.last < 2 && (w_.upos(e) == Upos::ADV || w_.upos(e) == Upos::AUX)) ++e;
      if (e >= end_ || !finite_say(e)) return;
      verb = e;
    }
    while (by.first < by.last && comma(by.last - 1)) --by.last;
    if (by.empty()) return;
    done_.push_back(verb);
    const std::size_t made_from = out_.size();
    add(by, kNone, {verb, verb + 1}, {begin_, q.at.last}, true);
    if (out_.size() > made_from) split_quote(std::max(verb + 1, by.last), out_.back());
    channel(verb, {verb, verb + 1});
  }

  // '"It held," she said, "and nobody was hurt."'
  void split_quote(std::uint32_t t, Attribution& a) const {
    if (!comma(t) && !w_.is(t, ":")) return;
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.first <= t + 1; ++q)
      if (w_.out.quotes[q].at.first == t + 1) a.more_content.push_back(w_.out.quotes[q].at.span);
  }

  // '"No way back": Holm' and 'Holm: "No way back"' in headlines.
  void headline_speaker(const QuoteMention& q) {
    Range by{};
    std::uint32_t colon = kNone;
    if (w_.is(q.at.last, ":") && q.at.last < end_) {
      colon = q.at.last;
      by = {colon + 1, colon + 1};
      while (by.last < end_ && nominal(by.last)) ++by.last;
    } else if (q.at.first > begin_ + 1 && w_.is(q.at.first - 1, ":")) {
      colon = q.at.first - 1;
      by = {begin_, colon};
    }
    if (colon == kNone || by.empty() || by.last - by.first > 10) return;
    if (sources_.name_of(by, kNone) == kNone) return;
    add(by, kNone, {colon, colon + 1}, {std::max(q.at.first, begin_), q.at.last}, true);
  }

  // ------------------------------------------------------------------------------------------------ verbs

  void clause(const Clause& c, std::uint32_t c0, std::uint32_t c1) {
    if (!c.has_verb()) return;
    const std::uint32_t v = c.verb.head;
    if (v < begin_ || v >= end_) return;
    const std::uint64_t f = w_.flags[v];
    if (!(f & (kSay | kDescribe | kReport | kDeny)) || c.verb.negated || quoted(v)) return;
    if (std::find(done_.begin(), done_.end(), v) != done_.end()) return;
    const bool participle = !c.verb.finite && w_.syntax.tokens[v].xpos == Xpos::VBG;
    const bool infinitive = !c.verb.finite && w_.syntax.tokens[v].xpos == Xpos::VB;
    if (infinitive && c.parent_verb != kNone && (w_.flags[c.parent_verb] & kNotDone)) return;  // "declined to say"
    if (w_.hit(v, kAccordingTo) != kNone) return;                                              // "reported by": read as a phrase
    const Part* source = nullptr;
    for (const Part& p : c.parts)
      if (p.role == (c.verb.voice == Voice::passive ? PartRole::agent : PartRole::subject)) source = &p;
    Range by{};
    std::uint32_t head = kNone;
    if (source != nullptr) {
      by = {source->first, source->last};
      head = source->head;
      if (source->role == PartRole::agent && source->preposition != kNone && by.first == source->preposition) ++by.first;
    } else if (c.verb.voice == Voice::active) {
      by = beside(c.verb);
      head = by.empty() ? kNone : by.last - 1;
    }
    if (by.empty() || by.first > v + 60 || quoted(by.first)) return;
    const Range content = content_of(c, c0, c1, participle || infinitive ? Range{c.verb.first, c.verb.first} : by, participle || infinitive);
    if (content.empty()) return;
    const bool quotes = quote_in(content) || quote_in({content.last, std::min(end_, content.last + 1)});
    const bool marked = has_content_clause(c, c0, c1);
    const bool weak = (f & kSayWeak) || !(f & kSay) || infinitive;
    const bool handed_over = quotes && ((f & kDescribe) || content.last <= v || quote_in({content.first, content.first + 1}));
    if (weak && !handed_over && !(marked && !infinitive) && !((f & kReport) && outlet_in(by))) return;
    add(by, head, {c.verb.first, c.verb.last}, content, quotes);
    channel(c.verb.head, {c.verb.first, c.verb.last});
  }

  bool outlet_in(Range r) const {
    for (std::uint32_t t = r.first; t < r.last; ++t)
      if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return true;
    return false;
  }

  bool has_content_clause(const Clause& c, std::uint32_t c0, std::uint32_t c1) const {
    for (const Part& p : c.parts)
      if (p.role == PartRole::content) return true;
    for (std::uint32_t i = c0; i < c1; ++i)
      if (w_.syntax.clauses[i].relation == ClauseRelation::content && w_.syntax.clauses[i].parent_verb == c.verb.head) return true;
    return false;
  }

  // A subject that the clauses do not know: directly behind the verb ("said Holm") or directly before it.
  Range beside(const VerbGroup& verb) const {
    std::uint32_t t = verb.last;
    while (t < end_ && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADJ || (flag(t) & (kOffice | kHonorific)))) ++t;
    if (t < end_ && name_at_[t] != kNone && !(flag(verb.head) & kTell)) return {verb.last, w_.out.names[name_at_[t]].at.last};
    if (verb.first > begin_ && name_at_[verb.first - 1] != kNone) {
      const NameMention& n = w_.out.names[name_at_[verb.first - 1]];
      return {n.at.first, n.at.last};
    }
    return {};
  }

  // What is said: the content clause, else all behind the verb; for "…, X said" what stands before.
  Range content_of(const Clause& c, std::uint32_t c0, std::uint32_t c1, Range by, bool dependent) const {
    const std::uint32_t cue_first = std::min(c.verb.first, by.first >= begin_ && by.first < end_ && by.last <= c.verb.last + 40 &&
                                                                   by.last + 12 >= c.verb.first ? by.first : c.verb.first);
    const std::uint32_t behind = by.first >= c.verb.last && by.first < end_ ? std::max(by.last, c.verb.last) : c.verb.last;
    Range content{};
    for (std::uint32_t i = c0; i < c1; ++i) {
      const Clause& k = w_.syntax.clauses[i];
      if (k.relation != ClauseRelation::content || k.parent_verb != c.verb.head || k.first >= k.last) continue;
      if (content.empty()) content = {k.first, k.last};
      else content = {std::min(content.first, k.first), std::max(content.last, k.last)};
    }
    const bool behind_it = !content.empty() && content.first >= c.verb.last;
    if (!dependent && !behind_it && (!content.empty() || trails(cue_first, behind))) return trim({begin_, cue_first});
    if (dependent && !behind_it) content = {};
    Range rest{behind, end_of_content(behind)};
    if (!content.empty()) rest.first = std::min(content.first, rest.last);
    return trim(rest);
  }

  // "…," he said. / "…," said Holm, who … / …, Reuters reported.
  bool trails(std::uint32_t cue_first, std::uint32_t behind) const {
    if (cue_first < begin_ + 2) return false;
    const bool set_off = comma(cue_first - 1) || mark(cue_first - 1) || w_.is(cue_first - 1, "?") || w_.is(cue_first - 1, "!");
    if (!set_off) return false;
    if (mark(cue_first - 1) && quote_ends_at(cue_first - 1)) return true;
    std::uint32_t t = behind;
    if (t >= end_) return true;
    if (punct(t) && !w_.is(t, ":") && !mark(t)) return true;
    // Behind "…, Brandt wrote on Facebook": an addressee or a place, no clause.
    if (flag(t) & kThat) return false;
    for (; t < end_ && !punct(t) && t < behind + 12; ++t) {
      const Xpos x = w_.syntax.tokens[t].xpos;
      if (x == Xpos::VBD || x == Xpos::VBZ || x == Xpos::VBP || x == Xpos::MD) return false;
    }
    return t >= end_ || w_.is(t, ".") || comma(t);
  }

  bool quote_ends_at(std::uint32_t t) const {
    const std::uint32_t e = w_.story.tokens[t].end;
    for (std::size_t q = first_quote_; q < w_.out.quotes.size() && w_.out.quotes[q].at.span.begin < e; ++q)
      if (w_.out.quotes[q].at.span.end == e) return true;
    return false;
  }

  // The sentence's end, or the comma before a credit at its end ("…, Al Jazeera reported").
  std::uint32_t end_of_content(std::uint32_t from) const {
    for (std::uint32_t t = from + 1; t + 1 < end_; ++t)
      if (comma(t) && (w_.flags[t + 1] & (kAccordingTo | kCiting)) && !quoted(t)) return t;
    for (std::uint32_t t = end_; t-- > from + 1;) {
      if (!(w_.flags[t] & (kSay | kReport)) || w_.upos(t) != Upos::VERB || t + 4 < end_) continue;
      if (name_at_[t - 1] == kNone) continue;
      const std::uint32_t first = w_.out.names[name_at_[t - 1]].at.first;
      std::uint32_t c = first;
      while (c > from && !comma(c - 1) && first - c < 4) --c;
      if (c > from && comma(c - 1)) return c - 1;
    }
    return end_;
  }

  Range trim(Range r) const {
    while (r.first < r.last && (comma(r.first) || w_.is(r.first, ":"))) ++r.first;
    while (r.first < r.last && (comma(r.last - 1) || w_.is(r.last - 1, "."))) --r.last;
    return r;
  }

  // "told Al Jazeera that", "said in an interview with …": what is said hangs on the outlet too.
  void channel(std::uint32_t verb, Range cue) {
    if (!(w_.flags[verb] & (kTell | kSay))) return;
    std::uint32_t t = cue.last;
    while (t < end_ && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADP) && t < cue.last + 2) ++t;
    if (t >= end_ || name_at_[t] == kNone || w_.out.names[name_at_[t]].kind != NameKind::outlet) return;
    const NameMention& n = w_.out.names[name_at_[t]];
    if (n.at.first != t || (w_.upos(cue.last) == Upos::ADP && !(w_.flags[cue.last] & kIn))) return;
    Attribution a;
    a.sentence = s_;
    a.source = n.at.span;
    a.cue = span(cue);
    a.content = with_quotes(trim({begin_, end_}));
    a.grade = SourceGrade::agency;
    a.name = name_at_[t];
    a.source_text = n.name.text;
    out_.push_back(std::move(a));
  }

  // ------------------------------------------------------------------------------------------------ phrases

  // Reads what begins at t; gives the token to go on with.
  std::uint32_t phrase(std::uint32_t t) {
    const std::uint64_t f = w_.flags[t];
    if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return outlet_credit(name_at_[t], t);
    if (!(f & (kAccordingTo | kCiting | kOwnWords)) || quoted(t)) return t + 1;
    if (f & kOwnWords) own_words(t);
    const std::uint32_t hit = w_.hit(t, kAccordingTo | kCiting);
    if (hit == kNone) return t + 1;
    credit(t, w_.syntax.hits[hit].last);
    return w_.syntax.hits[hit].last;
  }

  // "…, News.example reports.": plain enough where the clauses make nothing of it.
  std::uint32_t outlet_credit(std::uint32_t name, std::uint32_t t) {
    const MentionPlace& at = w_.out.names[name].at;
    if (at.first != t) return t + 1;
    std::uint32_t from = t;
    while (from > begin_ && w_.upos(from - 1) == Upos::DET) --from;
    const bool set_off = from > begin_ + 2 && (comma(from - 1) || mark(from - 1));
    std::uint32_t verb = at.last;
    if (flag(verb) & kOutletNoun) ++verb;
    if (!set_off || !(flag(verb) & (kReport | kSay | kReportNoun)) || quoted(t)) return at.last;
    if (verb + 1 < end_ && !punct(verb + 1)) return at.last;
    for (std::size_t i = sentence_from_; i < out_.size(); ++i) {
      const Attribution& a = out_[i];
      if (a.name == name && !a.content.empty()) return at.last;
    }
    const Range content = trim({begin_, from});
    if (!content.empty()) add({from, verb}, t, {verb, verb + 1}, content, quote_in(content));
    return verb + 1;
  }

  void credit(std::uint32_t t, std::uint32_t cue_end) {
    const std::uint64_t f = w_.flags[t];
    const bool participle = w_.syntax.tokens[t].xpos == Xpos::VBG || (f & kAccordingTo);
    if (!participle) return;
    const Range by = source_behind(cue_end);
    if (by.empty()) return;
    Attribution a = made(by, kNone, {t, cue_end});
    if (a.grade == SourceGrade::nobody) return;
    if (t <= begin_ + 1 && by.last < end_ && punct(by.last)) {
      const Range content = trim({by.last, end_});
      a.content = with_quotes(content);
      a.quoted = quote_in(content);
    } else {
      const Range before = trim({begin_, t});
      const Range rest = comma(by.last) ? trim({by.last, end_}) : Range{};
      if (before.empty()) return after_fragment(std::move(a));
      a.content = with_quotes(before);
      a.quoted = quote_in(before);
      if (!rest.empty() && comma(t - 1)) a.more_content.push_back(span(rest));
      a.whole_paragraph = by.last + 2 >= end_ && last_of_block() && outlet_in(by);
    }
    out_.push_back(std::move(a));
  }

  // "…, Coast.fm reports. citing the Wire.": the credit got a sentence of its own and belongs to the one before.
  void after_fragment(Attribution a) {
    if (s_ == 0 || w_.story.sentences[s_ - 1].block != w_.story.sentences[s_].block) return;
    const Sentence& before = w_.story.sentences[s_ - 1];
    a.content = w_.story.span(before.first, before.last);
    out_.push_back(std::move(a));
  }

  bool last_of_block() const {
    return s_ + 1 >= w_.story.sentences.size() || w_.story.sentences[s_ + 1].block != w_.story.sentences[s_].block;
  }

  // The noun phrase behind "according to": to a comma, a full stop, or a verb.
  Range source_behind(std::uint32_t t) const {
    Range r{t, t};
    while (r.last < end_) {
      const Upos u = w_.upos(r.last);
      if (name_at_[r.last] != kNone) {
        r.last = w_.out.names[name_at_[r.last]].at.last;
        continue;
      }
      if ((u == Upos::PUNCT && !w_.possessive(r.last)) || u == Upos::VERB || u == Upos::AUX || u == Upos::SCONJ || u == Upos::CCONJ) break;
      if (r.last - r.first > 14) break;
      ++r.last;
    }
    return r;
  }

  // "in her words", "what he called": the pronoun is the speaker, what follows the content.
  void own_words(std::uint32_t t) {
    const std::uint32_t hit = w_.hit(t, kOwnWords);
    if (hit == kNone) return;
    const WordHit& h = w_.syntax.hits[hit];
    for (std::uint32_t p = h.first; p < h.last; ++p) {
      if (!(w_.flags[p] & (kPossessiveMale | kPossessiveFemale | kPronounMale | kPronounFemale))) continue;
      const Range content = trim({h.last, end_});
      if (content.empty()) return;
      Attribution a = made({p, p + 1}, p, {h.first, h.last});
      a.content = span(content);
      a.quoted = quote_in(content);
      out_.push_back(std::move(a));
      return;
    }
  }

  // ------------------------------------------------------------------------------------------------ sources

  Attribution made(Range by, std::uint32_t head, Range cue) const {
    Attribution a;
    a.sentence = s_;
    a.cue = span(cue);
    a.name = sources_.name_of(by, head);
    a.grade = sources_.grade_of(by, a.name);
    if (a.name == kNone && !sources_.speaks(by, head)) a.grade = SourceGrade::nobody;
    a.source = span(by);
    a.source_text = a.name != kNone && !w_.out.names[a.name].pronoun ? w_.out.names[a.name].name.text
                                                                      : std::string(w_.story.words(a.source));
    return a;
  }

  void add(Range by, std::uint32_t head, Range cue, Range content, bool quotes) {
    Attribution a = made(by, head, cue);
    if (a.grade == SourceGrade::nobody) return;
    a.content = with_quotes(content);
    a.quoted = quotes;
    a.whole_paragraph = a.grade == SourceGrade::agency && content.last <= cue.first && last_of_block();
    out_.push_back(std::move(a));
  }

  // What lies inside what another says is said through that one.
  void nest(std::size_t from) {
    for (std::size_t i = from; i < out_.size(); ++i) {
      std::uint32_t best = kNone, size = kNone;
      for (std::size_t j = from; j < out_.size() && out_.size() - from < 64; ++j) {
        if (i == j || !out_[j].content.contains(out_[i].cue) || !out_[j].content.contains(out_[i].source)) continue;
        const bool mutual = out_[i].content.contains(out_[j].cue) && out_[i].content.contains(out_[j].source);
        if (mutual || out_[j].content.size() >= size) continue;
        best = static_cast<std::uint32_t>(j);
        size = out_[j].content.size();
      }
      out_[i].nested_in = best;
    }
  }
};

}  // namespace

void find_attributions(Work& work) { Attributor(work).read(); }

}  // namespace crosscheck::people
