// Which names of one story mean the same: full names, surnames, acronyms, pronouns, "the top US diplomat". Two people of one
// surname stay two; what is not sure stays apart or is not resolved at all.
#include <algorithm>
#include <deque>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

constexpr std::size_t kFewest = 12;  // candidates looked at for one name: keeps huge stories linear

struct Person {
  std::uint32_t entity = kNone;
  std::string first;
  char gender = 0;
  std::uint32_t last_token = 0;  // where it was mentioned last
};

class Joiner {
 public:
  explicit Joiner(Work& work) : w_(work), entity_of_(work.found.size(), kNone), written_(work.found.size()) {}

  void join() {
    for (std::uint32_t i = 0; i < w_.found.size(); ++i)
      if (!w_.found[i].demonym) {
        written_[i].text = joined(w_.found[i]);
        written_[i].key = name_key(written_[i].text);
      }
    learn_acronyms();
    for (std::uint32_t i = 0; i < w_.found.size(); ++i)
      if (full_person(i)) entity_of_[i] = full_name(i);
    for (std::uint32_t i = 0; i < w_.found.size(); ++i)
      if (entity_of_[i] == kNone && !w_.found[i].demonym) entity_of_[i] = entity(i);
    write_names();
    point_titles();
    find_pronouns();
    find_epithets();
    sort_names();
  }

 private:
  Work& w_;
  std::vector<std::uint32_t> entity_of_;                      // parallel to found
  std::vector<Name> written_;                                 // parallel to found, until the names are written; of no demonym
  std::vector<std::uint32_t> name_index_;                     // parallel to found: index into out.names
  std::unordered_map<std::string, std::vector<Person>> surnames_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> given_;
  std::unordered_map<std::string, std::uint32_t> bodies_, places_, acronyms_, first_words_, last_words_;
  std::unordered_map<std::uint32_t, std::uint32_t> known_places_;  // by index into Rulebook::places

  std::string_view text(const Found& f) const { return w_.story.words(w_.story.span(f.first, f.last)); }

  std::string joined(const Found& f) const {  // as written, line breaks and double blanks gone
    std::string out;
    for (std::uint32_t t = f.first; t < f.last; ++t) {
      if (t > f.first && w_.story.tokens[t].begin > w_.story.tokens[t - 1].end) out += ' ';
      out += w_.text(t);
    }
    return out;
  }

  std::uint32_t last_word(const Found& f) const {
    std::uint32_t e = f.last;
    while (e > f.first + 1 && (w_.flags[e - 1] & kNameSuffix)) --e;
    return e - 1;
  }

  // "al-Assad" and "Assad" are one surname.
  std::string surname(std::uint32_t i) const {
    const Found& f = w_.found[i];
    std::string key = f.last == f.first + 1 ? written_[i].key : name_key(w_.text(last_word(f)));
    const std::size_t hyphen = key.find('-');
    if (hyphen != std::string::npos && hyphen <= 2 && hyphen + 3 < key.size()) key.erase(0, hyphen + 1);
    return key;
  }

  bool full_person(std::uint32_t i) const {
    const Found& f = w_.found[i];
    return f.kind == NameKind::person && last_word(f) > f.first;
  }

  std::uint32_t make(std::uint32_t i, const std::string& key) {
    StoryEntity& e = w_.out.entities.emplace_back();
    e.kind = w_.found[i].kind;
    e.name = written_[i].text;
    e.key = key;
    e.gender = w_.found[i].gender;
    return static_cast<std::uint32_t>(w_.out.entities.size() - 1);
  }

  // One letter or one beginning of the other: "J." and "John", "Vlad" and "Vladimir" may be one.
  static bool may_be_one(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    return shorter.size() <= 1 && longer.compare(0, shorter.size(), shorter) == 0;
  }

  std::uint32_t full_name(std::uint32_t i) {
    const Found& f = w_.found[i];
    std::string first = name_key(w_.text(f.first));
    std::vector<Person>& namesakes = surnames_[surname(i)];
    for (std::size_t k = namesakes.size(); k-- > 0 && namesakes.size() - k <= kFewest;) {
      Person& p = namesakes[k];
      if (!may_be_one(p.first, first)) continue;
      StoryEntity& e = w_.out.entities[p.entity];
      if (written_[i].text.size() > e.name.size()) {
        e.name = written_[i].text;
        e.key = written_[i].key;
      }
      if (e.gender == 0) e.gender = p.gender = f.gender;
      return p.entity;
    }
    const std::uint32_t entity = make(i, written_[i].key);
    given_[first].push_back(entity);
    namesakes.push_back({entity, std::move(first), f.gender, f.first});
    return entity;
  }

