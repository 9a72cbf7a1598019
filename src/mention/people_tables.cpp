#include "mention/people_tables.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/utf8.h"

namespace crosscheck::people {
namespace {

struct Named {
  std::string_view list;
  std::uint64_t flag;
};

constexpr Named kLists[] = {
    {"honorific-male", kHonorificMale}, {"honorific-female", kHonorificFemale}, {"honorific", kHonorific},
    {"name-suffix", kNameSuffix}, {"name-particle", kParticle}, {"given-female", kGivenFemale}, {"given-male", kGivenMale},
    {"not-a-name", kNotName}, {"organization-noun", kOrganizationNoun}, {"company-suffix", kCompanySuffix},
    {"place-noun", kPlaceNoun}, {"settlement-noun", kSettlement}, {"area-noun", kArea}, {"lies-in", kLiesIn}, {"part-noun", kPart}, {"outlet-noun", kOutletNoun}, {"relation", kRelation}, {"relation-female", kFemaleNoun},
    {"relation-male", kMaleNoun}, {"former", kFormer}, {"current", kCurrent}, {"acting", kActing}, {"incoming", kIncoming},
    {"office-rank", kRank}, {"office-colour", kColour}, {"pronoun-male", kPronounMale}, {"pronoun-female", kPronounFemale},
    {"pronoun-plural", kPronounPlural}, {"possessive-male", kPossessiveMale}, {"possessive-female", kPossessiveFemale},
    {"say", kSay}, {"report", kReport}, {"citing", kCiting}, {"according-to", kAccordingTo}, {"own-words", kOwnWords},
    {"report-noun", kReportNoun}, {"document", kDocument}, {"several", kSeveral}, {"anonymous", kAnonymous},
    {"witness", kWitness}, {"speaking-body", kSpeakingBody}, {"body-epithet", kBodyEpithet},
    {"office", kOffice}, {"agency", kAgency}, {"outlet", kOutlet}, {"organization", kOrganization}, {"platform", kPlatform},
    {"calendar-name", kCalendar}, {"time-name", kCalendar}, {"name-place", kIn}, {"name-joiner", kAnd}, {"name-of", kOf}, {"group-noun", kGroupNoun},
    {"content-marker", kThat}, {"who", kWho}, {"be-now", kBe}, {"denied", kDeny}, {"in-office", kAs}, {"not-done", kNotDone}, {"claim-from", kClaimFrom},
    {"said-at", kSaidAt}, {"said-to", kSaidTo}, {"goes-on", kGoesOn},
};

struct Handed {
  std::string_view list;
  std::uint32_t cue;
};

constexpr Handed kCueLists[] = {
    {"say", kSays}, {"think", kThinks}, {"want", kWants}, {"ask-of", kAsksOf}, {"judge", kJudges}, {"tell", kTells},
    {"describe", kDescribes}, {"report", kReports}, {"claim-noun", kClaimNoun}, {"carry-claim", kCarriesClaim}, {"sure", kSure},
    {"tag-quote", kTagsQuote},
};

// ASCII for U+00C0 … U+017F; two letters where one stands for two. '*' keeps the character.
constexpr std::string_view kPlainLetters[] = {
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "*", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "*", "o", "u", "u", "u", "u", "y", "th", "y",
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
    "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
};

constexpr std::string_view kCountry = "country", kNation = "nation", kSeat = "seat";  // kinds of places that have or are governments

constexpr std::string_view kChain = "chain-";  // lists of nouns that may name one thing

std::string spaced(std::string key) {
  std::replace(key.begin(), key.end(), '-', ' ');
  return key;
}


}  // namespace

std::string name_key(std::string_view written) {
  std::string folded = fold(written), key;
  const bool plain = std::none_of(folded.begin(), folded.end(), [](char c) { return c == '.' || static_cast<unsigned char>(c) >= 0x80; });
  if (plain) return folded;
  key.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const unsigned char byte = static_cast<unsigned char>(folded[at]);
    if (byte < 0x80) {
      if (byte != '.') key += folded[at];
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (c >= 0x300 && c < 0x370) continue;  // combining marks
    if (c >= 0xc0 && c < 0x180 && kPlainLetters[c - 0xc0] != "*") key += kPlainLetters[c - 0xc0];
    else key.append(folded, begin, at - begin);
  }
  return key;
}

std::string place_name(const PlaceEntry& entry) {
  return entry.names.empty() ? spaced(entry.name) : name_key(entry.names.front());
}

Tables::Tables(const Language& the_language) : book(the_language.rulebook()), language(the_language) {
  name_lists();
  name_places();
}

void Tables::name_lists() {
  lists_.assign(book.lists.size(), {});
  office_choices.resize(book.lists.size());
  for (const Named& named : kLists) {
    const ListId id = book.list(named.list);
    if (!id.valid()) continue;
    lists_[id.index()].flags |= named.flag;
    for (const ListId included : book[id].all_includes) lists_[included.index()].flags |= named.flag;
  }
  for (const Handed& handed : kCueLists)
    if (const ListId id = book.list(handed.list); id.valid()) lists_[id.index()].cues |= handed.cue;
  standing = book.choice("standing");
  city_office = book.choice("city-office");
  if (const ListId the = book.list("definite"); the.valid())
    for (const WordEntry& entry : book[the].entries) definite_.insert(entry.text);
  if (const ListId that = book.list("pointing"); that.valid())
    for (const WordEntry& entry : book[that].entries) pointing_.insert(entry.text);
  std::uint8_t sorts = 0;
  for (std::size_t i = 0; i < book.lists.size(); ++i)
    if (book.lists[i].name.starts_with(kChain) && sorts < 0xff) lists_[i].chain = ++sorts;
  if (const ListId first = book.list("stage-first"); first.valid()) lists_[first.index()].stage = 1;
  if (const ListId later = book.list("stage-later"); later.valid()) lists_[later.index()].stage = 2;
  for (std::size_t i = 0; i < book.lists.size(); ++i) {
    if (!(lists_[i].flags & (kOffice | kRelation))) continue;
    for (const WordEntry& entry : book.lists[i].entries) office_phrases.emplace(fold(entry.text), ListId(i));
  }
  for (std::size_t c = 0; c < book.choices.size(); ++c) {
    const ChoiceId choice(c);
    const auto add = [&](ListId list) {  // that the line names, or that one named there includes
      std::vector<Choice>& known = office_choices[list.index()];
      const bool there = !known.empty() && known.back().choice == choice;
      if ((flags(list) & (kOffice | kRelation)) && !there) known.push_back({choice, book.covers(choice, list), book[list].name});
    };
    for (const ListId named : book[choice].lists) {
      add(named);
      for (const ListId included : book[named].all_includes) add(included);
    }
  }
  for (std::size_t i = 0; i < book.lists.size(); ++i) {
    if (!(lists_[i].flags & kStanding)) continue;
    for (const WordEntry& entry : book.lists[i].entries) {
      const std::string affix = fold(entry.text);
      if (affix.size() > 1 && (affix.front() == '-' || affix.back() == '-')) affixes_.emplace(affix, lists_[i].flags & kStanding);
    }
  }
}

void Tables::name_places() {
  std::unordered_map<std::string_view, std::uint32_t> around;  // what places lie in
  for (const PlaceEntry& entry : book.places)
    if (!entry.in.empty()) around.try_emplace(entry.in, kNone);
  place_key.reserve(book.places.size());
  for (std::size_t i = 0; i < book.places.size(); ++i) {
    place_key.push_back(place_name(book.places[i]));
    if (const auto it = around.find(book.places[i].name); it != around.end() && it->second == kNone) it->second = static_cast<std::uint32_t>(i);
  }
  outer.reserve(book.places.size());
  for (const PlaceEntry& entry : book.places) outer.push_back(entry.in.empty() ? kNone : around.find(entry.in)->second);
  sort_forms(written_forms());
}

std::vector<Tables::Written> Tables::written_forms() {
  std::size_t bytes = 0, forms = 0;
  const auto each = [&](auto&& visit) {
    for (std::size_t i = 0; i < book.places.size(); ++i) {
      if (book.places[i].names.empty()) visit(place_key[i], i, false);
      for (const std::string& name : book.places[i].names) visit(name, i, false);
      for (const std::string& people : book.places[i].people) visit(people, i, true);
    }
  };
  each([&](const std::string& name, std::size_t, bool) { bytes += name.size(), ++forms; });
  form_words_.resize(bytes);
  std::vector<Written> all;
  all.reserve(forms);
  std::size_t at = 0;
  each([&](const std::string& name, std::size_t place, bool people) {
    const std::string_view words(&form_words_[at], fold(name, &form_words_[at]));
    at += words.size();
    if (words.empty()) return;
    Written w{0, words, 0, 0, static_cast<std::uint32_t>(place), people};
    w.blanks = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' '));
    w.first_size = static_cast<std::uint32_t>(std::min(words.find(' '), words.size()));
    if (w.first_size > 2 && words[w.first_size - 2] == '\'') w.first_size -= 2;  // "King's Cross": the mark begins a token
    for (std::size_t i = 0; i < 8; ++i) w.first_letters = w.first_letters << 8 | (i < w.first_size ? static_cast<unsigned char>(words[i]) : 0);
    all.push_back(w);
  });
  return all;
}

