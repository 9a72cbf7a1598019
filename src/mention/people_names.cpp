// Names by shape, lists and context. A run of words with capitals is cut into offices, known names, places, bodies and
// people: "Irish Foreign Minister Rosa Keane" is a place, an office and a person.
#include <algorithm>

#include "mention/people_work.h"

namespace crosscheck::people {
namespace {

constexpr std::uint32_t kLongestName = 9;  // tokens

class NameReader {
 public:
  explicit NameReader(Work& work) : w_(work) {}

  void read(const Sentence& sentence, bool title_case) {
    begin_ = sentence.first;
    end_ = sentence.last;
    title_case_ = title_case;
    for (std::uint32_t t = begin_; t < end_;) t = capital(t) ? at(t) : particle_first(t);
  }

  // Words of people's names found so far: in headlines nothing else tells a name from a word.
  std::unordered_set<std::uint32_t> known_words;

 private:
  Work& w_;
  std::uint32_t begin_ = 0, end_ = 0;
  bool title_case_ = false;

  bool capital(std::uint32_t t) const { return t < end_ && w_.capital[t] != 0; }
  std::uint64_t flag(std::uint32_t t) const { return t < end_ ? w_.flags[t] : 0; }

  // The first word of a sentence or of a quotation has its capital anyway.
  bool opens(std::uint32_t t) const {
    if (t == begin_) return true;
    const Upos before = w_.upos(t - 1);
    return before == Upos::PUNCT && !w_.is(t - 1, ",") && !w_.is(t - 1, "-") && !w_.is(t - 1, "(") && !w_.is(t - 1, ")");
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, NameKind kind, bool known) {
    Found f;
    f.first = first;
    f.last = last;
    f.sentence = w_.sentence_of[first];
    f.kind = kind;
    f.known = known;
    w_.found.push_back(std::move(f));
    return last;
  }

  struct PlaceMatch {
    std::uint32_t last = 0, place = kNone;
    const PlaceForm* form = nullptr;
    bool people() const { return form != nullptr && form->people; }
  };
  PlaceMatch place_at(std::uint32_t t) const {
    for (const PlaceForm& form : w_.tables.places(w_.syntax.tokens[t])) {
      std::uint32_t last = t + 1;
      std::string_view rest = form.words.substr(form.first_size);
      for (; !rest.empty() && last < end_; ++last) {
        if (rest.front() == ' ') rest.remove_prefix(1);
        if (!rest.starts_with(w_.form(last))) break;
        rest.remove_prefix(w_.form(last).size());
      }
      if (!rest.empty() || last > end_) continue;
      if (form.words.size() <= 2 && w_.capital[t] != 2) continue;  // "us", "la"
      if (!form.people && last == t + 1 && opens(t) && w_.upos(t) != Upos::PROPN && common(t)) return {};  // "Split opinions", "Nice weather"
      return {last, form.places.front(), &form};
    }
    return {};
  }

  // An outlet, agency, body or platform of the lists, written as there.
  std::uint32_t known_at(std::uint32_t t) const {
    if (!(w_.starts[t] & kKnownName)) return kNone;
    for (const WordHit& h : w_.hits_at(t)) {
      if (!(w_.tables.flags(h.list) & kKnownName) || h.form != WordEntry::Form::word || h.last > end_) continue;
      if (w_.upos(t) == Upos::DET && capital(h.last)) continue;  // "The National" of "The National Ferry Council"
      if (h.last - h.first == 1 && w_.text(t) != w_.tables.book[h.list].entries[h.entry].text) continue;
      if (h.last - h.first == 1 && opens(t) && common(t) && w_.upos(t) != Upos::PROPN) continue;
      return static_cast<std::uint32_t>(&h - w_.syntax.hits.data());
    }
    return kNone;
  }

  bool common(std::uint32_t t) const {
    return w_.tables.is_noun(w_.syntax.tokens[t]);
  }

