// Who says so: the subject of a word that hands over the word, the name behind "according to", the outlet credited at the end
// of a sentence. A source is what the grammar makes one, never the nearest name. What the frames of verbs are (a clause, an
// infinitive, an object) follows Levin's classes and FrameNet's; what counts as source, cue and content follows PolNeAR
// (Newell, Margolin and Ruths, LREC 2018).
#include <algorithm>

#include "mention/people_cues.h"
#include "mention/people_sources.h"
#include "story/characters.h"
#include "syntax/clause_tables.h"

namespace crosscheck::people {
namespace {

bool is_dash(std::string_view form) { return form == "--" || char_at(form, 0).kind == CharKind::dash; }

constexpr std::uint32_t kLongestSource = 30;
constexpr std::size_t kMostNested = 64;  // attributions of one sentence that are held against each other

// Who speaks: the words that name them, and the words as they stand before the cue ("who", "Holm, the mayor of Lund").
struct Voiced {
  Range by, shown;
  std::uint32_t head = kNone;
  bool surely = false;  // whatever it is: words stand in quotation marks beside "said"
};

class Attributor {
 public:
  explicit Attributor(Work& work)
      : w_(work), out_(work.out.attributions), sources_(work), cues_(work), view_(work), name_at_(sources_.name_at) {}

  void read() {
    for (std::uint32_t s = 0; s < w_.story.sentences.size(); ++s) sentence(s);
  }

 private:
  Work& w_;
  std::vector<Attribution>& out_;
  Sources sources_;
  Cues cues_;
  SentenceView view_;
  const std::vector<std::uint32_t>& name_at_;
  std::vector<std::uint32_t> done_;  // verbs of this sentence that are read already
  std::size_t from_ = 0;             // attributions from it on are of this sentence
  Voiced last_;                      // the voice of the last verb read, of attribution last_at_
  std::size_t last_at_ = 0;

  void sentence(std::uint32_t s) {
    view_.open(s);
    if (view_.begin >= view_.end) return;
    from_ = out_.size();
    done_.clear();
    view_.quotes([&](const QuoteMention& q) { tag_behind(q); });
    view_.quotes([&](const QuoteMention& q) { dash_behind(q.at.last); });
    if (!w_.syntax.clause_begin.empty())
      for (std::uint32_t c = w_.syntax.clause_begin[s]; c < w_.syntax.clause_begin[s + 1]; ++c) {
        adjective(w_.syntax.clauses[c]);
        verb(w_.syntax.clauses[c]);
      }
    nouns(s);
    for (std::uint32_t t = view_.begin; t < view_.end;) t = phrase(t);
    nest();
  }

  bool is_done(std::uint32_t v) const { return std::find(done_.begin(), done_.end(), v) != done_.end(); }

  // ------------------------------------------------------------------------------------------------ behind quotations

  bool finite_say(std::uint32_t t) const {
    return t < view_.end && cues_.is(t, kSays | kThinks) && (view_.finite(t) || view_.tag(t) == Xpos::VBN || view_.tag(t) == Xpos::VB);
  }

  // The end of "Ana Ruiz (Labour-Lund), a spokeswoman for the bank" from t on; t where there is none.
  std::uint32_t noun_phrase(std::uint32_t t, bool commas) const {
    std::uint32_t e = t;
    while (e < view_.end && e - t < kLongestSource && !finite_say(e)) {
      if (view_.is(e, "(") && e > t) {
        std::uint32_t close = e + 1;
        while (close < view_.end && close < e + 8 && !view_.is(close, ")")) ++close;
        if (!view_.is(close, ")")) break;
        e = close + 1;
        continue;
      }
      if (!(view_.nominal(e) || (e > t && (w_.upos(e) == Upos::ADP || (commas && view_.comma(e)))))) break;
      ++e;
    }
    while (e > t && (view_.comma(e - 1) || (w_.upos(e - 1) == Upos::ADP && !w_.possessive(e - 1)))) --e;
    return e;
  }

  // '…," said Holm' and '…," the mayor of Lund said': the words beside the closing mark tell more than clauses do.
  void tag_behind(const QuoteMention& q) {
    if (q.headline) headline_speaker(q);
    std::uint32_t t = q.at.last;
    if (t <= view_.begin || t >= view_.end || q.at.last <= q.at.first + 2) return;
    const bool pause = view_.comma(t) || view_.comma(t - 2) || view_.is(t - 2, "?") || view_.is(t - 2, "!") || view_.is(t - 2, ".") ||
                       view_.is(t - 2, "-") || view_.is(t - 2, "—") || view_.is(t - 2, "...") || view_.is(t - 2, "…");
    if (!pause || view_.quoted(t)) return;
    if (view_.comma(t)) ++t;
    Range by{t, t};
    std::uint32_t verb = kNone;
    if (finite_say(t) && !cues_.is(t, kTells)) {
      verb = t;
      by = {t + 1, inverted_end(t + 1, noun_phrase(t + 1, false))};
    } else {
      by.last = noun_phrase(t, true);
      std::uint32_t e = by.last;
      while (e < view_.end && e - by.last < 3 && (view_.adverb(e) || w_.upos(e) == Upos::AUX || view_.comma(e))) ++e;
      if (e >= view_.end || !finite_say(e)) return;
      verb = e;
    }
    if (by.empty() || view_.quote_in(by)) return;
    Range cue{verb, verb + 1};
    while (cue.first > by.last && by.first < verb && (view_.adverb(cue.first - 1) || w_.upos(cue.first - 1) == Upos::AUX)) --cue.first;
    const std::size_t made_from = out_.size();
    add({by, by, kNone, true}, cue, {std::max(content_begin(), std::min(q.at.first, view_.begin)), q.at.last});
    if (out_.size() == made_from) return;
    done_.push_back(verb);
    split_quote(std::max(verb + 1, by.last), out_.back());
    channel(verb, cue);
  }

