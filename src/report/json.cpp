// The JSON that other programs read. Offsets are bytes of the file on disk; what a mention or a claim points at is
// given again as `text`, so that a reader need not open the file.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/names.h"
#include "report/places.h"
#include "report/report.h"

namespace crosscheck {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// An object written member by member, and its long lists element by element: a tree of all that is said of a thousand stories
// would take more room than the stories and claims themselves.
class Members {
 public:
  void add(std::string_view name, const Json& value) {
    open(name);
    text_ += dump(value);
  }
  void begin_list(std::string_view name) {
    open(name);
    gap_ = "[";
  }
  void element(const Json& value) {
    text_ += gap_;
    text_ += dump(value);
    gap_ = ",";
  }
  void end_list() {
    text_ += gap_ == "[" ? "[]" : "]";
    gap_ = ",";
  }
  std::string take() { return std::move(text_) + "}\n"; }

 private:
  void open(std::string_view name) {
    text_ += gap_;
    text_ += dump(name);
    text_ += ':';
    gap_ = ",";
  }

  std::string text_;
  std::string_view gap_ = "{";
};

Json bound(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (std::abs(value) < 9e15 && value == std::floor(value)) return static_cast<std::int64_t>(value);
  return value;
}

void put_range(Json& json, const Story& story, Span span) {
  const auto [begin, end] = story.file_range(span);
  json["start"] = begin;
  json["end"] = end;
}

// ---------------------------------------------------------------------------------------------- mentions

Json mention(std::string_view type, const Story& story, Span span, Json value) {
  Json json;
  json["type"] = type;
  put_range(json, story, span);
  json["text"] = story.words(span);
  json["value"] = std::move(value);
  return json;
}

Json quantity_value(const QuantityMention& m) {
  Json value;
  if (m.kind == QuantityKind::duration) {
    value["timex"] = m.timex;
    value["kind"] = "DURATION";
  }
  const bool duration = m.kind == QuantityKind::duration;  // printed in seconds, whatever the words say
  value["low"] = bound(duration ? m.value.low * m.value.factor : m.value.low);
  value["high"] = bound(duration ? m.value.high * m.value.factor : m.value.high);
  value["unit"] = duration ? "second" : m.counted.empty() ? m.value.unit : m.counted;
  if (m.kind == QuantityKind::age) value["unit"] = m.value.unit + " of age";  // ", 34,": no length of time
  value["approx"] = m.value.approx;
  if (!m.of.empty()) value["of"] = m.of;
  if (m.value.change != 0 && m.of.empty()) value["change"] = m.value.change > 0 ? "up" : "down";
  return value;
}

// "From 28 to 19": both ends, and all that lies between.
Json move_value(const QuantityMention& from, const QuantityMention& to) {
  Json value = quantity_value(to.value.unit.empty() && to.counted.empty() ? from : to);
  value["low"] = bound(std::min(from.value.low, to.value.low));
  value["high"] = bound(std::max(from.value.high, to.value.high));
  value["approx"] = from.value.approx || to.value.approx;
  value["from"] = bound(from.value.low);
  value["to"] = bound(to.value.low);
  return value;
}

Json time_value(const TimeMention& m) {
  Json value;
  value["timex"] = m.value.timex;
  constexpr std::array<std::string_view, 4> kKinds = {"DATE", "TIME", "SET", "DURATION"};  // in the order of TimeKind
  value["kind"] = kKinds[static_cast<std::size_t>(m.kind)];
  if (m.value.granularity != Granularity::unknown) {
    value["from"] = iso_date(m.value.from, m.value.granularity);
    value["to"] = iso_date(m.value.to - 1, m.value.granularity);
  }
  return value;
}

std::string_view quantity_type(QuantityKind kind) {
  if (kind == QuantityKind::duration) return "duration";
  return kind == QuantityKind::ordinal ? "ordinal" : "quantity";
}

Json file_span(const Story& story, Span span) {
  const auto [begin, end] = story.file_range(span);
  return Json::array({begin, end});
}

Json attribution_value(const Story& story, const Attribution& a) {
  Json value;
  if (!a.source.empty()) value["source"] = file_span(story, a.source);
  value["cue"] = file_span(story, a.cue);
  value["content"] = file_span(story, a.content);
  if (!a.more_content.empty()) {  // "…," she said, "…": pieces
    value["content"] = Json::array({file_span(story, a.content)});
    for (const Span& more : a.more_content) value["content"].push_back(file_span(story, more));
  }
  if (!a.addressee.empty()) value["addressee"] = story.words(a.addressee);
  if (!a.venue.empty()) value["venue"] = story.words(a.venue);
  value["quoted"] = a.quoted;
  if (a.attitude) value["attitude"] = true;
  value["grade"] = to_string(a.grade);
  return value;
}

// Where head and foot matter, which are not read for names, name the agencies and the outlet of the story; the number and the
// name of each. Numbers go on behind those of the entities.
std::vector<std::pair<Span, std::pair<std::size_t, std::string>>> credited_names(const AnalysedStory& s) {
  const Story& story = s.story;
  std::map<std::string, std::size_t> numbers;
  for (const Credit& credit : story.credits) numbers.try_emplace(credit.name, 0);
  if (story.outlet) numbers.try_emplace(*story.outlet, 0);
  std::vector<std::pair<Span, std::pair<std::size_t, std::string>>> found;
  std::size_t next = s.mentions.entities.size();
  for (std::size_t e = 0; e < s.mentions.entities.size(); ++e)  // whom a list of subjects or a byline names in full
    for (const Block& block : story.blocks) {
      const std::string& name = s.mentions.entities[e].name;
      if (is_read(block.kind) || name.find(' ') == std::string::npos) continue;
      const std::size_t at = story.words(Span{story.id, block.begin, block.end}).find(name);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(block.begin + at);
      found.emplace_back(Span{story.id, begin, begin + static_cast<std::uint32_t>(name.size())}, std::pair{e, name});
    }
  for (auto& [name, number] : numbers) {
    const auto known = std::find_if(s.mentions.entities.begin(), s.mentions.entities.end(), [&name = name](const StoryEntity& e) { return e.name == name; });
    number = known != s.mentions.entities.end() ? static_cast<std::size_t>(known - s.mentions.entities.begin()) : next++;
    for (const Block& block : story.blocks) {
      if (is_read(block.kind) || name.empty()) continue;
      const std::string_view words = story.words(Span{story.id, block.begin, block.end});
      for (std::size_t at = words.find(name); at != std::string_view::npos; at = words.find(name, at + name.size())) {
        const auto begin = static_cast<std::uint32_t>(block.begin + at);
        found.emplace_back(Span{story.id, begin, begin + static_cast<std::uint32_t>(name.size())}, std::pair{number, name});
      }
    }
  }
  return found;
}

Json mentions_of(const AnalysedStory& s) {
  const Story& story = s.story;
  std::multimap<std::pair<std::uint32_t, std::uint32_t>, Json> sorted;
  const auto put = [&](std::string_view type, Span span, Json value) {
    sorted.emplace(std::pair{span.begin, span.end}, mention(type, story, span, std::move(value)));
  };
  const QuantityMention* before = nullptr;
  for (const QuantityMention& m : s.mentions.quantities) {
    if (m.ends_move && before->kind != QuantityKind::duration) put("quantity", cover(before->at.span, m.at.span), move_value(*before, m));
    put(quantity_type(m.kind), m.at.span, quantity_value(m));
    before = &m;
  }
  for (const auto& m : s.mentions.times) put("time", m.at.span, time_value(m));
  for (const auto& m : s.mentions.scores) put("score", m.at.span, {{"score", to_string(Value(m.value))}});
  for (const auto& m : s.mentions.names)
    put(to_string(m.kind), m.at.span,
        {{"entity", "e" + std::to_string(m.entity)}, {"name", s.mentions.entities[m.entity].name}});
  std::size_t things = s.mentions.entities.size();  // numbers of what has no name go on behind those of the entities
  for (const auto& [span, credited] : credited_names(s)) {
    things = std::max(things, credited.first + 1);
    put("outlet", span, {{"entity", "e" + std::to_string(credited.first)}, {"name", credited.second}});
  }
  std::vector<std::string_view> called;
  for (const NominalMention& m : s.mentions.nominals) {
    if (called.size() <= m.thing) called.resize(m.thing + 1);
    if (called[m.thing].empty()) called[m.thing] = story.words(m.at.span);
    put(m.people ? "group" : "other", m.at.span, {{"entity", "e" + std::to_string(things + m.thing)}, {"name", called[m.thing]}});
  }
  for (const auto& m : s.mentions.titles) put("title", m.at.span, {{"office", to_string(Value(m.office))}});
  for (const auto& m : s.mentions.quotes) {
    Json value = Json::object();
    if (!m.speaker_span.empty()) value["speaker"] = story.words(m.speaker_span);
    if (m.speaker != kNone) value["name"] = s.mentions.entities[s.mentions.names[m.speaker].entity].name;
    if (m.attribution != kNone) {
      const Attribution& a = s.mentions.attributions[m.attribution];
      value["cue"] = story.words(a.cue);
      if (!a.addressee.empty()) value["addressee"] = story.words(a.addressee);
      if (!a.venue.empty()) value["venue"] = story.words(a.venue);
    }
    put("quote", m.at.span, std::move(value));
  }
  for (const auto& a : s.mentions.attributions)
    if (!a.channel) put("attribution", cover(cover(a.source, a.cue), a.content), attribution_value(story, a));
  Json out = Json::array();
  for (auto& [at, json] : sorted) out.push_back(std::move(json));
  return out;
}

Json story_head(const Story& story) {
  Json json;
  json["path"] = story.path;
  if (story.outlet) json["outlet"] = *story.outlet;
  if (!story.published_text.empty()) json["published"] = story.published_text;
  if (!story.headline.empty()) json["headline"] = story.headline;
  return json;
}

Json diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
  Json out = Json::array();
  for (const Diagnostic& d : diagnostics) {
    Json json{{"severity", to_string(d.severity)}, {"path", d.path}};
    if (d.line != 0) json["line"] = d.line;
    if (d.column != 0) json["column"] = d.column;
    json["message"] = d.message;
    out.push_back(std::move(json));
  }
  return out;
}