  // One step from a word with a capital: a name, or a token passed over.
  std::uint32_t at(std::uint32_t t) {
    if (title_case_) return in_title_case(t);
    const std::uint32_t known = known_at(t);
    const PlaceMatch place = place_at(t);
    const std::uint32_t run = run_end(t);
    if (run > t) {
      const std::uint32_t body = body_end(t, run);
      if (body > t && (known == kNone || body > w_.syntax.hits[known].last) && body > place.last) return organization(t, body);
    }
    if (known != kNone && w_.syntax.hits[known].last >= place.last) return add_known(known);
    if (place.place != kNone && begins_name(t, place, run)) return person_or_other(t, run);
    if (place.place != kNone && !person_like(t, place, run)) return add_place(t, place, run);
    if (const std::uint32_t office = w_.hit(t, kOffice); office != kNone) return std::min(w_.syntax.hits[office].last, end_);
    if (run == t) return t + 1;
    if (run - t > kLongestName) return run;  // a list, a line of capitals
    return person_or_other(t, run);
  }

  // "al-Assad", "van der Berg", "de Klerk" with a small first letter: only in front of a capital, behind no capital.
  std::uint32_t particle_first(std::uint32_t t) {
    const std::string_view text = w_.text(t);
    if (text[0] != 'a' && text[0] != 'e') return t + 1;
    const std::size_t hyphen = text.find('-');
    const bool joined = hyphen <= 3 && hyphen + 1 < text.size() && text[hyphen + 1] >= 'A' && text[hyphen + 1] <= 'Z';
    if (!joined) return t + 1;
    const std::uint32_t run = capital(t + 1) && !(flag(t + 1) & (kNotName | kOffice)) ? run_end(t + 1) : t + 1;
    return add(t, run, NameKind::other, false);
  }

  // The end of the words with capitals from t on that may be parts of one name; t where the word itself is none.
  std::uint32_t run_end(std::uint32_t t) const {
    if (!may_begin(t)) return t;
    std::uint32_t e = t + 1;
    while (e < end_) {
      if (capital(e)) {
        if (breaks(e)) break;
        ++e;
        continue;
      }
      std::uint32_t p = e;
      while (p < end_ && (flag(p) & kParticle) && p < e + 3) ++p;
      if (p > e && capital(p) && !breaks(p) && !(flag(p) & (kOffice | kOrganizationNoun))) {
        e = p + 1;
        continue;
      }
      break;
    }
    return e;
  }

  bool breaks(std::uint32_t t) const {
    if (flag(t) & kCalendar) return !(t > begin_ && (flag(t - 1) & (kGiven | kHonorificFemale | kHonorificMale)));
    return w_.hit(t, kOffice) != kNone || (flag(t) & (kHonorific | kFormer | kActing)) != 0;
  }

  // "Russian-occupied", "Russia-Ukraine": adjectives made of names.
  bool compound(std::string_view form, std::string_view text) const {
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= text.size()) return false;
    if (text[hyphen + 1] >= 'a' && text[hyphen + 1] <= 'z') return hyphen > 2;
    return !w_.tables.places(form.substr(0, hyphen)).empty();
  }

  bool may_begin(std::uint32_t t) const {
    if (breaks(t) || (flag(t) & kStanding)) return false;
    const std::string_view text = w_.text(t);
    if (text.size() == 1 && !w_.is(t + 1, ".")) return false;
    if (compound(w_.form(t), text)) return false;
    if ((flag(t) & (kRank | kColour)) && t + 1 < end_ && (w_.hit(t + 1, kOffice) != kNone || (flag(t + 1) & kRank))) return false;
    if (flag(t) & (kRank | kColour) && !(flag(t) & kGiven) && opens(t)) return false;
    const Upos tag = w_.upos(t);
    if ((flag(t) & kNotName) && !(flag(t) & kGiven && capital(t + 1)) && !capital(t + 1)) return false;
    if (!opens(t)) return tag != Upos::PRON && tag != Upos::NUM;
    if (tag == Upos::PROPN || (flag(t) & kGiven && capital(t + 1))) return true;
    const bool word = tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::X;
    return word && capital(t + 1) && !breaks(t + 1) && w_.capital[t] && !(flag(t) & kNotName);
  }