  // Behind the quotations of the sentence that have their speakers already.
  std::uint32_t content_begin() const {
    std::uint32_t from = view_.begin;
    for (std::size_t i = from_; i < out_.size(); ++i) {
      if (!out_[i].quoted) continue;
      const std::uint32_t end = std::max(out_[i].cue.end, out_[i].source.end);
      while (from < view_.end && w_.story.tokens[from].begin < end) ++from;
    }
    return from;
  }

  // '"It held," she said, "and nobody was hurt."'
  void split_quote(std::uint32_t t, Attribution& a) const {
    for (; t < view_.end && !view_.mark(t); ++t) {
      if (!view_.comma(t) && !view_.is(t, ":")) continue;
      if (const std::uint32_t q = view_.quote_from(t + 1); q != kNone) return a.more_content.push_back(view_.quote(q).at.span);
    }
  }

  // '"It held." — Ana Ruiz': a name alone behind a dash, to the end of the line.
  void dash_behind(std::uint32_t t) {
    std::uint32_t q = kNone;
    if (t < view_.end && w_.syntax.tokens[t].xpos != Xpos::HYPH && view_.punct(t) && is_dash(w_.text(t)) && t > 0) q = view_.quote_to(t - 1);
    if (q == kNone) return;
    const Range by{t + 1, noun_phrase(t + 1, true)};
    if (by.empty() || by.last - by.first > 12 || sources_.name_of(by, kNone) == kNone) return;
    if (by.last < view_.end && !(view_.is(by.last, ".") && by.last + 1 >= view_.end)) return;
    const QuoteMention& quote = view_.quote(q);
    Attribution a = made({by, by, kNone}, {t, t + 1}, false);
    a.content = quote.at.span;
    a.quoted = true;
    out_.push_back(std::move(a));
  }

  // '"No way back": Holm' and 'Holm: "No way back"' in headlines.
  void headline_speaker(const QuoteMention& q) {
    Range by{};
    std::uint32_t colon = kNone;
    if (view_.is(q.at.last, ":")) {
      colon = q.at.last;
      by = {colon + 1, colon + 1};
      while (by.last < view_.end && view_.nominal(by.last)) ++by.last;
    } else if (q.at.first > view_.begin + 1 && w_.is(q.at.first - 1, ":")) {
      colon = q.at.first - 1;
      by = {view_.begin, colon};
    }
    if (colon == kNone || by.empty() || by.last - by.first > 10) return;
    if (sources_.name_of(by, kNone) == kNone) return;
    add({by, by, kNone}, {colon, colon + 1}, {std::max(q.at.first, view_.begin), q.at.last});
  }

  // ------------------------------------------------------------------------------------------------ verbs

  void verb(const Clause& c) {
    if (!c.has_verb() || c.verb.head < view_.begin || c.verb.head >= view_.end) return;
    const std::uint32_t v = c.verb.head;
    std::uint32_t kinds = cues_.at(v).kinds & kVerbCues & ~kCarriesClaim;
    if (c.verb.negated) kinds &= ~(kSays | kReports | kDescribes);
    if (kinds == 0 || view_.quoted(v) || is_done(v) || w_.hit(v, kAccordingTo) != kNone) return;
    const Xpos tag = w_.syntax.tokens[v].xpos;
    const bool infinitive = !c.verb.finite && tag == Xpos::VB;
    if (infinitive && c.parent_verb != kNone && ((w_.flags[c.parent_verb] & kNotDone) || is_done(c.parent_verb))) return;
    bool passive = c.verb.voice == Voice::passive && !taken_for_participle(c);
    Voiced voiced = voice_of(c, passive);
    if (!passive && (kinds & kSays) && view_.comma(c.verb.first - 1)) opening_subject(c, voiced);
    if (!passive && (kinds & (kSays | kThinks))) set_off_subject(c, voiced);
    if (goes_on_speaking(c, voiced)) passive = false;
    if (voiced.by.empty() && tag == Xpos::VBG && c.relation == ClauseRelation::participle) voiced = main_subject(c);
    const Range cue{c.verb.first, std::max(c.verb.last, passive ? v + 1 : cues_.at(v).end(v, kSays))};
    if (passive && c.verb.finite && (c.verb.first < v || !voiced.by.empty())) return said_of_subject(c, voiced, cue);
    if (voiced.by.empty() && tag == Xpos::VBN && (kinds & kAsksOf)) return asked(c, cue);
    if (voiced.by.empty() || view_.quoted(voiced.by.first)) return;
    if (passive) return;
    const bool inverted = voiced.shown.first >= v && c.verb.finite;
    const std::uint32_t behind = inverted ? std::max(voiced.shown.last, cue.last) : cue.last;
    const Complement said = cues_.behind(view_, v, behind, (kinds & (kTells | kAsksOf)) != 0);
    if ((c.verb.finite || taken_for_participle(c)) && (kinds & (kSays | kThinks | kReports)) && trailing(c, voiced, cue, behind, said)) return;
    if (inverted && said.kind != Follows::quote) return;
    frame(c, voiced, cue, kinds, said);
  }

  // "Holm reiterated: …": a past form without auxiliary or agent before what is said is no passive, whatever its tag.
  bool taken_for_participle(const Clause& c) const {
    if (c.verb.voice != Voice::passive || c.verb.first != c.verb.head || !cues_.is(c.verb.head, kSays | kThinks)) return false;
    for (const Part& p : c.parts)
      if (p.role == PartRole::agent) return false;
    const Complement said = cues_.behind(view_, c.verb.head, c.verb.last, false);
    return said.kind == Follows::quote || (said.kind == Follows::clause && cues_.is(c.verb.head, kSays));
  }