// ---------------------------------------------------------------------------------------------- claims

// `entity` gives the id of the entity in slot i, or "".
template <class EntityOf>
Json claim_json(const std::string& id, const Claim& claim, const AnalysedStory& s, const PlaceIndex& places,
                const ClaimKind& kind, EntityOf entity) {
  const Story& story = s.story;
  Json json{{"id", id}, {"kind", kind.name}, {"story", claim.story.value}};
  put_range(json, story, claim.span);
  const LineColumn at = places.at(claim.span);
  json["line"] = at.line;
  json["column"] = at.column;
  json["text"] = story.words(claim.span);
  Json slots = Json::object();
  for (std::size_t i = 0; i < claim.slots.size(); ++i) {
    const SlotValue& slot = claim.slots[i];
    Json value{{"text", story.words(slot.span)}, {"value", to_string(slot.value)}};
    if (const std::string e = entity(i); !e.empty()) value["entity"] = e;
    const std::string& name = kind.slots[slot.slot].name;
    if (slots.contains(name))
      slots[name]["more"].push_back(std::move(value));
    else
      slots[name] = std::move(value);
  }
  if (claim.when) slots["when"] = {{"text", story.words(claim.when_span)}, {"value", claim.when->timex}};
  if (claim.where)
    slots["where"] = {{"text", story.words(claim.where_span)}, {"value", to_string(Value(*claim.where))}};
  json["slots"] = std::move(slots);
  Json voice = Json::array();
  for (const VoiceLink& link : claim.voice) voice.push_back(link.text);
  json["voice"] = std::move(voice);
  json["polarity"] = to_string(claim.polarity);
  json["modality"] = to_string(claim.modality);
  return json;
}

