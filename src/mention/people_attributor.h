// Who says so: the subject of a word that hands over the word, the name behind "according to", the outlet credited at the end
// of a sentence. A source is what the grammar makes one, never the nearest name. What the frames of verbs are (a clause, an
// infinitive, an object) follows Levin's classes and FrameNet's; what counts as source, cue and content follows PolNeAR
// (Newell, Margolin and Ruths, LREC 2018). For the files of find_attributions only.
#pragma once

#include <algorithm>

#include "mention/people_cues.h"
#include "mention/people_sources.h"

namespace crosscheck::people {

inline constexpr std::uint32_t kLongestSource = 30;  // tokens

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

  // people_attributions.cpp
  void sentence(std::uint32_t s);
  bool is_done(std::uint32_t v) const { return std::find(done_.begin(), done_.end(), v) != done_.end(); }
  bool outlet_in(Range r) const;
  Attribution made(const Voiced& voiced, Range cue, bool attitude) const;
  std::uint32_t name_in_apposition(Range shown) const;
  void add(const Voiced& voiced, Range cue, Range content, bool attitude = false);
  void drop_echoes();
  bool same_voice(const Attribution& inner, const Attribution& outer) const;
  void nest();

  // people_attribution_quotes.cpp
  void tag_behind(const QuoteMention& q);
  bool tags(std::uint32_t t) const;
  bool stands_alone(std::uint32_t verb, std::uint32_t behind, bool aside) const;
  bool quoted_as_saying(std::uint32_t verb, Span content);
  bool names_person(std::uint32_t pronoun) const;
  void own_words_behind(const QuoteMention& q, std::uint32_t be);
  void colon_before(std::uint32_t quote);
  std::uint32_t verb_behind_aside(Range by) const;
  std::uint32_t content_begin() const;
  void split_quote(std::uint32_t t, Attribution& a) const;
  void dash_behind(std::uint32_t t);
  void headline_speaker(const QuoteMention& q);
  void colon_behind();

  // people_attribution_verbs.cpp
  void verb(const Clause& c);
  bool taken_for_participle(const Clause& c) const;
  bool trailing(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t behind, const Complement& said);
  std::uint32_t first_quote(Range r) const;
  bool said_before(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds);
  bool leads_in(const Voiced& voiced, Range cue, std::uint32_t kinds);
  bool opens_as(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds, const Complement& said);
  void frame(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds, Complement said);
  std::uint32_t topic_behind(std::uint32_t t) const;
  void judged(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds);
  bool put(const Clause& c, const Voiced& voiced, Range cue, Range content, bool attitude);
  void asked(const Clause& c, const Voiced& voiced, Range cue);
  void said_of_subject(const Clause& c, const Voiced& voiced, Range cue);

  // people_attribution_voices.cpp
  bool finite_say(std::uint32_t t) const;
  std::uint32_t noun_phrase(std::uint32_t t, bool commas) const;
  Voiced voice_of(const Clause& c, bool passive) const;
  void opening_subject(const Clause& c, Voiced& voiced) const;
  void comment_subject(const Clause& c, Voiced& voiced, std::uint32_t kinds) const;
  Voiced main_subject(const Clause& c, bool before) const;
  bool goes_on_speaking(const Clause& c, Voiced& voiced);
  void set_off_subject(const Clause& c, Voiced& voiced) const;
  std::uint32_t inverted_end(std::uint32_t first, std::uint32_t last) const;
  Range beside(const VerbGroup& verb) const;

  // people_attribution_contents.cpp
  bool is_time(std::uint32_t t) const;
  bool holds_verb(Range r) const;
  bool closes(std::uint32_t t) const;
  bool goes_on(std::uint32_t t) const;
  std::uint32_t quotes_end(std::uint32_t from, std::uint32_t end, std::vector<Span>& more) const;
  static const Part* subject_of(const Clause& c);  // of its own; nullptr
  std::uint32_t content_end(const Clause& c, std::uint32_t from) const;
  std::uint32_t main_clause(const Clause& c, std::uint32_t from, std::uint32_t end) const;
  std::uint32_t end_of_content(std::uint32_t from) const;
  std::uint32_t other_comment(const Clause& k, std::uint32_t from) const;
  std::uint32_t other_statement(const Clause& c, const Clause& k, std::uint32_t from) const;
  void setting(std::uint32_t verb, std::uint32_t t, Attribution& a) const;
  void channel(std::uint32_t verb, Range cue);

  // people_attribution_nouns.cpp
  bool in_cue(std::uint32_t t) const;
  bool opens_that(std::uint32_t t) const;
  bool hands_over(std::uint32_t t) const;
  void nouns(std::uint32_t s);
  void noun(const NounGroup& group, std::uint32_t t, std::uint32_t s);
  bool said_already(std::uint32_t t) const;
  const Clause* carried_by(std::uint32_t t, std::uint32_t s) const;
  std::uint32_t noun_content_end(std::uint32_t from, std::uint32_t noun) const;
  void adjective(const Clause& c);
  void feels(const Clause& c);

  // people_credits.cpp
  std::uint32_t phrase(std::uint32_t t);
  std::uint32_t outlet_credit(std::uint32_t name, std::uint32_t t);
  void credit(std::uint32_t t, std::uint32_t cue_end);
  void after_fragment(Attribution a);
  Range source_behind(std::uint32_t t) const;
  void own_words(std::uint32_t t);
};

}  // namespace crosscheck::people