  // Where the run from t holds a noun that makes a body ("Council"), the end of that body; else t.
  std::uint32_t body_end(std::uint32_t t, std::uint32_t run) const {
    if ((flag(t) & kGiven) && run == t + 2 && !(flag(t + 1) & kCompanySuffix)) return t;
    std::uint32_t end = last_body_noun(t, run);
    if (end == t) {
      const std::uint32_t more = joined_run(run);
      if (more > run) end = last_body_noun(run + 1, more) > run + 1 ? last_body_noun(run + 1, more) : t;
      if (end <= t) return t;
    }
    if (end == t + 1 && !tail_follows(end)) return t;  // a bare "Council", "Bank": no name of its own
    return with_tail(t, end);
  }

  std::uint32_t last_body_noun(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = to; i > from; --i)
      if (flag(i - 1) & (kOrganizationNoun | kCompanySuffix)) return i;
    return from;
  }

  // "Security and Defence Council": the run behind "and", where the words around are words and no names.
  std::uint32_t joined_run(std::uint32_t at) const {
    if (at + 1 >= end_ || !(flag(at) & kAnd) || !capital(at + 1) || breaks(at + 1)) return at;
    if (place_at(at - 1).place != kNone || place_at(at + 1).place != kNone || (flag(at + 1) & kGiven)) return at;
    if (!common(at - 1) || !(common(at + 1) || w_.upos(at + 1) == Upos::ADJ)) return at;
    std::uint32_t e = at + 2;
    while (capital(e) && !breaks(e)) ++e;
    return e;
  }

  bool tail_follows(std::uint32_t at) const {
    return at + 1 < end_ && (flag(at) & kOf) && (capital(at + 1) || (w_.upos(at + 1) == Upos::DET && capital(at + 2)));
  }

  // "Ministry of Foreign Affairs and Trade", "Centre for Strategic Studies".
  std::uint32_t with_tail(std::uint32_t t, std::uint32_t end) const {
    for (int links = 0; links < 3 && tail_follows(end); ++links) {
      const std::uint32_t from = w_.upos(end + 1) == Upos::DET ? end + 2 : end + 1;
      if ((flag(end) & kIn) && !common(from)) break;
      if ((flag(from) & kCalendar) || (w_.hit(from, kOffice) != kNone)) break;
      std::uint32_t e = from;
      while (capital(e) && !(flag(e) & kCalendar) && (e == from || !breaks(e))) ++e;
      end = e;
      if (end + 1 < end_ && (flag(end) & kAnd) && capital(end + 1) && common(end - 1) && common(end + 1) &&
          !(flag(end + 1) & kGiven) && place_at(end + 1).place == kNone) {
        end += 2;
        while (capital(end) && !breaks(end)) ++end;
      }
    }
    (void)t;
    return end;
  }

  std::uint32_t organization(std::uint32_t t, std::uint32_t end) {
    // "(NSC)" and "newspaper" belong to the kind, not to the name.
    const NameKind kind = flag(end) & kOutletNoun ? NameKind::outlet : NameKind::organization;
    return add(t, end, kind, false);
  }

  std::uint32_t add_known(std::uint32_t hit) {
    const WordHit& h = w_.syntax.hits[hit];
    const std::uint64_t f = w_.tables.flags(h.list);
    add(h.first, h.last, f & (kOutlet | kAgency) ? NameKind::outlet : NameKind::organization, true);
    return h.last;
  }

  // "Paris Hilton", "Chelsea Clinton": a place name in front of another name is somebody's first name where it may be one.
  bool person_like(std::uint32_t t, const PlaceMatch& place, std::uint32_t run) const {
    if (place.people()) return false;
    return place.last == t + 1 && (flag(t) & kGiven) && run > t + 1 && place_at(t + 1).place == kNone &&
           !(flag(t + 1) & (kPlaceNoun | kOrganizationNoun));
  }

  // "Oslo Borgen", "Bergen Wanderers": a town's name in front of another word with a capital is the beginning of a longer name,
  // unless a preposition says that it is a place, or the other name is known by itself ("in Oslo Keane said").
  bool begins_name(std::uint32_t t, const PlaceMatch& place, std::uint32_t run) const {
    const std::uint32_t next = place.last;
    if (place.people() || next != t + 1 || run <= next || !w_.tables.is_town(place.place) || (w_.capital[t] == 2 && w_.capital[next] == 2)) return false;
    if (t > begin_ && (flag(t - 1) & kIn)) return false;
    return place_at(next).place == kNone && !(flag(run - 1) & kPlaceNoun) && !(flag(next) & (kGiven | kNotName | kParticle)) &&
           known_words.count(w_.syntax.tokens[next].word) == 0;
  }

