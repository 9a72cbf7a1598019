// What each statement (a clause, claim kind `statement`) has to be recognised by in another story: its words, whom and what it
// names, its figures and times, each with a weight; and which words are near one another.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/entities.h"
#include "syntax/language.h"
#include "syntax/relations.h"

namespace crosscheck {

struct Feature {
  std::uint32_t number = 0;
  float nearness = 1;  // 0..1: 1 of the statement's own clause, less of the clauses around it
  bool own() const { return nearness == 1; }
};

struct Statement {
  ClaimId claim;
  StoryId story;
  std::uint32_t sentence = 0, clause = kNone, event = 0;
  Span span;
  bool denied = false;  // says that it is not so
  std::vector<Feature> features;                              // sorted by number
  std::vector<const Claim*> figures;                          // claims of the kind `figure` of its own clause
  std::vector<std::pair<Span, const Choice*>> states;         // of its own clause: words of [choices] lines
  double length = 0;                                          // of the vector of its features
};

class Statements {
 public:
  // `language` may be null: then no word is near another.
  Statements(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const EntityLinks& entities,
             const Rulebook& rulebook, const Language* language);

  const std::vector<Statement>& all() const { return statements_; }  // by event, story and place
  // What few sentences have weighs most.
  double weight(const Feature& feature) const { return weight_[feature.number] * feature.nearness; }
  struct Near {
    std::uint32_t number;
    float close;  // 0..1
  };
  const std::vector<Near>& near(std::uint32_t number);  // other features for the same, sorted by number
  std::size_t features() const { return weight_.size(); }
  // A one, a two, a day of the week: two stories of one event have it by chance.
  bool slight(std::uint32_t number) const { return slight_[number]; }
  bool contrary(std::uint32_t a, std::uint32_t b) const;

 private:
  class Story;  // adds the features of one
  std::uint32_t number_of(std::uint64_t key, double weight, std::string_view word);
  void weigh(std::size_t stories, const Rulebook& rulebook);
  void learn_lists(const Rulebook& rulebook, const Language* language);
  void learn_keys();

  const WordRelations* relations_;
  std::vector<Statement> statements_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<std::string_view> words_;                      // per feature; empty where it is no word
  std::vector<float> weight_;                                // per feature
  std::vector<bool> slight_;                                 // per feature
  std::vector<WordRelations::Entry> entries_;                // per feature; empty for what WordNet does not know
  std::vector<std::vector<std::uint32_t>> lists_;            // per feature: the word lists that it stands in
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_key_, by_list_;  // features, by key of WordRelations, by list
  std::vector<std::optional<std::vector<Near>>> near_;       // per feature, once asked for
};

}  // namespace crosscheck