void Tables::sort_forms(std::vector<Written> all) {
  std::sort(all.begin(), all.end(), [](const Written& a, const Written& b) {
    if (a.first_letters != b.first_letters) return a.first_letters < b.first_letters;
    if (const int first = a.first().compare(b.first()); first != 0) return first < 0;
    if (a.blanks != b.blanks) return a.blanks > b.blanks;
    return std::tie(a.words, a.people, a.place) < std::tie(b.words, b.people, b.place);
  });
  form_places_.reserve(all.size());
  place_forms_.reserve(all.size());
  for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
    const std::size_t from = form_places_.size();
    for (; end < all.size() && all[end].words == all[i].words && all[end].people == all[i].people; ++end)
      if (form_places_.size() == from || form_places_.back() != all[end].place) form_places_.push_back(all[end].place);
    place_forms_.push_back({all[i].words, {&form_places_[from], form_places_.size() - from}, all[i].first_size, 1, all[i].people});
  }
  for (std::size_t i = place_forms_.size(); i-- > 1;)
    if (place_forms_[i - 1].first() == place_forms_[i].first()) place_forms_[i - 1].alike += place_forms_[i].alike;
}

std::uint32_t Tables::place_words(std::string_view folded) const {
  const auto found = std::lower_bound(place_forms_.begin(), place_forms_.end(), folded,
                                      [](const PlaceForm& f, std::string_view word) { return f.first() < word; });
  return found == place_forms_.end() || found->first() != folded ? kNone : static_cast<std::uint32_t>(found - place_forms_.begin());
}

Place Tables::chain(std::uint32_t place) const {
  Place chain;
  for (; place != kNone; place = outer[place]) {
    chain.chain.push_back(place_key[place]);
    chain.kinds.push_back(book.places[place].kind);
  }
  return chain;
}

Choice Tables::standing_of(std::uint64_t flag) const {
  const std::string_view name = flag & kFormer ? "former" : flag & kActing ? "acting" : flag & kIncoming ? "incoming" : "current";
  const ListId list = book.list(name);
  if (!standing.valid() || !list.valid()) return {};
  return {standing, book.covers(standing, list), std::string(name)};
}

bool Tables::is_area(std::uint32_t place) const {
  const std::string& kind = book.places[place].kind;
  return kind != "city" && kind != "water" && kind != "seat" && kind != "district";
}

std::uint32_t Tables::government_of(std::uint32_t place) const {
  if (!book.places[place].capital) return kNone;
  const bool seat = book.places[place].kind == kSeat;
  place = outer[place];
  if (seat && place != kNone && book.places[place].kind == kNation) return place;
  while (place != kNone && book.places[place].kind != kCountry) place = outer[place];
  return place;
}

}  // namespace crosscheck::people