Json finding_json(const Finding& finding, const Report& report, const std::vector<PlaceIndex>& places) {
  Json json{{"fingerprint", finding.fingerprint}, {"rule", report.rulebook[finding.check].id},
            {"category", finding.category},       {"severity", to_string(finding.severity)},
            {"message", finding.message},         {"why", finding.why},
            {"confidence", std::round(finding.confidence * 1000) / 1000}};
  Json claims = Json::array();
  for (const ClaimId id : finding.claims) claims.push_back("c" + std::to_string(id.value));
  json["claims"] = std::move(claims);
  Json evidence = Json::array();
  for (const Span& span : finding.evidence) {
    const Story& story = report.stories[span.story.index()].story;
    Json e{{"path", story.path}};
    put_range(e, story, span);
    const LineColumn at = places[span.story.index()].at(span);
    e["line"] = at.line;
    e["column"] = at.column;
    e["text"] = story.words(span);
    evidence.push_back(std::move(e));
  }
  json["evidence"] = std::move(evidence);
  return json;
}

// A clause that no other story repeats tells nothing by itself: what it says stands in the claims of other kinds.
bool silent(const ClaimGraph& graph, const Rulebook& rulebook, PropositionId id) {
  const Proposition& p = graph.propositions[id.index()];
  return p.claims.size() == 1 && rulebook[p.kind].name == kStatementKind;
}

}  // namespace

