// Offices and family ties in the text: how they are held, of what, and by whom. A standing belongs to the office it stands
// before: "former museum board head Voss" is no former board member.
#include <algorithm>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

struct Title {
  std::uint32_t first = 0, last = 0;        // whole: standing, body and "of …" included
  std::uint32_t core = 0, core_end = 0;     // the words of the office itself
  std::uint32_t outer = 0;                  // first, with article and possessor in front
  ListId list;
  std::string title;
  std::vector<std::string> body;
  std::uint64_t standing = 0;
  bool modified = false;                    // another office than the list's: deputy, "security chief"
  std::uint32_t holder = kNone;             // index into Work::found
  bool direct = false;                      // the holder stands right behind
  bool of_phrase = false;
  std::uint32_t owner = kNone;              // "Keane's special envoy": index into Work::found
};

class TitleReader {
 public:
  explicit TitleReader(Work& work) : w_(work) {}

  void read() {
    for (const Sentence& s : w_.story.sentences) {
      begin_ = s.first;
      end_ = s.last;
      const std::size_t before = titles_.size();
      for (std::uint32_t t = begin_; t < end_;)
        t = (w_.starts[t] & (kOffice | kRelation)) || w_.tables.joins_standing(w_.syntax.tokens[t]) ? at(t) : t + 1;
      share_holders(before);
    }
    for (const Title& title : titles_) emit(title);
  }

 private:
  Work& w_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::vector<Title> titles_;

  std::uint64_t flag(std::uint32_t t) const { return t < end_ ? w_.flags[t] : 0; }
  const Found* name(std::uint32_t t) const {
    return t < end_ && w_.name_of[t] != kNone ? &w_.found[w_.name_of[t]] : nullptr;
  }

  std::uint32_t at(std::uint32_t t) {
    const std::uint32_t hit = w_.hit(t, kOffice | kRelation);
    Title title;
    if (hit != kNone && w_.syntax.hits[hit].last <= end_ && w_.syntax.hits[hit].form != WordEntry::Form::word) {
      const WordHit& h = w_.syntax.hits[hit];
      const char initial = w_.tables.book[h.list].entries[h.entry].text.front();
      if (initial >= 'A' && initial <= 'Z' && !w_.capital[h.first]) return h.last;  // "9 pm" is no PM
      title.core = h.first;
      title.core_end = h.last;
      title.list = h.list;
      const Xpos tag = w_.syntax.tokens[h.head].xpos;
      if (tag == Xpos::NNS || tag == Xpos::NNPS || is_verb(h.head)) return h.last;
      for (std::uint32_t i = h.first; i < h.last; ++i) {
        if (i > h.first) title.title += ' ';
        title.title += w_.form(i);
      }
    } else if (!hyphenated(t, title)) {
      return t + 1;
    }
    if (inside_name(title)) return title.core_end;
    look_left(title);
    look_right(title);
    find_holder(title);
    titles_.push_back(std::move(title));
    return titles_.back().core_end;
  }

  bool is_verb(std::uint32_t t) const { return w_.upos(t) == Upos::VERB || w_.upos(t) == Upos::AUX; }

  bool inside_name(const Title& title) const {
    const Found* n = name(title.core);
    return n != nullptr && (n->first < title.core || n->last > title.core_end || n->sure);
  }

  // "ex-president", "then-mayor", "president-elect": one token, the standing joined by a hyphen.
  bool hyphenated(std::uint32_t t, Title& title) const {
    const std::string_view form = w_.form(t);
    if (!w_.tables.joins_standing(w_.syntax.tokens[t])) return false;
    const std::size_t front = form.find('-'), back = form.rfind('-');
    const auto office = [&](std::string_view word) {
      const auto it = w_.tables.office_phrases.find(std::string(word));
      if (it == w_.tables.office_phrases.end()) return false;
      title.list = it->second;
      title.title = std::string(word);
      return true;
    };
    title.core = t;
    title.core_end = t + 1;
    title.standing = w_.tables.standing_before(form);
    if (title.standing != 0) {
      if (office(form.substr(front + 1))) return true;
      // "ex-prime minister": the office goes on behind the hyphen.
      if (t + 1 < end_ && office(std::string(form.substr(front + 1)) + ' ' + std::string(w_.form(t + 1)))) {
        title.core_end = t + 2;
        return true;
      }
    }
    title.standing = w_.tables.standing_behind(form);
    return title.standing != 0 && office(form.substr(0, back));
  }