  std::uint32_t add_place(std::uint32_t t, const PlaceMatch& match, std::uint32_t run) {
    if (!match.people() && match.last < run && (flag(run - 1) & kPlaceNoun)) {  // "Kyiv Oblast": another place than Kyiv
      add(t, run, NameKind::place, false);
      return run;
    }
    if (!match.people() && area_follows(match.last) && !w_.tables.is_area(match.place)) {  // "the Oslo area"
      add(t, match.last + 1, NameKind::place, false);
      w_.found.back().centre = match.place;
      return match.last + 1;
    }
    add(t, match.last, NameKind::place, true);
    w_.found.back().place = match.place;
    w_.found.back().form = match.form;
    w_.found.back().demonym = match.people();
    return match.last;
  }

  // "region", "district", and no noun behind it: "the Ashmere district court" is no district.
  bool area_follows(std::uint32_t t) const {
    return (flag(t) & kArea) && !capital(t) && (t + 1 >= end_ || (w_.upos(t + 1) != Upos::NOUN && w_.upos(t + 1) != Upos::PROPN));
  }

  std::uint32_t person_or_other(std::uint32_t t, std::uint32_t run) {
    std::uint32_t end = run;
    for (std::uint32_t i = t + 1; i < end; ++i) {  // a known name or a place inside ends what stands before it
      const bool known = known_at(i) != kNone && !(flag(i) & kGiven);
      const bool area = !(flag(i) & kGiven) && i + 1 == end && place_at(i).people() && i > t + 1;
      if (known || area) end = i;
    }
    std::uint32_t name_end = end;
    while (name_end > t + 1 && (flag(name_end - 1) & kNameSuffix)) --name_end;
    const NameKind kind = kind_of(t, name_end);
    if (kind == NameKind::other && t > begin_ && (flag(t - 1) & kIn || w_.upos(t - 1) == Upos::DET) && area_follows(end))
      return add(t, end + 1, NameKind::place, false);
    add(t, end, kind, false);
    Found& f = w_.found.back();
    f.gender = kind == NameKind::person ? gender_of(t, end) : 0;
    f.sure = kind == NameKind::person;
    if (f.sure || strange(t, name_end))
      for (std::uint32_t i = t; i < end; ++i) known_words.insert(w_.syntax.tokens[i].word);
    f.honorific = t > begin_ && (flag(t - 1) & kHonorific);
    return end;
  }

  char gender_of(std::uint32_t t, std::uint32_t end) const {
    const std::uint64_t before = t > begin_ ? flag(t - 1) : 0;
    if (before & kHonorificFemale) return 'f';
    if (before & kHonorificMale) return 'm';
    if (end - t < 2) return 0;
    const std::uint64_t own = flag(t) & kGiven;
    return own == kGivenFemale ? 'f' : own == kGivenMale ? 'm' : 0;
  }

  bool sure_person(std::uint32_t t, std::uint32_t end) const {
    if (t > begin_ && (flag(t - 1) & (kHonorific | kOffice | kRelation))) return true;
    if (end - t >= 2 && (flag(t) & kGiven)) return true;
    for (std::uint32_t i = t + 1; i < end; ++i)
      if ((flag(i) & kParticle && !w_.capital[i]) || w_.text(i).size() == 1 || w_.text(i).back() == '.') return true;
    if (w_.is(end, ",") && end + 2 < end_ && w_.upos(end + 1) == Upos::NUM && w_.is(end + 2, ",")) return true;
    return (flag(end) & kWho) != 0 || (w_.is(end, ",") && (flag(end + 1) & kWho));
  }

  NameKind kind_of(std::uint32_t t, std::uint32_t end) const {
    const std::uint32_t size = end - t;
    if (size >= 2 && (flag(end - 1) & kPlaceNoun) && !(flag(t) & kGiven)) return NameKind::place;
    if (size >= 2 && (flag(t) & kPlaceNoun) && !(flag(t) & kGiven)) return NameKind::place;
    if (flag(end) & kOutletNoun) return NameKind::outlet;
    if (sure_person(t, end)) return NameKind::person;
    return NameKind::other;  // perhaps a person, perhaps a company: titles and surnames tell later
  }