std::string mentions_json(const std::vector<AnalysedStory>& stories, const std::vector<Diagnostic>& diagnostics) {
  Members out;
  out.add("schema", kJsonSchema);
  out.begin_list("stories");
  for (const AnalysedStory& s : stories) {
    Json json = story_head(s.story);
    json["mentions"] = mentions_of(s);
    out.element(json);
  }
  out.end_list();
  out.add("diagnostics", diagnostics_json(diagnostics));
  return out.take();
}

std::string claims_json(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook,
                        const std::vector<Diagnostic>& diagnostics) {
  Members out;
  out.add("schema", kJsonSchema);
  out.begin_list("stories");
  for (const AnalysedStory& s : stories) out.element(story_head(s.story));
  out.end_list();
  out.begin_list("claims");
  std::size_t id = 0;
  for (const AnalysedStory& s : stories) {
    const PlaceIndex places(s.story);
    for (const Claim& claim : s.claims.claims) {
      if (claim.slots.empty()) continue;  // a sentence as a whole, for comparing
      out.element(claim_json("c" + std::to_string(id++), claim, s, places, rulebook[claim.kind], [&](std::size_t i) {
        const std::uint32_t e = claim.slots[i].entity;
        return e == kNone ? std::string() : "s" + std::to_string(claim.story.value) + "e" + std::to_string(e);
      }));
    }
  }
  out.end_list();
  out.add("diagnostics", diagnostics_json(diagnostics));
  return out.take();
}

std::string report_json(const Report& report, bool all) {
  const ClaimGraph& graph = report.graph;
  Members out;
  out.add("schema", kJsonSchema);
  out.add("tool", {{"name", "crosscheck"}, {"version", kVersion}});
  std::vector<PlaceIndex> places;
  std::vector<std::uint32_t> event(report.stories.size(), 0);
  for (auto it = graph.claims.rbegin(); it != graph.claims.rend(); ++it) event[it->story.index()] = it->event;
  out.begin_list("stories");
  for (const AnalysedStory& s : report.stories) {
    places.emplace_back(s.story);
    Json json = story_head(s.story);
    json["event"] = event[s.story.id.index()];
    out.element(json);
  }
  out.end_list();
  out.begin_list("claims");
  for (std::size_t id = 0; id < graph.claims.size(); ++id) {
    const GraphClaim& g = graph.claims[id];
    const AnalysedStory& s = report.stories[g.story.index()];
    const Claim& claim = s.claims.claims[g.index];
    if (silent(graph, report.rulebook, g.proposition)) continue;
    out.element(claim_json("c" + std::to_string(id), claim, s, places[g.story.index()], report.rulebook[claim.kind],
                           [&](std::size_t i) {
                             const bool known = i < g.entities.size() && g.entities[i].valid();
                             return known ? "e" + std::to_string(g.entities[i].value) : std::string();
                           }));
  }
  out.end_list();
  out.begin_list("propositions");
  for (std::size_t id = 0; id < graph.propositions.size(); ++id) {
    const Proposition& p = graph.propositions[id];
    if (silent(graph, report.rulebook, PropositionId(id))) continue;
    Json json{{"id", "p" + std::to_string(id)}, {"kind", report.rulebook[p.kind].name}, {"claims", Json::array()}};
    for (const ClaimId c : p.claims) json["claims"].push_back("c" + std::to_string(c.value));
    json["independent_sources"] = p.independent_sources;
    json["origins"] = Json::array();
    for (const SourceId source : p.origins) json["origins"].push_back(graph.sources[source.index()].name);
    if (p.sole_origin.valid()) json["sole_origin"] = graph.sources[p.sole_origin.index()].name;
    json["inferred"] = p.inferred;
    out.element(json);
  }
  out.end_list();
  out.begin_list("findings");
  for (const Finding& f : report.findings.findings) out.element(finding_json(f, report, places));
  if (all)
    for (const Finding& f : report.findings.quiet) out.element(finding_json(f, report, places));
  out.end_list();
  out.add("diagnostics", diagnostics_json(report.diagnostics));
  return out.take();
}

std::string graph_json(const ClaimGraph& graph) {
  Members out;
  out.add("schema", kJsonSchema);
  out.begin_list("nodes");
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    out.element({{"id", i}, {"kind", to_string(graph.nodes[i].kind)}, {"label", graph.nodes[i].label}});
  out.end_list();
  out.begin_list("edges");
  for (const Edge& e : graph.edges)
    out.element({{"from", e.from}, {"to", e.to}, {"kind", to_string(e.kind)}, {"inferred", e.inferred}});
  out.end_list();
  return out.take();
}

}  // namespace crosscheck