  // "…," he said. / "…, Reuters reported." / "The bridge, he said, will hold."
  bool trailing(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t behind, const Complement& said) {
    const std::uint32_t first = voiced.shown.last <= cue.first + 4 && voiced.shown.first < cue.first && voiced.shown.last <= cue.first
                                    ? voiced.shown.first : cue.first;
    if (first < view_.begin + 1) return false;
    std::uint32_t before = first - 1;
    if (before > view_.begin && said.kind == Follows::nothing && w_.upos(before) == Upos::SCONJ) --before;  // ", as Holm said"
    const bool quote_before = view_.quote_to(before) != kNone || (view_.comma(before) && before > view_.begin && view_.quote_to(before - 1) != kNone);
    const bool set_off = view_.comma(before) || view_.mark(before) || view_.is(before, "?") || view_.is(before, "!") ||
                         view_.is(before, "—") || view_.is(before, "--") || view_.is(before, "–");
    if (!set_off) return false;
    const bool aside = said.kind == Follows::phrase || (said.kind == Follows::noun && (cues_.is(c.verb.head, kTells) || is_time(said.at)));
    const bool ends = said.kind == Follows::nothing || (aside && closes(behind));
    if (!quote_before && !ends) return false;
    if (said.kind == Follows::quote && !quote_before) return false;
    const std::uint32_t from = quote_before ? std::min(content_begin(), first) : view_.begin;
    const Range content = view_.trim({from, std::min(first, before + 1)});
    std::uint32_t rest = behind;
    while (rest < view_.end && !view_.punct(rest)) ++rest;
    Range more{};
    if (view_.quote_from(rest + 1) != kNone) {
      const QuoteMention& q = view_.quote(view_.quote_from(rest + 1));
      more = {q.at.first, std::min(q.at.last, view_.end)};
    } else if (view_.comma(rest) && goes_on(rest + 1) && !quote_before) {
      more = view_.trim({rest + 1, view_.end});
    }
    if (content.empty() || (!holds_verb(content) && !view_.quote_in(content) && more.empty() && said.kind != Follows::nothing)) return false;
    const std::size_t made_from = out_.size();
    add(voiced, cue, content);
    if (out_.size() == made_from) return true;
    done_.push_back(c.verb.head);
    if (!more.empty()) out_.back().more_content.push_back(view_.with_quotes(more));
    channel(c.verb.head, cue);
    return true;
  }

  // "on" Monday, last week
  bool is_time(std::uint32_t t) const {
    const ClauseTables& words = w_.tables.language.clause_tables();
    for (const std::uint32_t end = std::min(t + 4, view_.end); t < end && view_.nominal(t); ++t)
      if ((view_.flag(t) & kCalendar) || words.is(w_.syntax.tokens[t], Grammar::time_noun)) return true;
    return false;
  }

  bool holds_verb(Range r) const {
    for (std::uint32_t t = r.first; t < r.last; ++t)
      if (w_.upos(t) == Upos::VERB || w_.upos(t) == Upos::AUX) return true;
    return false;
  }

  // Behind "…, Brandt wrote on Facebook": an addressee or a place, no clause.
  bool closes(std::uint32_t t) const {
    const std::uint32_t from = t;
    for (; t < view_.end && !view_.punct(t) && t < from + 14; ++t)
      if (view_.finite(t) || (view_.flag(t) & kThat)) return false;
    return t >= view_.end || view_.is(t, ".") || view_.comma(t) || view_.is(t, ";");
  }

  // Whether what stands behind "…, he said," is still what he said.
  bool goes_on(std::uint32_t t) const {
    if (t >= view_.end) return false;
    const Xpos x = view_.tag(t);
    return x != Xpos::VBG && x != Xpos::WP && x != Xpos::WRB && x != Xpos::WDT && x != Xpos::WPS && !(view_.flag(t) & (kAccordingTo | kCiting));
  }

  // "the plan that Holm criticised": what the relative stands for.
  bool said_before(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds) {
    if (c.relation != ClauseRelation::relative || voiced.shown.first >= c.verb.head) return false;
    for (const Part& p : c.parts) {
      if ((p.role != PartRole::object && p.role != PartRole::content) || !p.borrowed || p.last > voiced.shown.first) continue;
      return put(c, voiced, cue, {p.first, p.last}, (kinds & kSays) == 0);
    }
    return false;
  }

  // What stands behind the cue, where the cue may have it.
  void frame(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds, Complement said) {
    const std::uint32_t v = c.verb.head;
    if (said_before(c, voiced, cue, kinds)) return;
    const bool outlet = (kinds & kReports) && outlet_in(voiced.by);
    const bool words = said.kind == Follows::quote || said.kind == Follows::clause || said.kind == Follows::question;
    bool attitude = false;
    if (words && (kinds & (kSays | kThinks | kReports | kDescribes))) {
      attitude = c.verb.negated;
    } else if ((kinds & kSays) || outlet) {
      if (said.kind == Follows::nothing) return;
      if (said.kind == Follows::phrase && !view_.quote_in({said.at, view_.end})) return judged(c, voiced, cue, kinds);
      attitude = said.kind == Follows::infinitive;
    } else if (said.kind == Follows::noun && (kinds & kThinks) && !(kinds & kJudges) &&
               sources_.grade_of(voiced.by, sources_.name_of(voiced.by, voiced.head)) == SourceGrade::document) {
      // "the poll shows Holm ahead"
    } else if (said.kind == Follows::infinitive && (kinds & (kWants | kAsksOf))) {
      attitude = true;
      cue.last = std::max(cue.last, cues_.at(v).end(v, kAsksOf));
    } else {
      return judged(c, voiced, cue, kinds);
    }
    Voiced surely = voiced;
    surely.surely = words && (kinds & kSays);
    Range content{said.at, content_end(c, said.at)};
    std::vector<Span> more;
    if (said.kind == Follows::quote) content.last = quotes_end(said.at, content.last, more);
    if (!put(c, surely, cue, content, attitude)) return;
    for (const Span& quote : more) out_[last_at_].more_content.push_back(quote);
  }