  // Two to four words that are names and nothing else.
  bool strange(std::uint32_t t, std::uint32_t end) const {
    if (end - t < 2 || end - t > 4) return false;
    for (std::uint32_t i = t; i < end; ++i)
      if (common(i) || w_.upos(i) != Upos::PROPN) return false;
    return true;
  }

  // Title case: only what the lists know, or what the body of the story has named.
  std::uint32_t in_title_case(std::uint32_t t) {
    const std::uint32_t known = known_at(t);
    const PlaceMatch place = place_at(t);
    if (known != kNone && w_.syntax.hits[known].last >= place.last && (!common(t) || w_.syntax.hits[known].last > t + 1))
      return add_known(known);
    if (place.place != kNone && !person_like(t, place, t + 2)) return add_place(t, place, t);
    const bool named = known_words.count(w_.syntax.tokens[t].word) != 0 && w_.hit(t, kOffice) == kNone;
    if (!named && !((flag(t) & kGiven) && capital(t + 1) && !common(t + 1) && w_.upos(t) == Upos::PROPN)) return t + 1;
    std::uint32_t e = t + 1;
    while (capital(e) && (known_words.count(w_.syntax.tokens[e].word) || (!named && e == t + 1))) ++e;
    const bool person = (flag(t) & kGiven) && e > t + 1;
    add(t, e, person ? NameKind::person : NameKind::other, false);
    if (person) w_.found.back().gender = gender_of(t, e);
    return e;
  }
};

// "Holm leaves on Monday": the first word of a sentence is a name where the story has it as one elsewhere and no dictionary
// as anything else.
void opening_names(Work& w) {
  std::unordered_set<std::uint32_t> known;
  for (const Found& f : w.found)
    if (f.kind != NameKind::place && !f.known && !w.tables.is_noun(w.syntax.tokens[f.last - 1])) known.insert(w.syntax.tokens[f.last - 1].word);
  std::vector<Found> more;
  for (std::uint32_t s = 0; s < w.story.sentences.size(); ++s) {
    std::uint32_t t = w.story.sentences[s].first;
    const std::uint32_t end = w.story.sentences[s].last;
    while (t < end && w.upos(t) == Upos::PUNCT) ++t;
    if (t >= end || w.name_of[t] != kNone || w.capital[t] != 1 || (t + 1 < end && w.capital[t + 1]) || !known.count(w.syntax.tokens[t].word)) continue;
    Found f;
    f.first = t;
    f.last = t + 1;
    f.sentence = s;
    more.push_back(std::move(f));
  }
  for (Found& f : more) w.found.push_back(std::move(f));
}

// A surname alone is a person's where the story gives that person's name in full.
void mark_surnames(Work& w) {
  std::unordered_set<std::uint32_t> surnames;
  for (const Found& f : w.found)
    if (f.sure && f.last > f.first + 1) surnames.insert(w.syntax.tokens[f.last - 1].word);
  for (Found& f : w.found)
    if (f.kind == NameKind::other && f.last == f.first + 1 && surnames.count(w.syntax.tokens[f.first].word)) f.kind = NameKind::person;
}

}  // namespace

void find_names(Work& w) {
  NameReader reader(w);
  std::vector<std::uint32_t> later;
  for (std::uint32_t s = 0; s < w.story.sentences.size(); ++s) {
    if (w.title_case[s]) later.push_back(s);
    else reader.read(w.story.sentences[s], false);
  }
  for (const std::uint32_t s : later) reader.read(w.story.sentences[s], true);
  for (std::uint32_t i = 0; i < w.found.size(); ++i)
    for (std::uint32_t t = w.found[i].first; t < w.found[i].last; ++t) w.name_of[t] = i;
  opening_names(w);
  std::sort(w.found.begin(), w.found.end(), [](const Found& a, const Found& b) { return a.first < b.first; });
  for (std::uint32_t i = 0; i < w.found.size(); ++i)
    for (std::uint32_t t = w.found[i].first; t < w.found[i].last; ++t) w.name_of[t] = i;
  mark_surnames(w);
  settle_places(w);
}

}  // namespace crosscheck::people
