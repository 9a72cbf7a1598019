// The report that an editor reads in a terminal: what was found, both passages with the words marked, why, and what was
// not looked at.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/names.h"
#include "report/passage.h"
#include "report/places.h"
#include "report/report.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostLines = 20;  // of a story that are named as not checked

class TextReport {
 public:
  TextReport(const Report& report, const TextStyle& style) : report_(report), style_(style) {
    for (const AnalysedStory& s : report.stories) places_.emplace_back(s.story);
  }

  std::string write() {
    head();
    groups(report_.findings.findings);
    if (style_.all)
      groups(report_.findings.quiet);
    else if (!report_.findings.quiet.empty())
      out_ += fmt::format("{} more of little weight: --all shows them.\n\n", report_.findings.quiet.size());
    not_checked();
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    return style_.colour ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
  }

  void head() {
    std::size_t sentences = 0;
    for (const AnalysedStory& s : report_.stories) sentences += s.story.sentences.size();
    out_ +=
        fmt::format("{}: {}, {}, {}, {}\n", paint("1", "crosscheck"), counted(report_.stories.size(), "story", "stories"),
                    counted(sentences, "sentence", "sentences"), counted(report_.graph.claims.size(), "claim", "claims"),
                    counted(report_.graph.propositions.size(), "proposition", "propositions"));
    std::size_t longest = 0;
    for (const AnalysedStory& s : report_.stories) longest = std::max(longest, s.story.path.size());
    for (const AnalysedStory& s : report_.stories) {
      out_ += fmt::format("  {:<{}}  {:<10}  {}\n", s.story.path, longest,
                          s.story.published_text.empty() ? "no date" : s.story.published_text.substr(0, 10),
                          published_by(s.story));
    }
    out_ += "\n";
    if (report_.stories.empty()) out_ += "Nothing was read, so nothing was checked.\n";
    else if (report_.findings.findings.empty()) out_ += "Nothing found that does not fit.\n\n";
  }

  static std::string published_by(const Story& story) {
    std::string out = story.outlet.value_or("outlet not named");
    std::set<std::string> seen{out};
    for (const Credit& credit : story.credits)
      if (seen.insert(credit.name).second) out += ", credits " + credit.name;
    return out;
  }

  void groups(const std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < findings.size();) {
      std::size_t end = i;
      while (end < findings.size() && findings[end].category == findings[i].category) ++end;
      std::string title = findings[i].category;
      std::transform(title.begin(), title.end(), title.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
      out_ += paint("1", fmt::format("{} ({})", title, end - i)) + "\n\n";
      for (CheckId check; i < end; ++i) {
        if (findings[i].check != check) rule(findings[i]);
        check = findings[i].check;
        finding(findings[i]);
      }
    }
  }

  // Said once for all the findings of a rule that follow one another.
  void rule(const Finding& f) {
    static constexpr std::string_view kColours[] = {"36", "33", "31"};  // note, warning, error
    const Check& check = report_.rulebook[f.check];
    out_ += fmt::format("{} {} [{}]\n",
                        paint(kColours[static_cast<int>(f.severity)], fmt::format("{}:", to_string(f.severity))),
                        paint("1", check.title), check.id);
    out_ += wrap(f.why, style_.width, "  ") + "\n";
  }

  void finding(const Finding& f) {
    out_ += wrap(f.message, style_.width, "  ");
    for (const auto& group : passages_of(report_.stories, f.evidence, style_.width - 4)) passage(group);
    out_ += "\n";
  }

  void passage(const std::vector<Span>& spans) {
    const Story& story = report_.stories[spans.front().story.index()].story;
    const LineColumn at = places_[spans.front().story.index()].at(spans.front());
    out_ += "  " + paint("2", fmt::format("{}:{}:{}", story.path, at.line, at.column)) + "\n    ";
    std::string marks;
    for (const Passage::Piece& piece : passage_around(story.text, spans, style_.width - 4).pieces) {
      out_ += piece.marked ? paint("4;1", piece.text) : piece.text;
      marks += std::string(columns(piece.text), piece.marked ? '^' : ' ');
    }
    marks.erase(marks.find_last_not_of(' ') + 1);
    out_ += style_.colour ? "\n" : "\n    " + marks + "\n";
  }