  // "the Oslo mayor" is none of Norway.
  bool of_town(const Title& title) const {
    if (!title.list.valid()) return false;
    const std::vector<Choice>& choices = w_.tables.office_choices[title.list.index()];
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& c) { return c.choice == w_.tables.city_office; });
  }

  void add_body(Title& title, const Found& n) const {
    std::string key;
    if (n.place != kNone) {
      const std::uint32_t government = of_town(title) ? kNone : w_.tables.government_of(n.place);
      key = w_.tables.place_key[government == kNone ? n.place : government];
    } else {
      key = name_key(w_.story.words(w_.story.span(n.first, n.last)));
    }
    if (std::find(title.body.begin(), title.body.end(), key) == title.body.end()) title.body.push_back(std::move(key));
  }

  void look_left(Title& title) const {
    std::uint32_t i = title.core;
    bool own_words = true;  // still within the words of the office
    while (i > begin_) {
      const std::uint32_t before = i - 1;
      if (!titles_.empty() && titles_.back().core >= begin_ && before < titles_.back().core_end) break;  // another title's
      const std::uint64_t f = w_.flags[before];
      const Found* n = name(before);
      if (w_.possessive(before)) {
        i = possessor(title, before);
        break;
      }
      if (n != nullptr) {
        if (n->kind == NameKind::person || n->last != i || (n->kind == NameKind::other && w_.upos(before) != Upos::PROPN)) break;
        add_body(title, *n);
        i = n->first;
        own_words = false;
        continue;
      }
      if (f & kStanding && !(f & kHonorific)) {
        title.standing = f & kStanding;
      } else if (f & kRank) {
        title.title.insert(0, std::string(w_.form(before)) + ' ');
        title.modified = true;
      } else if (f & kColour) {
        colour(title, before);
      } else if (w_.upos(before) == Upos::NOUN && own_words && !(f & (kCalendar | kSay))) {
        if (!(f & (kSpeakingBody | kBodyEpithet))) {
          title.title.insert(0, std::string(w_.form(before)) + ' ');
          title.modified = true;
        } else {
          own_words = false;  // "fire brigade spokesman": the rest names the body
        }
      } else if (w_.upos(before) == Upos::NOUN && !(f & (kCalendar | kSay)) && !own_words) {
        // more words of the body
      } else if (w_.upos(before) != Upos::ADJ || w_.syntax.tokens[before].xpos == Xpos::JJS) {
        break;
      }
      i = before;
    }
    title.first = i;
    title.outer = i;
    if (i > begin_ && (w_.upos(i - 1) == Upos::DET || w_.syntax.tokens[i - 1].xpos == Xpos::PRPS)) title.outer = i - 1;
  }

  // "top US diplomat" is a "top diplomat".
  void colour(Title& title, std::uint32_t at) const {
    const auto it = w_.tables.office_phrases.find(std::string(w_.form(at)) + ' ' + title.title);
    if (it == w_.tables.office_phrases.end()) return;
    title.list = it->second;
    title.title = it->first;
  }

  // "Ukraine's president", "Keane's special envoy", "the bank's chief executive": the possessor's own words are not the office's.
  std::uint32_t possessor(Title& title, std::uint32_t mark) const {
    const Found* n = mark > begin_ ? name(mark - 1) : nullptr;
    if (n == nullptr) return mark + 1;
    add_body(title, *n);
    if (n->kind == NameKind::person) title.owner = index(n);
    return n->kind == NameKind::person ? mark + 1 : n->first;
  }

  void look_right(Title& title) const {
    std::uint32_t e = title.core_end;
    if (e < end_ && (flag(e) & kIncoming)) {  // "president elect"
      title.standing = flag(e) & kStanding;
      ++e;
    }
    title.last = e;
    if (!(flag(e) & (kOf | kIn))) return;
    std::uint32_t t = e + 1;
    while (t < end_ && t < e + 3 && (w_.upos(t) == Upos::DET || (w_.upos(t) == Upos::ADJ && name(t) == nullptr))) ++t;
    const Found* n = name(t);
    if (n == nullptr) {
      common_body(title, e, t);
      return;
    }
    if (n->kind == NameKind::person && n->sure) return;
    std::uint32_t last = n->last;
    std::vector<const Found*> parts{n};
    while (const Found* more = next_part(last)) {
      parts.push_back(more);
      last = more->last;
    }
    if (const std::uint32_t office = w_.hit(last, kOffice); office != kNone)  // "son-in-law of US president Anna Lund" is Lund's
      if (const Found* whose = name(w_.syntax.hits[office].last); may_hold(whose) && whose->first == w_.syntax.hits[office].last) {
        add_body(title, *whose);
        title.owner = index(whose);
        title.last = whose->last;
        title.of_phrase = true;
        return;
      }
    const bool noun_behind = last < end_ && parts.back()->demonym && w_.upos(last) == Upos::NOUN;
    for (const Found* part : parts) add_body(title, *part);
    if (noun_behind) {
      title.body.push_back(std::string(w_.syntax.tokens[last].base));
      ++last;
    }
    title.last = last;
    title.of_phrase = true;
  }

  // "Ukraine's National Security Council", "US Federal Reserve": the names that go on the body.
  const Found* next_part(std::uint32_t last) const {
    if (w_.possessive(last)) {
      const Found* n = name(last + 1);
      return n != nullptr && n->kind != NameKind::person ? n : nullptr;
    }
    const Found* n = name(last);
    const Found* before = name(last - 1);
    return n != nullptr && before->place != kNone && n->kind == NameKind::organization ? n : nullptr;
  }

  // "head of the delegation": the body is a common noun.
  void common_body(Title& title, std::uint32_t of, std::uint32_t t) const {
    if (!(flag(of) & kOf) || t >= end_ || (flag(t) & kCalendar)) return;  // "mayor on Monday" is no office of Monday
    const auto group = std::lower_bound(w_.syntax.noun_groups.begin(), w_.syntax.noun_groups.end(), t,
                                        [](const NounGroup& g, std::uint32_t at) { return g.last <= at; });
    if (group == w_.syntax.noun_groups.end() || group->first > t || group->pronoun || group->head < t) return;
    if (group->last - t > 6 || w_.hit(group->head, kOffice) != kNone) return;
    title.body.push_back(std::string(w_.syntax.tokens[group->head].base));
    title.last = group->head + 1;
    title.of_phrase = true;
  }

  bool may_hold(const Found* n) const {
    return n != nullptr && !n->demonym && n->place == kNone &&
           (n->kind == NameKind::person || (n->kind == NameKind::other && w_.capital[n->first]));
  }

  std::uint32_t index(const Found* n) const { return static_cast<std::uint32_t>(n - w_.found.data()); }

  void find_holder(Title& title) const {
    std::uint32_t behind = title.last;
    while (behind < end_ && behind < title.last + 2 && (flag(behind) & kHonorific)) ++behind;
    const Found* n = name(behind);
    if (may_hold(n) && n->first == behind) {
      title.holder = index(n);
      title.direct = true;
      return;
    }
    if (const Found* left = holder_before(title)) {
      title.holder = index(left);
      return;
    }
    if (!w_.is(title.last, ",") || (title.outer == title.first && !title.of_phrase && title.body.empty())) return;
    const Found* right = name(title.last + 1);
    if (!may_hold(right) || right->first != title.last + 1) return;
    const bool led = title.outer != title.first || (!title.of_phrase && !title.body.empty());  // "the minister", "Norway's minister"
    if (right->kind != NameKind::person && (right->last - right->first < 2 || !led)) return;
    const bool closed = right->last >= end_ || w_.upos(right->last) == Upos::PUNCT || right->last - right->first >= 2;
    if (closed) title.holder = index(right);
  }

  // "Brandt, secretary of …", "Keane is the mayor", "Keane, who is mayor".
  const Found* holder_before(const Title& title) const {
    std::uint32_t t = title.outer;
    if (t > begin_ && w_.possessive(t - 1)) {  // behind the possessor: "Reyes, Keane's son-in-law"
      const Found* owner = t >= begin_ + 2 ? name(t - 2) : nullptr;
      if (owner == nullptr) return nullptr;
      t = owner->first;
      while (t > begin_ && (name(t - 1) != nullptr || w_.hit(t - 1, kOffice) != kNone || w_.upos(t - 1) == Upos::PROPN)) --t;
    }
    if (t <= begin_) return nullptr;
    if (w_.is(t - 1, ",")) {
      const Found* n = t >= begin_ + 2 ? name(t - 2) : nullptr;
      if (!may_hold(n) || n->last != t - 1) return nullptr;
      const bool ends = title.last >= end_ || w_.upos(title.last) == Upos::PUNCT || (flag(title.last) & (kAnd | kWho | kIn | kOf));
      return ends ? n : nullptr;
    }
    if (flag(t - 1) & kBe) {
      std::uint32_t s = t - 1;
      if (s > begin_ && (flag(s - 1) & kWho)) {
        --s;
        if (s > begin_ && w_.is(s - 1, ",")) --s;
      }
      const Found* n = s > begin_ ? name(s - 1) : nullptr;
      return may_hold(n) && n->last == s ? n : nullptr;
    }
    return nullptr;
  }

  // "chairman and chief executive Ana Ruiz", "police spokesman Captain Ruiz": both are hers.
  void share_holders(std::size_t from) {
    for (std::size_t i = titles_.size(); i-- > from + 1;) {
      Title& left = titles_[i - 1];
      const Title& right = titles_[i];
      if (left.holder != kNone || right.holder == kNone || !right.direct) continue;
      if (((flag(left.last) & kAnd) && right.first == left.last + 1) || right.first == left.last) {
        left.holder = right.holder;
        left.direct = true;
      }
    }
  }

  void emit(const Title& title) {
    const std::vector<Choice>& choices = w_.tables.office_choices[title.list.index()];
    const bool as = title.outer > 0 && (w_.flags[title.outer - 1] & kAs);
    if (title.holder == kNone && title.body.empty() && title.standing == 0 && choices.empty() && !as) return;
    TitleMention m;
    m.at = w_.place(title.first, title.last);
    m.office.title = title.title;
    m.office.body = title.body;
    if (!title.modified) m.office.choices = choices;
    if (title.standing != 0) m.office.standing = w_.tables.standing_of(title.standing);
    if (title.holder != kNone) {
      m.person = title.holder;
      Found& n = w_.found[title.holder];
      n.kind = NameKind::person;
      n.sure = true;
      const std::uint64_t nouns = w_.flags[title.core_end - 1];
      if (n.gender == 0 && (nouns & (kFemaleNoun | kMaleNoun))) n.gender = nouns & kFemaleNoun ? 'f' : 'm';
    }
    w_.out.titles.push_back(std::move(m));
    w_.owner.push_back(title.owner);
  }
};

}  // namespace

void find_titles(Work& work) { TitleReader(work).read(); }

}  // namespace crosscheck::people