  // Of words that begin with a quotation: its end where it is whole, and those joined to it ('"Go home," and "Stay out"');
  // `end` where it is but the first words of a sentence ('"the bridge" was safe').
  std::uint32_t quotes_end(std::uint32_t from, std::uint32_t end, std::vector<Span>& more) const {
    const std::uint32_t first = view_.quote_from(from);
    if (first == kNone || view_.quote(first).at.last >= view_.end) return end;
    std::uint32_t t = view_.quote(first).at.last;
    if (view_.quote(first).partial && !view_.punct(t) && w_.upos(t) != Upos::CCONJ) return end;
    for (;;) {
      std::uint32_t next = t;
      while (view_.comma(next) || (next < view_.end && w_.upos(next) == Upos::CCONJ)) ++next;
      const std::uint32_t q = view_.quote_from(next);
      if (q == kNone) break;
      more.push_back(view_.quote(q).at.span);
      t = view_.quote(q).at.last;
    }
    return view_.quote(first).at.last;
  }

  // "praised the plan", "called it 'a farce'": an object; the words quoted in it are the speaker's.
  void judged(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds) {
    if (!(kinds & (kJudges | kDescribes | kAsksOf))) return;
    const std::uint32_t v = c.verb.head;
    cue.last = std::max(cue.last, cues_.at(v).end(v, kJudges | kDescribes | kAsksOf));
    const Complement said = cues_.behind(view_, v, cue.last, (kinds & kAsksOf) != 0);
    Range content{said.at, content_end(c, said.at)};
    for (std::uint32_t t = content.first + 1; t + 1 < content.last; ++t)  // "he said, referring to the storm, "we …"": the words of another verb
      if (view_.comma(t) && view_.quote_from(t + 1) != kNone) content.last = t;
    const bool quotes = view_.quote_in(view_.trim(content));
    if (kinds & kJudges) {
      if (said.kind == Follows::nothing || said.kind == Follows::infinitive || (said.kind == Follows::phrase && !quotes)) return;
    } else if (!(quotes && (kinds & kDescribes)) && said.kind != Follows::infinitive) {
      return;
    }
    put(c, voiced, cue, content, !quotes);
  }

  bool put(const Clause& c, const Voiced& voiced, Range cue, Range content, bool attitude) {
    if (attitude && view_.infinitive(c.verb.first)) return false;  // "to praise the plan": a purpose as a rule, no praise
    content = view_.trim(content);
    const std::size_t made_from = out_.size();
    if (!content.empty()) add(voiced, cue, content, attitude);
    if (out_.size() == made_from) return false;
    done_.push_back(c.verb.head);
    last_ = voiced;
    last_at_ = made_from;
    if (!attitude) channel(c.verb.head, cue);
    return true;
  }

  // "Asked whether he would resign, Holm …": by whom is left open.
  void asked(const Clause& c, Range cue) {
    const Complement said = cues_.behind(view_, c.verb.head, cue.last, false);
    if (said.kind == Follows::clause || said.kind == Follows::question) put(c, {}, cue, {said.at, content_end(c, said.at)}, true);
  }

  // "The plan was criticised by Holm for its cost", "The firm is expected to cut jobs": who says so may stay unsaid.
  void said_of_subject(const Clause& c, const Voiced& voiced, Range cue) {
    const Part* subject = nullptr;
    for (const Part& p : c.parts)
      if (p.role == PartRole::subject && !p.borrowed) subject = &p;
    if (subject == nullptr || subject->last > cue.first) return;
    const std::size_t made_from = out_.size();
    add(voiced, cue, {subject->first, subject->last}, true);
    if (out_.size() == made_from) return;
    done_.push_back(c.verb.head);
    const Range rest = view_.trim({std::max(voiced.shown.last, cue.last), content_end(c, std::max(voiced.shown.last, cue.last))});
    if (rest.empty()) return;
    out_.back().more_content.push_back(view_.with_quotes(rest));
    if (!voiced.by.empty() && view_.quote_in(rest)) out_.back().attitude = false, out_.back().quoted = true;
  }

  bool outlet_in(Range r) const {
    for (std::uint32_t t = r.first; t < r.last; ++t)
      if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return true;
    return false;
  }

  // ------------------------------------------------------------------------------------------------ voices

  Voiced voice_of(const Clause& c, bool passive) const {
    const Part* source = nullptr;
    const PartRole wanted = passive ? PartRole::agent : PartRole::subject;
    for (const Part& p : c.parts)
      if (p.role == wanted) source = &p;
    Voiced voiced;
    if (source == nullptr) {
      if (!passive) voiced.by = voiced.shown = beside(c.verb);
      if (!voiced.by.empty()) voiced.head = voiced.by.last - 1;
      return voiced;
    }
    voiced.by = {source->first, source->last};
    voiced.head = source->head;
    if (source->role == PartRole::agent && source->preposition == voiced.by.first) ++voiced.by.first;
    if (const std::uint32_t named = source->named; named != kNone && named >= source->last && named < view_.end && name_at_[named] != kNone) {
      voiced.by.last = w_.out.names[name_at_[named]].at.last;  // "the bank's head, Ana Ruiz, …"
      voiced.head = voiced.by.last - 1;
    }
    voiced.shown = voiced.by;
    if (c.relation == ClauseRelation::relative && source->borrowed && c.marker != kNone && c.marker < c.verb.head) {
      voiced.shown = {c.marker, c.marker + 1};
    } else if (!source->borrowed && voiced.by.last <= c.verb.first) {
      Range all{voiced.by.first, c.verb.first};
      while (all.last > voiced.by.last && (view_.comma(all.last - 1) || view_.adverb(all.last - 1))) --all.last;
      if (all.last - all.first <= kLongestSource && !view_.quote_in({voiced.by.last, all.last})) voiced.shown = all;
    } else if (!source->borrowed && voiced.by.first >= c.verb.last) {
      voiced.shown.last = inverted_end(voiced.by.first, voiced.by.last);
    }
    return voiced;
  }

