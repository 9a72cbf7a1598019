// The word lists that claim/ reads by name: they decide in which world a sentence stands. The words are in
// rules/lexicon/worlds.toml and grammar.toml; a list that is missing is simply never found.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

struct EngineLists {
  explicit EngineLists(const Rulebook& rulebook)
      : negator(rulebook.list("negator")), no_one(rulebook.list("no-one")), planned(rulebook.list("planned")),
        forecast(rulebook.list("forecast")), possible(rulebook.list("possible")), alleged(rulebook.list("alleged")),
        denied(rulebook.list("denied")), hypothetical(rulebook.list("hypothetical")), asked(rulebook.list("asked")),
        not_done(rulebook.list("not-done")), unreal(rulebook.list("unreal")), at_place(rulebook.list("at-place")), near_place(rulebook.list("near-place")),
        rise(rulebook.list("rise")), fall(rulebook.list("fall")), prep_of(rulebook.list("prep-of")),
        acting_noun(rulebook.list("acting-noun")), brought_about(rulebook.list("brought-about")), event_noun(rulebook.list("event-noun")), from_then(rulebook.list("over-a-time")),
        figure_role(rulebook.list("figure-role")), place_role(rulebook.list("place-role")), time_role(rulebook.list("time-role")), say(rulebook.list("say")),
        thin_verb(rulebook.list("thin-verb")), compared(rulebook.list("compared-to")), difference(rulebook.list("difference")), count_noun(rulebook.list("count-noun")), arrival(rulebook.list("arrival")), born(rulebook.list("born")), each(rulebook.list("each-one")), feat(rulebook.list("feat")), part_of_time(rulebook.list("part-of-time")),
        definite(rulebook.list("definite")), backshifted(rulebook.list("future-in-the-past")), not_all(rulebook.list("not-all")) {
    const ChoiceId people = rulebook.choice("counted-as");
    if (people.valid()) counted_as = rulebook[people].lists;
    const ChoiceId scope = rulebook.choice("count-scope");
    if (scope.valid()) count_scope = rulebook[scope].lists;
    worlds.resize(rulebook.lists.size());
    for (const auto& [list, world] : {std::pair{denied, kDenied}, {asked, kAsked}, {possible, kPossible}, {forecast, kForecast},
                                      {alleged, kAlleged}, {planned, kPlanned}, {hypothetical, kHypothetical}})
      if (list.valid()) worlds[list.index()] |= world;
  }

  enum World : std::uint8_t {
    kDenied = 1, kAsked = 2, kPossible = 4, kForecast = 8, kAlleged = 16, kPlanned = 32, kHypothetical = 64,
  };

  ListId negator;       // not, never: grammar.toml
  ListId no_one;        // no, nobody, neither: the noun phrase says that it is not so
  ListId planned, forecast, possible, alleged, denied, hypothetical, asked;
  std::vector<std::uint8_t> worlds;  // per list: which of these it is, as World bits
  ListId not_done;      // verbs whose infinitive did not come about: fail to, refuse to
  ListId unreal;        // drill, film, novel
  ListId at_place;      // in, at, near: what makes a place the place of a clause
  ListId near_place;    // of these, what leads only into the neighbourhood
  ListId rise, fall;
  ListId prep_of;       // of: grammar.toml
  ListId acting_noun;   // bodies that act as people do: airline, ministry
  ListId brought_about; // verbs whose infinitive did come about: manage to, force to
  ListId event_noun;    // happenings that WordNet files elsewhere: talks, meeting
  ListId from_then;     // since, for: a time behind them is no day of the clause
  ListId figure_role;   // from, to, by: which of several amounts one is
  ListId place_role;    // from, to, into: no place in which it happens
  ListId time_role;     // since, until, before: no day on which it happens
  ListId say;           // of saying there are many, each at its own time
  ListId thin_verb;     // be, have: say little without what stands behind them
  ListId compared;      // than: a time behind it is that of something else
  ListId difference;    // by, a majority of, behind: around an amount by which two others differ
  ListId count_noun;    // the number of, the tally of: what stands behind "of" is counted
  ListId arrival;       // to: behind a verb of change, where it now stands
  ListId born;          // a year beside it tells an age
  ListId each;          // each, apiece: an amount told of every one
  ListId feat;          // victory, title: the third of them makes three
  ListId part_of_time;  // quarter, half: no place in a row that tells two stories apart
  ListId definite;      // the, this: who is known already
  ListId backshifted;   // would: behind "said", what will is behind "says"
  ListId not_all;       // some, other: who is told of may not be who is told of elsewhere
  std::vector<ListId> count_scope; // of the season, of a career: the line of [choices] by what is counted over
  std::vector<ListId> counted_as;  // dead, hurt, missing: the line of [choices] that people are counted by
};

}  // namespace crosscheck