  void not_checked() {
    if (report_.stories.empty()) return;
    std::size_t silent = 0, all = 0;
    for (const AnalysedStory& s : report_.stories)
      silent += s.claims.silent_sentences.size(), all += s.story.sentences.size();
    out_ += paint("1", "NOT CHECKED") + "\n\n";
    out_ += fmt::format("  {} of {} gave no claim", silent, counted(all, "sentence", "sentences"));
    out_ += silent == 0 ? ".\n" : ": what they say was compared with nothing.\n";
    for (std::size_t i = 0; i < report_.stories.size(); ++i) {
      const AnalysedStory& s = report_.stories[i];
      if (s.claims.silent_sentences.empty()) continue;
      std::set<std::uint32_t> lines;
      for (const std::uint32_t n : s.claims.silent_sentences)
        lines.insert(places_[i].at(s.story.span(s.story.sentences[n].first, s.story.sentences[n].last)).line);
      std::string text;
      std::size_t told = 0;
      for (auto line = lines.begin(); line != lines.end() && told < kMostLines; ++line, ++told)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", *line);
      if (told < lines.size()) text += fmt::format(" and {} more", lines.size() - told);
      out_ += wrap(fmt::format("{}: {} of {} (line {})", s.story.path, s.claims.silent_sentences.size(),
                               s.story.sentences.size(), text),
                   style_.width, "  ");
    }
    for (const AnalysedStory& s : report_.stories)
      if (!s.story.published)
        out_ += fmt::format("  {}: no date found: weekdays and “yesterday” in it were not worked out.\n", s.story.path);
  }

  const Report& report_;
  const TextStyle& style_;
  std::vector<PlaceIndex> places_;
  std::string out_;
};

}  // namespace

std::string report_text(const Report& report, const TextStyle& style) { return TextReport(report, style).write(); }

std::string mentions_text(const AnalysedStory& s) {
  std::string out;
  const PlaceIndex places(s.story);
  std::multimap<std::uint32_t, std::string> lines;
  const auto put = [&](Span span, std::string_view type, std::string_view value) {
    const LineColumn at = places.at(span);
    lines.emplace(span.begin, fmt::format("{}:{}:{}: {} “{}” {}\n", s.story.path, at.line, at.column, type,
                                          s.story.words(span), value));
  };
  for (const auto& m : s.mentions.quantities)
    put(m.at.span, "quantity", to_string(Value(m.value)) + (m.of.empty() ? "" : " of " + m.of));
  for (const auto& m : s.mentions.times) put(m.at.span, "time", m.value.timex);
  for (const auto& m : s.mentions.scores) put(m.at.span, "score", to_string(Value(m.value)));
  for (const auto& m : s.mentions.names) put(m.at.span, to_string(m.kind), s.mentions.entities[m.entity].name);
  for (const auto& m : s.mentions.titles) put(m.at.span, "title", to_string(Value(m.office)));
  for (const auto& m : s.mentions.quotes)
    put(m.at.span, "quote",
        m.speaker != kNone       ? s.mentions.entities[s.mentions.names[m.speaker].entity].name
        : m.speaker_span.empty() ? "nobody named"
                                 : std::string(s.story.words(m.speaker_span)));
  for (const auto& a : s.mentions.attributions)
    put(a.source.empty() ? a.cue : a.source, "attribution", fmt::format("{} {}", to_string(a.grade), a.source_text));
  for (const auto& [at, line] : lines) out += line;
  return out;
}

std::string claims_text(const AnalysedStory& s, const Rulebook& rulebook) {
  constexpr std::size_t kUsual = 9;  // times the text: a line a claim
  std::string out;
  out.reserve(kUsual * s.story.text.size());
  const auto put = [&](std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) out += text;
  };
  const PlaceIndex places(s.story);
  for (const Claim& claim : s.claims.claims) {
    if (claim.slots.empty()) continue;  // a sentence as a whole, for comparing
    const ClaimKind& kind = rulebook[claim.kind];
    const LineColumn at = places.at(claim.span);
    put({s.story.path, ":", fmt::format_int(at.line).c_str(), ":", fmt::format_int(at.column).c_str(), ": ", kind.name, "{"});
    std::string_view gap;
    for (const SlotValue& slot : claim.slots) {
      put({gap, kind.slots[slot.slot].name, "="});
      const std::size_t before = out.size();
      append(out, slot.value);
      if (out.size() == before) out += s.story.words(slot.span);
      gap = " ";
    }
    if (claim.when) put({gap, "when=", claim.when->timex}), gap = " ";
    if (claim.where) put({gap, "where="}), append(out, *claim.where);
    out += '}';
    if (claim.polarity != Polarity::affirmed) put({" ", to_string(claim.polarity)});
    if (claim.modality != Modality::actual) put({" ", to_string(claim.modality)});
    for (const VoiceLink& link : claim.voice) put({" < ", link.text});
    put({"  “", s.story.words(claim.span), "”\n"});
  }
  return out;
}

}  // namespace crosscheck