  // "Ana Ruiz, who …, said": the noun phrase that opens the sentence, where the clauses took something between for the subject.
  void opening_subject(const Clause& c, Voiced& voiced) const {
    const std::uint32_t e = noun_phrase(view_.begin, false);
    if (e == view_.begin || !view_.comma(e) || e >= c.verb.first || c.verb.first - view_.begin > 2 * kLongestSource) return;
    if (!voiced.by.empty() && (voiced.by.first < e || sources_.name_of(voiced.by, voiced.head) != kNone)) return;
    Range by{view_.begin, e};
    if (e + 1 < view_.end && name_at_[e + 1] != kNone && w_.out.names[name_at_[e + 1]].at.first == e + 1 &&
        w_.out.names[name_at_[e + 1]].kind == NameKind::person && view_.comma(w_.out.names[name_at_[e + 1]].at.last))
      by.last = w_.out.names[name_at_[e + 1]].at.last;  // "the bank's head, Ana Ruiz, …"
    if (sources_.name_of(by, e - 1) == kNone && !sources_.speaks(by, e - 1)) return;
    voiced = {by, {view_.begin, c.verb.first - 1}, by.last > e ? by.last - 1 : e - 1};
  }

  // "Noting the cost, Holm …": the subject of the main clause behind it.
  Voiced main_subject(const Clause& c) const {
    for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
      const Clause& k = w_.syntax.clauses[i];
      if (k.relation != ClauseRelation::main || !k.has_verb() || k.verb.first < c.verb.last) continue;
      return voice_of(k, false);
    }
    return {};
  }

  // "Holm said the bridge was safe and called the ferry a disgrace": no bridge calls anything anything.
  bool goes_on_speaking(const Clause& c, Voiced& voiced) {
    const std::uint32_t v = c.verb.first;
    if (c.relation != ClauseRelation::coordinated && c.relation != ClauseRelation::participle) return false;
    if (v <= view_.begin + 1 || w_.upos(v - 1) != Upos::CCONJ || last_at_ < from_ || last_at_ >= out_.size()) return false;
    if (!voiced.by.empty() && (sources_.name_of(voiced.by, voiced.head) != kNone || sources_.speaks(voiced.by, voiced.head))) return false;
    const Span here = w_.story.span(v - 1, v);
    Attribution& last = out_[last_at_];
    if (!last.content.contains(here) || last.cue.begin > here.begin) return false;
    last.content.end = std::max(last.content.begin, w_.story.tokens[v - 2].end);
    voiced = last_;
    return true;
  }

  // "The bridge, Ana Ruiz said, will hold": a noun phrase and a verb between commas, which look like an apposition.
  void set_off_subject(const Clause& c, Voiced& voiced) const {
    const std::uint32_t v = c.verb.head;
    if (!view_.finite(v) || !(view_.comma(v + 1) || view_.is(v + 1, "."))) return;
    std::uint32_t first = c.verb.first;
    while (first > view_.begin && v - first < kLongestSource / 2 && (view_.nominal(first - 1) || w_.upos(first - 1) == Upos::ADP)) --first;
    if (first == c.verb.first || first <= view_.begin + 1 || !view_.comma(first - 1) || w_.upos(first) == Upos::ADP) return;
    if (voiced.by.first >= first && !voiced.by.empty()) return;
    const Range by{first, c.verb.first};
    if (sources_.name_of(by, by.last - 1) == kNone && !sources_.speaks(by, by.last - 1)) return;
    voiced = {by, by, by.last - 1};
  }

  // "said Ana Ruiz, a spokeswoman for the bank, adding that …": the end of what stands with the name.
  std::uint32_t inverted_end(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t e = std::max(last, noun_phrase(first, false));
    if (!view_.comma(e) || w_.upos(e + 1) == Upos::VERB || w_.upos(e + 1) == Upos::SCONJ || w_.upos(e + 1) == Upos::CCONJ ||
        w_.upos(e + 1) == Upos::PUNCT || w_.upos(e + 1) == Upos::ADP || view_.question_word(e + 1))
      return e;
    const std::uint32_t more = noun_phrase(e + 1, false);
    return more > e + 1 && (more >= view_.end || view_.punct(more) || view_.question_word(more)) ? more : e;
  }

  // A subject that the clauses do not know: directly behind the verb ("said Holm") or directly before it.
  Range beside(const VerbGroup& verb) const {
    std::uint32_t t = verb.last;
    while (t < view_.end && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADJ || (view_.flag(t) & (kOffice | kHonorific)))) ++t;
    if (t < view_.end && name_at_[t] != kNone && !cues_.is(verb.head, kTells) && cues_.is(verb.head, kSays))
      return {verb.last, w_.out.names[name_at_[t]].at.last};
    if (verb.finite && verb.first > view_.begin && name_at_[verb.first - 1] != kNone) {
      const NameMention& n = w_.out.names[name_at_[verb.first - 1]];
      return {n.at.first, n.at.last};
    }
    if (!verb.finite || !cues_.is(verb.head, kSays | kThinks)) return {};
    t = verb.first;  // "Many say": at the beginning of a clause
    while (t > view_.begin && verb.first - t < 8 && view_.nominal(t - 1) && !(view_.flag(t - 1) & kAnd)) --t;
    const bool opens = t == view_.begin || view_.punct(t - 1) || w_.upos(t - 1) == Upos::CCONJ || w_.upos(t - 1) == Upos::SCONJ;
    return opens ? Range{t, verb.first} : Range{};
  }

  // ------------------------------------------------------------------------------------------------ content