  std::uint32_t entity(std::uint32_t i) {
    const Found& f = w_.found[i];
    if (f.kind == NameKind::place) return place(i);
    if (f.kind == NameKind::person) return surname_only(i);
    if (const std::uint32_t person = known_person(i); person != kNone) return person;
    return body(i);
  }

  // A name of unknown kind that is a person's whom the story names in full.
  std::uint32_t known_person(std::uint32_t i) {
    const Found& f = w_.found[i];
    if (f.known || f.kind != NameKind::other) return kNone;
    const auto namesakes = surnames_.find(surname(i));
    if (namesakes == surnames_.end() || namesakes->second.empty()) return kNone;
    if (last_word(f) == f.first) return namesakes->second.front().first.empty() ? kNone : surname_only(i);
    const std::string first = name_key(w_.text(f.first));
    for (const Person& p : namesakes->second)
      if (p.first == first) return p.entity;
    return kNone;
  }

  std::uint32_t place(std::uint32_t i) {
    const Found& f = w_.found[i];
    if (f.place == kNone) return chain(i, f.told);
    const auto [it, fresh] = known_places_.try_emplace(f.place, kNone);
    return fresh ? it->second = chain(i, w_.tables.chain(f.place)) : it->second;
  }

  // Places are one where all that they lie in is.
  std::uint32_t chain(std::uint32_t i, Place place) {
    if (place.chain.empty()) place.chain.push_back(written_[i].key);
    std::string all;
    for (const std::string& link : place.chain) (all += link) += '\n';
    const auto [it, fresh] = places_.try_emplace(std::move(all), 0);
    if (!fresh) return it->second;
    it->second = make(i, place.chain.front());
    w_.out.entities[it->second].place = std::move(place);
    return it->second;
  }

  // Of several with the surname the one that fits the honorific, else the one mentioned last before.
  std::uint32_t surname_only(std::uint32_t i) {
    const Found& f = w_.found[i];
    const std::string key = surname(i);
    std::vector<Person>& namesakes = surnames_[key];
    Person* best = nullptr;
    for (std::size_t k = namesakes.size(); k-- > 0 && namesakes.size() - k <= kFewest;) {
      Person& p = namesakes[k];
      if (f.gender != 0 && p.gender != 0 && f.gender != p.gender) continue;
      const bool before = p.last_token <= f.first;
      const bool best_before = best != nullptr && best->last_token <= f.first;
      if (best == nullptr || (before && !best_before) || (before && p.last_token > best->last_token)) best = &p;
    }
    if (best != nullptr) {
      if (best->gender == 0) best->gender = w_.out.entities[best->entity].gender = f.gender;
      best->last_token = std::max(best->last_token, f.first);
      return best->entity;
    }
    if (const auto by_first = given_.find(key); by_first != given_.end() && by_first->second.size() == 1) return by_first->second.front();
    const std::uint32_t made = make(i, written_[i].key);
    namesakes.push_back({made, "", f.gender, f.first});
    return made;
  }

