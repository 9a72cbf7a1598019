// Which place a name means: the text says where it lies ("Marlow Beach, Oregon", "the Norwegian town of Hamar"), or names what
// lies in one of several places of that name; where it does neither, the name alone is left, which is compared with little.
#include <algorithm>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

constexpr std::size_t kLongestChain = 8;  // links: "the A district of the B district of …" stays linear
constexpr std::uint32_t kReach = 10;  // tokens between a place and what it lies in
constexpr std::string_view kSettlementKind = "city";

class PlaceSettler {
 public:
  explicit PlaceSettler(Work& work) : w_(work), lies_in_(work.found.size(), kNone), noun_(work.found.size(), 0) {}

  void settle() {
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) find_container(i);
    choose_told();
    choose_by_story();
    for (std::uint32_t i = static_cast<std::uint32_t>(w_.found.size()); i-- > 0;) write(i);
    spread();
  }

 private:
  Work& w_;
  std::vector<std::uint32_t> lies_in_;  // parallel to found: index into found of what it is said to lie in; kNone
  std::vector<std::uint64_t> noun_;     // parallel: flags of the noun that says what it is ("a town in"); 0
  std::vector<bool> told_;              // parallel: the text has told which of several places it is

  const Tables& tables() const { return w_.tables; }
  bool several(const Found& f) const { return f.form != nullptr && f.form->places.size() > 1; }
  bool is_place(const Found& f) const { return f.kind == NameKind::place && !f.demonym; }
  bool area(const Found& f) const {
    if (!is_place(f)) return false;
    if (f.form == nullptr) return f.place == kNone || tables().is_area(f.place);
    return std::any_of(f.form->places.begin(), f.form->places.end(), [&](std::uint32_t p) { return tables().is_area(p); });
  }
  // Some reading of `inner` lies in some reading of `outer`.
  bool fits(const Found& inner, const Found& outer) const {
    return inner.form != nullptr && outer.form != nullptr &&
           std::any_of(inner.form->places.begin(), inner.form->places.end(), [&](std::uint32_t p) {
             return std::any_of(outer.form->places.begin(), outer.form->places.end(),
                                [&](std::uint32_t q) { return tables().lies_in(p, q); });
           });
  }
  bool may_be_place(const Found& f) const {
    return !f.demonym && (f.kind == NameKind::place || (f.kind == NameKind::other && !f.sure && !f.honorific));
  }
  bool located(const Found& f) const { return f.first > 0 && (w_.flag(f.first - 1) & kIn); }
  std::uint32_t end_of(const Found& f) const { return w_.story.sentences[f.sentence].last; }

  void find_container(std::uint32_t i) {
    const Found& f = w_.found[i];
    if (!may_be_place(f)) return;
    if (!look_ahead(i)) look_back(i);
  }

  // "Marlow Beach, Oregon", "Umm Qasr, in southern Iraq", "Hamar, a town in Norway", "Derby in England".
  bool look_ahead(std::uint32_t i) {
    const Found& inner = w_.found[i];
    const bool comma = w_.is(inner.last, ",");
    if (!comma && !(w_.flag(inner.last) & kLiesIn)) return false;
    std::uint64_t noun = 0, link = 0;
    std::uint32_t people = kNone;
    bool other_noun = false;
    for (std::uint32_t t = inner.last + (comma ? 1 : 0), k = 0; t < end_of(inner) && k < kReach; ++k) {
      if (const std::uint32_t n = w_.name_of[t]; n != kNone && w_.found[n].first == t) {
        std::uint32_t outer = n;
        if (w_.found[n].demonym) {
          people = n;
          t = w_.found[n].last;
          continue;
        }
        const std::uint32_t next = w_.found[n].last + 1;  // "in Iraq's Basra province"
        if (w_.possessive(next - 1) && next < end_of(inner) && w_.name_of[next] != kNone && is_place(w_.found[w_.name_of[next]]))
          outer = w_.name_of[next];
        return !other_noun && accept(i, outer, comma, noun, link);
      }
      const std::uint64_t f = w_.flag(t);
      const Upos tag = w_.upos(t);
      if (tag == Upos::ADP) {
        if (!(f & kLiesIn) || other_noun) break;
        link = f;
      } else if (f & (kSettlement | kPlaceNoun)) {
        noun = f;
        other_noun = false;
      } else if (tag == Upos::NOUN || tag == Upos::PROPN) {
        other_noun = (f & kPart) == 0 || link == 0;  // "in the north of Norway"
      } else if (tag != Upos::DET && tag != Upos::ADJ) {
        break;
      }
      ++t;
    }
    if (people == kNone || !comma || (noun & kSettlement) == 0 || other_noun || link != 0) return false;
    return contain(i, people, noun);  // "Hamar, a Norwegian town"
  }

  bool accept(std::uint32_t i, std::uint32_t outer_index, bool comma, std::uint64_t noun, std::uint64_t link) {
    const Found &inner = w_.found[i], &outer = w_.found[outer_index];
    if (!is_place(outer)) return false;
    if (fits(inner, outer)) return contain(i, outer_index, noun);
    if (!comma && noun == 0 && (w_.flag(inner.last - 1) & kArea)) return contain(i, outer_index, noun);
    if (!comma || (noun != 0 && link == 0)) return false;
    if (noun != 0) return contain(i, outer_index, noun);
    if (!area(outer) || !(located(inner) || inner.kind == NameKind::place)) return false;
    const bool country = inner.place != kNone && tables().is_area(inner.place) && tables().outer[inner.place] == kNone;
    if (country && (link != 0 || !inside_country(outer))) return false;  // "Lebanon, Tennessee"
    return (!ends_list(outer) || (inner.place == kNone && link != 0)) && contain(i, outer_index, noun);
  }

  // A state, a province: some place that is neither a country nor outside all.
  bool inside_country(const Found& f) const {
    return f.place == kNone || tables().outer[f.place] != kNone ||
           (several(f) && std::any_of(f.form->places.begin(), f.form->places.end(), [&](std::uint32_t p) { return tables().outer[p] != kNone; }));
  }

  // "in Bergen, Norway and Sweden", "in Oslo, Malta, and Rome": places side by side; "in Ashmere, Florida, and Rome" are two.
  bool ends_list(const Found& outer) const {
    const std::uint32_t end = end_of(outer);
    std::uint32_t t = outer.last;
    const bool comma = t < end && w_.is(t, ",");
    if (comma) ++t;
    if (t >= end) return false;
    const bool joined = w_.upos(t) == Upos::CCONJ;
    if (joined) ++t;
    const std::uint32_t n = t < end ? w_.name_of[t] : kNone;
    if (n == kNone || w_.found[n].first != t) return !comma && !joined && (w_.upos(t) == Upos::NOUN || w_.upos(t) == Upos::PROPN);
    return !comma || (is_place(w_.found[n]) && !fits(outer, w_.found[n]) && !(joined && inside_country(outer)));
  }

  // "the Norwegian town of Hamar", "the Leeds suburb of Ashford", "Iraq's Basra province".
  void look_back(std::uint32_t i) {
    Found& inner = w_.found[i];
    const std::uint32_t begin = w_.story.sentences[inner.sentence].first;
    std::uint32_t t = inner.first;
    if (t <= begin) return;
    if (w_.possessive(t - 1)) {
      const std::uint32_t n = t - 1 > begin ? w_.name_of[t - 2] : kNone;
      if (n != kNone && is_place(inner) && is_place(w_.found[n]) && (inner.place == kNone || fits(inner, w_.found[n])))
        contain(i, n, 0);
      return;
    }
    --t;
    const bool of = (w_.flag(t) & kLiesIn) != 0;
    if (of && t > begin) --t;
    const std::uint64_t noun = w_.capital[t] ? 0 : w_.flag(t);
    if (!(noun & (of ? kSettlement | kPlaceNoun : kSettlement)) || w_.name_of[t] != kNone || (!of && w_.upos(t) != Upos::NOUN)) return;
    if (of && (noun & kSettlement)) {
      inner.kind = NameKind::place;
      noun_[i] = noun;
    }
    for (std::uint32_t k = 0; t > begin && k < kReach; ++k) {
      --t;
      if (const std::uint32_t n = w_.name_of[t]; n != kNone) {
        const Found& outer = w_.found[n];
        const bool whole = inner.place == kNone || tables().outer[inner.place] != kNone || fits(inner, outer);
        if ((outer.demonym || is_place(outer)) && whole) contain(i, n, noun);
        return;
      }
      const Upos tag = w_.upos(t);
      if (tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::PROPN && !w_.possessive(t)) return;
    }
  }

  bool contain(std::uint32_t i, std::uint32_t outer, std::uint64_t noun) {
    if (i == outer) return false;
    Found& inner = w_.found[i];
    inner.kind = NameKind::place;
    lies_in_[i] = outer;
    noun_[i] |= noun;
    return true;
  }

  // Of several places of one name the one that lies where the text says.
  void choose_told() {
    told_.assign(w_.found.size(), false);
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      if (lies_in_[i] == kNone) continue;
      Found &inner = w_.found[i], &outer = w_.found[lies_in_[i]];
      if (!fits(inner, outer)) continue;
      for (const std::uint32_t p : inner.form->places)
        for (const std::uint32_t q : outer.form->places) {
          if (told_[i] || !tables().lies_in(p, q)) continue;
          inner.place = p;
          outer.place = q;
          told_[i] = told_[lies_in_[i]] = true;
        }
    }
  }

  // What the rest of the story names tells which of several places is meant; one name means one place in one story.
  void choose_by_story() {
    std::vector<const PlaceForm*> open;
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      const Found& f = w_.found[i];
      if (several(f) && !told_[i] && std::find(open.begin(), open.end(), f.form) == open.end()) open.push_back(f.form);
    }
    if (open.empty()) return;
    std::vector<std::uint32_t> named;  // without doubt
    for (std::uint32_t i = 0; i < w_.found.size(); ++i)
      if (w_.found[i].place != kNone && (told_[i] || !several(w_.found[i]))) named.push_back(w_.found[i].place);
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (const PlaceForm* form : open) {
      const std::uint32_t place = choose(*form, named);
      for (std::uint32_t i = 0; i < w_.found.size(); ++i)
        if (w_.found[i].form == form && !told_[i]) w_.found[i].place = place;
    }
  }

  // kNone: the story does not tell. Something inside a place, or the land around it, tells; a country that a city lies in
  // tells only where no other country of the kind is named.
  std::uint32_t choose(const PlaceForm& form, const std::vector<std::uint32_t>& named) const {
    std::uint32_t strong = kNone, weak = kNone;
    bool strong_many = false, weak_many = false;
    for (const std::uint32_t p : form.places) {
      const std::uint32_t around = tables().outer[p];
      bool inside = false, land = false, country = false;
      for (const std::uint32_t n : named) {
        inside |= tables().lies_in(n, p);
        if (around == kNone || !tables().lies_in(p, n)) continue;
        (tables().outer[n] == kNone ? country : land) = true;
      }
      if (inside || land) {
        strong_many |= strong != kNone;
        strong = p;
      } else if (country && !tables().is_area(p)) {
        weak_many |= weak != kNone;
        weak = p;
      }
    }
    if (strong != kNone && !strong_many) return strong;
    if (strong == kNone && weak != kNone && !weak_many) return weak;
    for (const std::uint32_t p : form.places)  // New York is in New York: the wider holds both
      if (std::all_of(form.places.begin(), form.places.end(), [&](std::uint32_t q) { return tables().lies_in(q, p); })) return p;
    return kNone;
  }

  Place resolved(const Found& f) const { return f.place != kNone ? tables().chain(f.place) : f.told; }

  // Itself and what it lies in, where the rules do not know it as that.
  void write(std::uint32_t i) {
    Found& f = w_.found[i];
    if (!is_place(f)) return;
    if (several(f) && f.place == kNone && lies_in_[i] == kNone) {
      f.told = shared(*f.form);
      return;
    }
    if (f.centre != kNone && tables().outer[f.centre] != kNone) {
      f.told = tables().chain(tables().outer[f.centre]);
      f.told.chain.insert(f.told.chain.begin(), key(f));
      f.told.kinds.insert(f.told.kinds.begin(), std::string(kOverlappingKind));
      return;
    }
    const std::uint32_t outer = lies_in_[i];
    if (f.place != kNone && (outer == kNone || told_[i] || fits(f, w_.found[outer]))) return;
    const Place around = outer == kNone ? Place() : resolved(w_.found[outer]);
    if (f.place != kNone && (around.chain.empty() || tables().place_key[f.place] == around.chain.front())) return;
    f.place = kNone;
    f.told.chain = {key(f)};
    const bool area = w_.flag(f.last - 1) & kArea;
    f.told.kinds = {std::string(area ? kOverlappingKind : noun_[i] & kSettlement ? kSettlementKind : std::string_view())};
    f.told.chain.insert(f.told.chain.end(), around.chain.begin(), around.chain.end());
    f.told.kinds.insert(f.told.kinds.end(), around.kinds.begin(), around.kinds.end());
    f.told.chain.resize(std::min(f.told.chain.size(), kLongestChain));
    f.told.kinds.resize(f.told.chain.size());
  }

  std::string key(const Found& f) const {
    std::string words;
    for (std::uint32_t t = f.first; t < f.last; ++t) {
      if (t > f.first && w_.story.tokens[t].begin > w_.story.tokens[t - 1].end) words += ' ';
      words += w_.text(t);
    }
    return name_key(words);
  }

  // What all places of the name have in common: "Springfield" is in the United States.
  Place shared(const PlaceForm& form) const {
    Place common;
    for (const std::uint32_t p : form.places) {
      const Place chain = tables().chain(p);
      if (p == form.places.front()) common = chain;
      std::size_t tail = 0;
      while (tail + 1 < common.chain.size() && tail + 1 < chain.chain.size() &&
             common.chain[common.chain.size() - 1 - tail] == chain.chain[chain.chain.size() - 1 - tail] &&
             common.kinds[common.kinds.size() - 1 - tail] == chain.kinds[chain.kinds.size() - 1 - tail])
        ++tail;
      common.chain.erase(common.chain.begin() + 1, common.chain.end() - static_cast<std::ptrdiff_t>(tail));
      common.kinds.erase(common.kinds.begin() + 1, common.kinds.end() - static_cast<std::ptrdiff_t>(tail));
    }
    common.kinds.front() = kOverlappingKind;
    return common;
  }

  // One name means one place in one story: what was explained once holds where the name stands alone. Two explanations, or one
  // against a place that everybody knows and whose country the story names, leave the name alone.
  void spread() {
    std::unordered_map<std::string, std::uint32_t> explained;
    std::unordered_map<std::uint32_t, bool> first_words;
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      const Found& f = w_.found[i];
      if (f.told.chain.size() < 2 || lies_in_[i] == kNone) continue;
      const auto [it, fresh] = explained.try_emplace(key(f), i);
      if (!fresh && it->second != kNone && w_.found[it->second].told.chain != f.told.chain) it->second = kNone;
      first_words.emplace(w_.syntax.tokens[f.first].word, true);
    }
    if (explained.empty()) return;
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      Found& f = w_.found[i];
      if (lies_in_[i] != kNone || !may_be_place(f) || first_words.count(w_.syntax.tokens[f.first].word) == 0) continue;
      const auto it = explained.find(key(f));
      if (it == explained.end()) continue;
      f.kind = NameKind::place;
      f.place = kNone;
      f.told = it->second == kNone ? Place{{it->first}, {std::string(kOverlappingKind)}} : w_.found[it->second].told;
    }
  }
};

}  // namespace

void settle_places(Work& work) { PlaceSettler(work).settle(); }

}  // namespace crosscheck::people