  // The sentence's end, or what ends the words before: a credit behind a comma, a verb that goes on with the same subject.
  std::uint32_t content_end(const Clause& c, std::uint32_t from) const {
    const std::uint32_t end = main_clause(c, from, end_of_content(from));
    const Part* own = nullptr;
    for (const Part& p : c.parts)
      if (p.role == PartRole::subject) own = &p;
    if (own == nullptr || w_.syntax.clause_begin.empty()) return end;
    for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
      const Clause& k = w_.syntax.clauses[i];
      if (k.relation != ClauseRelation::coordinated || !k.has_verb() || k.verb.first <= from || k.verb.first >= end) continue;
      if (k.parent_verb == c.verb.head) continue;
      for (const Part& p : k.parts) {
        if (p.role != PartRole::subject || !p.borrowed || p.head != own->head) continue;
        std::uint32_t cut = k.verb.first;
        while (cut > from && view_.adverb(cut - 1)) --cut;
        if (cut > from && (view_.flag(cut - 1) & kAnd)) --cut;
        else if (cut > from && w_.upos(cut - 1) == Upos::CCONJ) --cut;
        else if (!(cut > from && view_.comma(cut - 1))) continue;
        return cut;
      }
    }
    return end;
  }

  // "If Holm wants to win, he …", "Brandt, who said it was safe, resigned": the comma before the main clause goes on.
  std::uint32_t main_clause(const Clause& c, std::uint32_t from, std::uint32_t end) const {
    if (c.relation != ClauseRelation::adverbial && c.relation != ClauseRelation::relative && c.relation != ClauseRelation::participle &&
        c.relation != ClauseRelation::infinitive)
      return end;
    for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
      const Clause& k = w_.syntax.clauses[i];
      if (k.relation != ClauseRelation::main || !k.has_verb() || k.verb.first <= from || k.verb.first >= end) continue;
      std::uint32_t start = k.verb.first;
      for (const Part& p : k.parts)
        if (p.role == PartRole::subject && !p.borrowed && p.first > from && p.first < start) start = p.first;
      for (std::uint32_t t = start; t > from + 1; --t)
        if (view_.comma(t - 1) && !view_.quoted(t - 1)) return t - 1;
    }
    return end;
  }

  std::uint32_t end_of_content(std::uint32_t from) const {
    for (std::uint32_t t = from + 1; t + 1 < view_.end; ++t)
      if (view_.comma(t) && (w_.flags[t + 1] & (kAccordingTo | kCiting)) && !view_.quoted(t)) return t;
    for (std::uint32_t t = view_.end; t-- > from + 1;) {
      if (!cues_.is(t, kSays | kReports) || w_.upos(t) != Upos::VERB || t + 4 < view_.end) continue;
      if (name_at_[t - 1] == kNone) continue;
      const std::uint32_t first = w_.out.names[name_at_[t - 1]].at.first;
      std::uint32_t c = first;
      while (c > from && !view_.comma(c - 1) && first - c < 4) --c;
      if (c > from && view_.comma(c - 1)) return c - 1;
    }
    return view_.end;
  }

  // "told Al Jazeera that", "said in an interview with …": what is said hangs on the outlet too.
  void channel(std::uint32_t verb, Range cue) {
    if (!cues_.is(verb, kTells | kSays | kThinks)) return;
    std::uint32_t t = cue.last;
    while (t < view_.end && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADP) && t < cue.last + 2) ++t;
    if (t >= view_.end || name_at_[t] == kNone || w_.out.names[name_at_[t]].kind != NameKind::outlet) return;
    const NameMention& n = w_.out.names[name_at_[t]];
    if (n.at.first != t || (w_.upos(cue.last) == Upos::ADP && !(w_.flags[cue.last] & kIn))) return;
    Attribution a;
    a.sentence = view_.sentence;
    a.source = n.at.span;
    a.cue = view_.span(cue);
    a.content = view_.with_quotes(view_.trim({view_.begin, view_.end}));
    a.grade = SourceGrade::agency;
    a.name = name_at_[t];
    a.source_text = n.name.text;
    out_.push_back(std::move(a));
  }

  // ------------------------------------------------------------------------------------------------ nouns, adjectives

  bool in_cue(std::uint32_t t) const {
    const Span at = w_.story.span(t, t + 1);
    for (std::size_t i = from_; i < out_.size(); ++i)
      if (out_[i].cue.overlaps(at)) return true;
    return false;
  }

  // "Holm's claim that …", "his promise to …", "made the case for …".
  void nouns(std::uint32_t s) {
    const auto& groups = w_.syntax.noun_groups;
    auto g = std::lower_bound(groups.begin(), groups.end(), view_.begin, [](const NounGroup& n, std::uint32_t t) { return n.first < t; });
    for (; g != groups.end() && g->first < view_.end; ++g)
      for (std::uint32_t t = g->first; t < g->last && t < view_.end; ++t)
        if (cues_.is(t, kClaimNoun) && !view_.quoted(t) && !in_cue(t)) noun(*g, t, s);
  }

  void noun(const NounGroup& group, std::uint32_t t, std::uint32_t s) {
    const std::uint32_t next = t + 1;
    if (next >= view_.end) return;
    const bool that = (view_.flag(next) & kThat) && (w_.upos(next) == Upos::SCONJ || view_.tag(next) == Xpos::IN);
    const bool about = w_.upos(next) == Upos::ADP && !(view_.flag(next) & kAnd);
    if (!that && !view_.infinitive(next) && !about) return;
    Voiced voiced;
    Range cue{t, next};
    const Clause* carrier = nullptr;
    if (group.possessor_end != kNone && group.possessor_end <= t && group.possessor_end > group.first) {
      voiced.by = {group.first, group.possessor_end};
      while (voiced.by.last > voiced.by.first && w_.possessive(voiced.by.last - 1)) --voiced.by.last;
    } else if (view_.tag(group.first) == Xpos::PRPS && group.first < t) {
      voiced.by = {group.first, group.first + 1};
    } else if ((carrier = carried_by(t, s)) != nullptr) {
      voiced = voice_of(*carrier, false);
      cue.first = carrier->verb.first;
    }
    Range content = view_.trim({about ? next + 1 : next, noun_content_end(next, t)});
    if (voiced.by.empty()) {  // "criticism of the plan by Holm"
      for (std::uint32_t from = next; from < content.last && voiced.by.empty(); ++from) {
        if (!(view_.flag(from) & kClaimFrom)) continue;
        const Range by{from + 1, noun_phrase(from + 1, false)};
        if (by.empty() || (sources_.name_of(by, kNone) == kNone && !sources_.speaks(by, kNone))) continue;
        voiced.by = voiced.shown = by;
        voiced.head = kNone;
        if (from == next) {
          cue.last = next;
          content = view_.trim({by.last, content.last});
          if (content.empty() || !(that || view_.infinitive(content.first) || w_.upos(content.first) == Upos::ADP || (view_.flag(content.first) & kThat))) return;
        } else {
          content.last = from;
        }
      }
      if (voiced.by.empty()) return;
      carrier = nullptr;
    } else if (carrier == nullptr) {
      voiced.shown = voiced.by;
      voiced.head = voiced.by.last - 1;
      while (cue.first > voiced.by.last && cue.first - 1 > voiced.by.last && w_.upos(cue.first - 1) == Upos::ADJ) --cue.first;
    }
    if (about && content.first > next) cue.last = next + 1;
    if (!content.empty() && !said_already(content.first)) add(voiced, cue, content, !that);
  }

  // "said in a statement that …": the words have their cue.
  bool said_already(std::uint32_t t) const {
    const std::uint32_t at = w_.story.tokens[t].begin;
    for (std::size_t i = from_; i < out_.size(); ++i)
      if (out_[i].content.begin == at) return true;
    return false;
  }

  // The clause that has the noun as its object behind "made", "voiced", "raised".
  const Clause* carried_by(std::uint32_t t, std::uint32_t s) const {
    if (w_.syntax.clause_begin.empty()) return nullptr;
    for (std::uint32_t c = w_.syntax.clause_begin[s]; c < w_.syntax.clause_begin[s + 1]; ++c) {
      const Clause& k = w_.syntax.clauses[c];
      if (!k.has_verb() || k.verb.voice != Voice::active || !cues_.is(k.verb.head, kCarriesClaim) || k.verb.last > t) continue;
      for (const Part& p : k.parts)
        if (p.role == PartRole::object && p.head == t) return &k;
    }
    return nullptr;
  }

  // The end of what hangs on a noun: before the verb that the noun is the subject of, or a comma, or the sentence's end.
  std::uint32_t noun_content_end(std::uint32_t from, std::uint32_t noun) const {
    if (!w_.syntax.clause_begin.empty())
      for (std::uint32_t c = w_.syntax.clause_begin[view_.sentence]; c < w_.syntax.clause_begin[view_.sentence + 1]; ++c) {
        const Clause& k = w_.syntax.clauses[c];
        if (!k.has_verb() || k.verb.first <= from) continue;
        for (const Part& p : k.parts)
          if (p.role == PartRole::subject && !p.borrowed && p.head == noun) return k.verb.first;
      }
    std::uint32_t t = from;
    while (t < view_.end && !(view_.punct(t) && !view_.mark(t) && !w_.possessive(t)) ) ++t;
    return t;
  }

  // "Holm is sure that …", "eager to …", "critical of …".
  void adjective(const Clause& c) {
    if (!c.has_verb() || c.verb.voice != Voice::active || c.verb.head < view_.begin || c.verb.head >= view_.end || view_.quoted(c.verb.head)) return;
    for (const Part& p : c.parts) {
      if (p.role != PartRole::complement) continue;
      for (std::uint32_t t = std::max(p.first, c.verb.last); t < p.last && t < view_.end; ++t) {
        if (!cues_.is(t, kSure) || w_.upos(t) == Upos::NOUN) continue;
        const Voiced voiced = voice_of(c, false);
        if (voiced.by.empty() || voiced.shown.first >= c.verb.head) return;
        const Complement said = cues_.behind(view_, c.verb.head, t + 1, false);
        if (said.kind != Follows::clause && said.kind != Follows::infinitive && said.kind != Follows::phrase) return;
        put(c, voiced, {c.verb.first, t + 1}, {said.at, content_end(c, said.at)}, said.kind != Follows::clause || c.verb.negated);
        return;
      }
    }
  }

  // ------------------------------------------------------------------------------------------------ phrases

  // Reads what begins at t; gives the token to go on with.
  std::uint32_t phrase(std::uint32_t t) {
    const std::uint64_t f = w_.flags[t];
    if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return outlet_credit(name_at_[t], t);
    if (!(f & (kAccordingTo | kCiting | kOwnWords)) || view_.quoted(t)) return t + 1;
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
    while (from > view_.begin && w_.upos(from - 1) == Upos::DET) --from;
    const bool set_off = from > view_.begin + 2 && (view_.comma(from - 1) || view_.mark(from - 1));
    std::uint32_t verb = at.last;
    if (view_.flag(verb) & kOutletNoun) ++verb;
    if (!set_off || !(view_.flag(verb) & (kReport | kSay | kReportNoun)) || view_.quoted(t)) return at.last;
    if (verb + 1 < view_.end && !view_.punct(verb + 1)) return at.last;
    for (std::size_t i = from_; i < out_.size(); ++i) {
      const Attribution& a = out_[i];
      if (a.name == name && !a.content.empty()) return at.last;
    }
    const Range content = view_.trim({view_.begin, from});
    if (!content.empty()) add({{from, verb}, {from, verb}, t}, {verb, verb + 1}, content);
    return verb + 1;
  }

  void credit(std::uint32_t t, std::uint32_t cue_end) {
    const bool participle = w_.syntax.tokens[t].xpos == Xpos::VBG || (w_.flags[t] & kAccordingTo);
    if (!participle) return;
    const Range by = source_behind(cue_end);
    if (by.empty()) return;
    Attribution a = made({by, by, kNone}, {t, cue_end}, false);
    if (a.grade == SourceGrade::nobody) return;
    if (t <= view_.begin + 1 && by.last < view_.end && view_.punct(by.last)) {
      const Range content = view_.trim({by.last, view_.end});
      a.content = view_.with_quotes(content);
      a.quoted = view_.quote_in(content);
    } else {
      const Range before = view_.trim({view_.begin, t});
      const Range rest = view_.comma(by.last) ? view_.trim({by.last, view_.end}) : Range{};
      if (before.empty()) return after_fragment(std::move(a));
      a.content = view_.with_quotes(before);
      a.quoted = view_.quote_in(before);
      if (!rest.empty() && view_.comma(t - 1)) a.more_content.push_back(view_.span(rest));
      a.whole_paragraph = by.last + 2 >= view_.end && view_.last_of_block() && outlet_in(by);
    }
    out_.push_back(std::move(a));
  }

  // "…, Coast.fm reports. citing the Wire.": the credit got a sentence of its own and belongs to the one before.
  void after_fragment(Attribution a) {
    const std::uint32_t s = view_.sentence;
    if (s == 0 || w_.story.sentences[s - 1].block != w_.story.sentences[s].block) return;
    const Sentence& before = w_.story.sentences[s - 1];
    a.content = w_.story.span(before.first, before.last);
    out_.push_back(std::move(a));
  }

  // The noun phrase behind "according to": to a comma, a full stop, or a verb.
  Range source_behind(std::uint32_t t) const {
    Range r{t, t};
    while (r.last < view_.end) {
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
      const Range content = view_.trim({h.last, view_.end});
      if (!content.empty()) add({{p, p + 1}, {p, p + 1}, p}, {h.first, h.last}, content);
      return;
    }
  }

  // ------------------------------------------------------------------------------------------------ sources

  Attribution made(const Voiced& voiced, Range cue, bool attitude) const {
    Attribution a;
    a.sentence = view_.sentence;
    a.cue = view_.span(cue);
    a.attitude = attitude;
    if (voiced.by.empty()) {
      a.grade = SourceGrade::nobody;
      return a;
    }
    a.name = sources_.name_of(voiced.by, voiced.head);
    if (a.name == kNone) a.name = name_in_apposition(voiced.shown);
    a.grade = sources_.grade_of(voiced.by, a.name);
    if (a.name == kNone && !voiced.surely && !sources_.speaks(voiced.by, voiced.head)) a.grade = SourceGrade::nobody;
    a.source = view_.span(voiced.shown);
    a.pronoun = voiced.by.last == voiced.by.first + 1 && w_.upos(voiced.by.first) == Upos::PRON;
    a.source_text = a.name != kNone && !w_.out.names[a.name].pronoun ? w_.out.names[a.name].name.text
                                                                      : std::string(w_.story.words(view_.span(voiced.by)));
    return a;
  }

  // "the bank's chief executive, Ana Ruiz, "
  std::uint32_t name_in_apposition(Range shown) const {
    for (std::uint32_t t = shown.first + 1; t + 1 < shown.last; ++t) {
      if (!view_.comma(t)) continue;
      const std::uint32_t name = name_at_[t + 1];
      if (name == kNone || w_.out.names[name].kind != NameKind::person || w_.out.names[name].at.first != t + 1) return kNone;
      const std::uint32_t last = w_.out.names[name].at.last;
      return last >= shown.last || view_.comma(last) ? name : kNone;
    }
    return kNone;
  }

  void add(const Voiced& voiced, Range cue, Range content, bool attitude = false) {
    Attribution a = made(voiced, cue, attitude);
    if (a.grade == SourceGrade::nobody && !voiced.by.empty()) return;
    a.content = view_.with_quotes(content);
    a.quoted = view_.quote_in(content);
    a.whole_paragraph = a.grade == SourceGrade::agency && content.last <= cue.first && view_.last_of_block();
    out_.push_back(std::move(a));
  }

  // What one is said to want or to blame, and what one says of one's own thoughts, is part of what is said, no voice of its
  // own; and who judges without a name gives way to whoever has one.
  void drop_echoes() {
    const auto echo = [&](const Attribution& a) {
      for (std::size_t j = from_; j < out_.size() && out_.size() - from_ < kMostNested; ++j) {
        const Attribution& other = out_[j];
        if (&other == &a) continue;
        if (other.grade == SourceGrade::nobody) continue;
        if (a.grade == SourceGrade::nobody && (a.content.contains(other.cue) || other.content.contains(a.cue))) return true;
        if (!other.content.contains(a.cue) || !other.content.contains(a.source) || a.content.contains(other.cue)) continue;
        if (a.attitude || same_voice(a, other)) return true;
      }
      return false;
    };
    std::vector<Attribution> kept;
    for (std::size_t i = from_; i < out_.size(); ++i)
      if (!echo(out_[i])) kept.push_back(out_[i]);
    out_.resize(from_);
    for (Attribution& a : kept) out_.push_back(std::move(a));
  }

  bool same_voice(const Attribution& inner, const Attribution& outer) const {
    if (inner.name != kNone && outer.name != kNone) return w_.out.names[inner.name].entity == w_.out.names[outer.name].entity;
    return inner.name == kNone && inner.pronoun;
  }

  // What lies inside what another says is said through that one.
  void nest() {
    drop_echoes();
    for (std::size_t i = from_; i < out_.size(); ++i) {
      std::uint32_t best = kNone, size = kNone;
      for (std::size_t j = from_; j < out_.size() && out_.size() - from_ < kMostNested; ++j) {
        if (i == j || out_[j].attitude || !out_[j].content.contains(out_[i].cue) || !out_[j].content.contains(out_[i].source)) continue;
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