  // "National Security Council (NSC)": from here on the letters stand for it.
  void learn_acronyms() {
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      const Found& f = w_.found[i];
      if (f.kind == NameKind::person || f.demonym || !w_.is(f.last, "(")) continue;
      const std::uint32_t inner = f.last + 1;
      if (inner + 1 >= w_.name_of.size() || !w_.is(inner + 1, ")") || w_.capital[inner] != 2 || w_.name_of[inner] == kNone) continue;
      Found& letters = w_.found[w_.name_of[inner]];
      if (letters.last != inner + 1) continue;
      letters.kind = f.kind;
      acronyms_.emplace(name_key(w_.text(inner)), i);
    }
  }

  std::uint32_t body(std::uint32_t i) {
    const Found& f = w_.found[i];
    const std::string& key = written_[i].key;
    if (const auto known = bodies_.find(key); known != bodies_.end()) return known->second;
    if (f.last == f.first + 1) {
      if (const auto of = acronyms_.find(key); of != acronyms_.end() && entity_of_[of->second] != kNone)
        return bodies_[key] = entity_of_[of->second];
      if (const auto whole = first_words_.find(key); whole != first_words_.end()) return bodies_[key] = whole->second;
      if (const auto whole = last_words_.find(key); whole != last_words_.end() && whole->second != kNone)
        return bodies_[key] = whole->second;
    }
    const std::uint32_t made = make(i, key);
    bodies_.emplace(key, made);
    const bool short_form = (w_.flags[f.last - 1] & kOrganizationNoun) ||
                            w_.tables.language.noun_class(w_.form(f.last - 1)) == NounClass::none;
    if (f.last > f.first + 1 && !f.known && short_form) {  // "the Council" for the only one there is
      const auto [last, fresh] = last_words_.try_emplace(name_key(w_.text(f.last - 1)), made);
      if (!fresh) last->second = kNone;
    }
    const bool company = (w_.flags[f.last - 1] & (kCompanySuffix | kOrganizationNoun | kOutletNoun)) != 0;
    if (company && f.last > f.first + 1 && w_.tables.language.noun_class(w_.form(f.first)) == NounClass::none &&
        w_.tables.places(w_.syntax.tokens[f.first]).empty())
      first_words_.emplace(name_key(w_.text(f.first)), made);
    return made;
  }

  void write_names() {
    name_index_.assign(w_.found.size(), kNone);
    w_.out.names.reserve(w_.found.size() + w_.found.size() / 2);  // pronouns come to them
    for (std::uint32_t i = 0; i < w_.found.size(); ++i) {
      const Found& f = w_.found[i];
      if (f.demonym) continue;
      NameMention m;
      m.at = w_.place(f.first, f.last);
      m.entity = entity_of_[i];
      m.kind = w_.out.entities[m.entity].kind;
      m.name = std::move(written_[i]);
      name_index_[i] = static_cast<std::uint32_t>(w_.out.names.size());
      w_.out.names.push_back(std::move(m));
    }
  }

  void point_titles() {
    for (std::uint32_t t = 0; t < w_.out.titles.size(); ++t) {
      TitleMention& title = w_.out.titles[t];
      if (w_.owner[t] != kNone && !title.office.body.empty()) title.office.body.front() = w_.out.entities[entity_of_[w_.owner[t]]].key;
      if (title.person == kNone) continue;
      title.person = name_index_[title.person];
      if (title.person == kNone) continue;
      NameMention& name = w_.out.names[title.person];
      if (name.title == kNone) name.title = t;
      w_.out.entities[name.entity].titles.push_back(t);
    }
  }

  // Where the name begins with the title before it: "secretary of state Ada Holm" may have its head in the title.
  std::uint32_t with_title(std::uint32_t found) const {
    const std::uint32_t first = w_.found[found].first;
    const std::uint32_t title = w_.out.names[name_index_[found]].title;
    return title != kNone && w_.out.titles[title].at.last == first ? w_.out.titles[title].at.first : first;
  }

  struct Candidate {
    std::uint32_t token = 0, entity = 0;
    std::uint8_t subject = 0;  // 1 of some clause, 2 of a main clause
  };

  void find_pronouns() {
    constexpr std::uint64_t kOnePerson = kPronounMale | kPossessiveMale | kPronounFemale | kPossessiveFemale;
    std::vector<std::uint8_t> subjects(w_.flags.size(), 0);  // 2: of a main clause
    for (const Clause& c : w_.syntax.clauses)
      for (const Part& p : c.parts)
        if (p.role == PartRole::subject && p.head != kNone && p.head < subjects.size() && !p.borrowed)
          subjects[p.head] = c.relation == ClauseRelation::main || c.relation == ClauseRelation::coordinated ? 2 : 1;
    std::vector<bool> quoted(w_.flags.size(), false);
    for (const QuoteMention& q : w_.out.quotes)
      for (std::uint32_t t = q.at.first; t < q.at.last && t < quoted.size(); ++t) quoted[t] = true;
    std::deque<Candidate> recent;
    std::uint32_t block = kNone;
    std::vector<NameMention> made;
    for (std::uint32_t s = 0; s < w_.story.sentences.size(); ++s) {
      const Sentence& sentence = w_.story.sentences[s];
      if (w_.story.blocks[sentence.block].kind != BlockKind::body && sentence.block != block) recent.clear();
      block = sentence.block;
      const bool pronouns = (w_.flags_in[s] & kOnePerson) != 0;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (w_.name_of[t] == kNone && !(pronouns && (w_.flags[t] & kOnePerson))) continue;
        const std::uint64_t f = w_.flags[t];
        if (w_.name_of[t] != kNone) {
          const Found& n = w_.found[w_.name_of[t]];
          if (n.first != t || n.demonym || w_.out.entities[entity_of_[w_.name_of[t]]].kind != NameKind::person) continue;
          std::uint8_t subject = 0;
          for (std::uint32_t k = with_title(w_.name_of[t]); k < n.last && !quoted[t]; ++k) subject = std::max(subject, subjects[k]);
          recent.push_back({t, entity_of_[w_.name_of[t]], subject});
          if (recent.size() > kFewest) recent.pop_front();
          continue;
        }
        const char gender = f & (kPronounMale | kPossessiveMale) ? 'm' : 'f';
        if (quoted[t]) continue;
        const std::uint32_t entity = antecedent(recent, gender, s, (f & (kPossessiveMale | kPossessiveFemale)) != 0);
        if (entity == kNone) continue;
        StoryEntity& e = w_.out.entities[entity];
        if (e.gender == 0) e.gender = gender;
        NameMention m;
        m.at = w_.place(t, t + 1);
        m.kind = NameKind::person;
        m.name.text = std::string(w_.text(t));
        m.name.key = std::string(w_.form(t));
        m.entity = entity;
        m.pronoun = true;
        made.push_back(std::move(m));
        if (subjects[t]) {
          recent.push_back({t, entity, subjects[t]});
          if (recent.size() > kFewest) recent.pop_front();
        }
      }
    }
    for (NameMention& m : made) w_.out.names.push_back(std::move(m));
  }

  // The only person of that gender within reach; else the subject of the nearest sentence that names one, the main clause's
  // before others. A possessive takes the only one of its own sentence first.
  std::uint32_t antecedent(const std::deque<Candidate>& recent, char gender, std::uint32_t sentence, bool possessive) const {
    std::uint32_t only = kNone, nearest = kNone, nearest_sentence = kNone, own_sentence = kNone;
    bool several = false, several_near = false, several_own = false;
    std::uint8_t best = 0;
    for (std::size_t k = recent.size(); k-- > 0;) {
      const Candidate& c = recent[k];
      const std::uint32_t at = w_.sentence_of[c.token];
      if (at + 3 < sentence) break;
      const char own = w_.out.entities[c.entity].gender;
      if (own != 0 && own != gender) continue;
      if (only == kNone) only = c.entity;
      else if (only != c.entity) several = true;
      if (at == sentence) {
        if (own_sentence != kNone && own_sentence != c.entity) several_own = true;
        own_sentence = c.entity;
      }
      if (nearest_sentence == kNone) nearest_sentence = at;
      if (at != nearest_sentence || c.subject == 0 || c.entity == nearest) continue;
      if (nearest == kNone || c.subject > best) {
        nearest = c.entity;
        best = c.subject;
        several_near = false;
      } else if (c.subject == best) {
        several_near = true;
      }
    }
    if (only != kNone && !several) return only;
    if (possessive && own_sentence != kNone && !several_own) return own_sentence;
    return nearest != kNone && !several_near ? nearest : kNone;
  }

  static bool same_office(const Office& a, const Office& b) {
    if (a.title == b.title) return true;
    for (const Choice& x : a.choices)
      for (const Choice& y : b.choices)
        if (x.choice == y.choice && x.covers == y.covers && !x.covers.empty()) return true;
    return false;
  }

  static bool bodies_fit(const Office& a, const Office& b) {
    if (a.body.empty() || b.body.empty()) return true;
    for (const std::string& x : a.body)
      if (std::find(b.body.begin(), b.body.end(), x) != b.body.end()) return true;
    return false;
  }

  // "the top US diplomat", "the minister": the one person of the story who was given that office before.
  void find_epithets() {
    constexpr std::size_t kReach = 400;  // titles looked back over
    for (std::uint32_t t = 0; t < w_.out.titles.size(); ++t) {
      TitleMention& title = w_.out.titles[t];
      if (title.person != kNone || title.office.standing.covers.size() || title.at.first == 0) continue;
      const std::uint32_t before = title.at.first - 1;
      if (!w_.tables.is_definite(w_.form(before)) || w_.sentence_of[before] != title.at.sentence) continue;
      std::uint32_t entity = kNone;
      bool several = false;
      for (std::uint32_t k = t, looked = 0; k-- > 0 && looked < kReach; ++looked) {
        const TitleMention& other = w_.out.titles[k];
        if (other.person == kNone || !same_office(title.office, other.office) || !bodies_fit(title.office, other.office)) continue;
        const std::uint32_t e = w_.out.names[other.person].entity;
        if (entity == kNone) entity = e;
        else if (entity != e) several = true;
      }
      if (entity == kNone || several) continue;
      NameMention m;
      m.at = w_.place(before, title.at.last);
      m.kind = NameKind::person;
      m.name.text = std::string(w_.story.words(m.at.span));
      m.name.key = name_key(m.name.text);
      m.entity = entity;
      m.epithet = true;
      m.title = t;
      title.person = static_cast<std::uint32_t>(w_.out.names.size());
      w_.out.entities[entity].titles.push_back(t);
      w_.out.names.push_back(std::move(m));
    }
  }

  void sort_names() {
    std::vector<std::uint32_t> order(w_.out.names.size()), where(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return w_.out.names[a].at.span < w_.out.names[b].at.span;
    });
    std::vector<NameMention> sorted;
    sorted.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      where[order[i]] = i;
      sorted.push_back(std::move(w_.out.names[order[i]]));
    }
    w_.out.names = std::move(sorted);
    for (TitleMention& title : w_.out.titles)
      if (title.person != kNone) title.person = where[title.person];
    for (std::uint32_t i = 0; i < w_.out.names.size(); ++i) w_.out.entities[w_.out.names[i].entity].names.push_back(i);
  }
};

}  // namespace

void join_entities(Work& work) { Joiner(work).join(); }

}  // namespace crosscheck::people
