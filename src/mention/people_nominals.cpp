// Things that a story speaks of by common nouns: "a Norwegian delegation … the negotiators … the delegation", "a fire … the
// blaze". Which nouns may name one thing the lists chain-… tell; what a noun group adds ("Norwegian", "Holm's", "original")
// must not set the two apart.
#include <algorithm>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

constexpr std::size_t kMostChains = 12;  // of one sort that are looked back over

struct Said {
  bool definite = false, pointing = false, indefinite = false;
  std::uint32_t land = kNone;    // outermost place of a demonym or a place's name in the group
  std::uint32_t person = kNone;  // entity of a person's name in it
  std::uint8_t stage = 0;        // 1 "original", 2 "revised"
};

struct Chain {
  std::uint32_t thing = 0;
  std::uint8_t sort = 0;
  Said said;
  std::size_t members = 0;
};

class Nominals {
 public:
  explicit Nominals(Work& work) : w_(work) {}

  void find() {
    if (w_.thing_hits.empty()) return;
    std::vector<std::uint8_t> sort(w_.flags.size(), 0), stage(w_.flags.size(), 0);
    for (const std::uint32_t h : w_.thing_hits) {
      const WordHit& hit = w_.syntax.hits[h];
      const ListMeaning& list = w_.tables.meaning(hit.list);
      if (list.chain != 0 && hit.form == WordEntry::Form::noun) sort[hit.head] = list.chain;
      if (list.stage != 0) stage[hit.first] = list.stage;
    }
    name_at_.assign(w_.flags.size(), kNone);
    for (std::uint32_t i = 0; i < w_.out.names.size(); ++i)
      for (std::uint32_t t = w_.out.names[i].at.first; t < w_.out.names[i].at.last; ++t) name_at_[t] = i;
    for (const NounGroup& group : w_.syntax.noun_groups) {
      const std::uint32_t head = group.head;
      if (group.pronoun || head == kNone || head >= sort.size() || sort[head] == 0 || name_at_[head] != kNone) continue;
      Said said = read(group, stage);
      put(group, sort[head], said);
    }
    drop_loose();
  }

 private:
  Work& w_;
  std::vector<std::uint32_t> name_at_;
  std::vector<Chain> chains_;

  Said read(const NounGroup& group, const std::vector<std::uint8_t>& stage) const {
    Said said;
    const std::uint32_t first = group.first;
    const Xpos tag = w_.syntax.tokens[first].xpos;
    const bool the = w_.tables.is_definite(w_.form(first));
    said.definite = the || tag == Xpos::PRPS || (group.possessor_end != kNone && group.possessor_end <= group.head);
    said.pointing = !the && tag == Xpos::DT && w_.tables.is_pointing(w_.form(first));
    said.indefinite = tag == Xpos::DT && !the && !said.pointing;
    for (std::uint32_t t = first; t < group.head; ++t) {
      said.stage = std::max(said.stage, stage[t]);
      if (std::uint32_t place = w_.name_of[t] != kNone ? w_.found[w_.name_of[t]].place : place_joined(t); place != kNone) {
        while (w_.tables.outer[place] != kNone) place = w_.tables.outer[place];
        said.land = place;
      }
      if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::person && !w_.out.names[name_at_[t]].pronoun) said.person = w_.out.names[name_at_[t]].entity;
    }
    return said;
  }

  // "Oslo-backed", "Norway-Sweden": the place that the first half of the word names; kNone.
  std::uint32_t place_joined(std::uint32_t t) const {
    const std::string_view form = w_.form(t);
    const std::size_t hyphen = form.find('-');
    if (w_.capital[t] == 0 || hyphen == std::string_view::npos || hyphen + 1 >= form.size()) return kNone;
    for (const PlaceForm& place : w_.tables.places(form.substr(0, hyphen)))
      if (place.words.size() == hyphen && hyphen > 2) return place.places.front();
    return kNone;
  }

  // Whether what is said of the thing lets it be that of the chain.
  static bool fits(const Chain& chain, const Said& said, bool told) {
    if (said.pointing) return true;
    if (!chain.said.definite && !chain.said.indefinite && chain.said.land == kNone && chain.said.person == kNone) return false;  // "years of conflict"
    if (said.land != kNone && chain.said.land != kNone && said.land != chain.said.land) return false;
    if (said.person != kNone && chain.said.person != kNone && said.person != chain.said.person) return false;
    if (said.stage != chain.said.stage && (said.stage != 0 || chain.said.stage == 1)) return false;
    const bool alike = (said.land != kNone && said.land == chain.said.land) || (said.person != kNone && said.person == chain.said.person);
    return alike || !told || (chain.said.land == kNone && chain.said.person == kNone && chain.said.definite);
  }

  void put(const NounGroup& group, std::uint8_t sort, const Said& said) {
    const bool told = said.land != kNone || said.person != kNone;
    Chain* best = nullptr;
    if (!said.indefinite && (said.definite || said.pointing || told))
      for (std::size_t k = chains_.size(), looked = 0; k-- > 0 && looked < kMostChains && best == nullptr;) {
        if (chains_[k].sort != sort) continue;
        ++looked;
        if (fits(chains_[k], said, told)) best = &chains_[k];
      }
    if (best == nullptr) {
      chains_.push_back({static_cast<std::uint32_t>(chains_.size()), sort, said, 0});
      best = &chains_.back();
    }
    if (best->said.land == kNone) best->said.land = said.land;
    if (best->said.person == kNone) best->said.person = said.person;
    if (best->said.stage == 0) best->said.stage = said.stage;
    best->said.definite = best->said.definite || said.definite;
    ++best->members;
    NominalMention m;
    m.at = w_.place(first_of(group), group.head + 1);
    m.thing = best->thing;
    m.people = w_.syntax.tokens[group.head].noun_class == NounClass::group || w_.syntax.tokens[group.head].noun_class == NounClass::person;
    w_.out.nominals.push_back(std::move(m));
  }

  // "former president Ada Holm's plan": from the name on, as names stand without their titles.
  std::uint32_t first_of(const NounGroup& group) const {
    const bool verb = w_.upos(group.first) == Upos::NOUN && w_.capital[group.first] == 0 && group.first + 1 < group.head && w_.capital[group.first + 1] != 0;
    if (verb) return group.first + 1;  // "to end Norway-Sweden war": a noun to the tagger
    if (group.possessor_end == kNone || group.possessor_end < group.first + 2 || group.possessor_end > group.head) return group.first;
    const std::uint32_t name = name_at_[group.possessor_end - 2];
    return name != kNone && w_.out.names[name].at.last + 1 == group.possessor_end ? std::max(group.first, w_.out.names[name].at.first) : group.first;
  }

  // A noun said once, of which nothing is told, is no thing to speak of again; numbers close up.
  void drop_loose() {
    std::vector<std::uint32_t> number(chains_.size(), kNone);
    std::uint32_t next = 0;
    for (const Chain& chain : chains_)
      if (chain.members > 1 || chain.said.land != kNone || chain.said.person != kNone) number[chain.thing] = next++;
    std::erase_if(w_.out.nominals, [&](const NominalMention& m) { return number[m.thing] == kNone; });
    for (NominalMention& m : w_.out.nominals) m.thing = number[m.thing];
  }
};

}  // namespace

void find_nominals(Work& work) { Nominals(work).find(); }

}  // namespace crosscheck::people
