#include "syntax/train/conllu.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::array<const char*, 17> kUpos = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
                                               "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
const std::map<std::string, Xpos, std::less<>> kXpos = {
    {"CC", Xpos::CC}, {"CD", Xpos::CD}, {"LS", Xpos::CD}, {"DT", Xpos::DT}, {"EX", Xpos::EX}, {"FW", Xpos::FW}, {"IN", Xpos::IN},
    {"JJ", Xpos::JJ}, {"JJR", Xpos::JJR}, {"JJS", Xpos::JJS}, {"MD", Xpos::MD}, {"NN", Xpos::NN}, {"NNP", Xpos::NNP},
    {"NNPS", Xpos::NNPS}, {"NNS", Xpos::NNS}, {"PDT", Xpos::PDT}, {"POS", Xpos::POS}, {"PRP", Xpos::PRP}, {"PRP$", Xpos::PRPS},
    {"RB", Xpos::RB}, {"RBR", Xpos::RBR}, {"RBS", Xpos::RBS}, {"RP", Xpos::RP}, {"TO", Xpos::TO}, {"UH", Xpos::UH},
    {"VB", Xpos::VB}, {"VBD", Xpos::VBD}, {"VBG", Xpos::VBG}, {"VBN", Xpos::VBN}, {"VBP", Xpos::VBP}, {"VBZ", Xpos::VBZ},
    {"WDT", Xpos::WDT}, {"WP", Xpos::WP}, {"WP$", Xpos::WPS}, {"WRB", Xpos::WRB}, {",", Xpos::COMMA}, {".", Xpos::PERIOD},
    {":", Xpos::COLON}, {"``", Xpos::QUOTE_OPEN}, {"''", Xpos::QUOTE_CLOSE}, {"-LRB-", Xpos::LBRACKET}, {"-RRB-", Xpos::RBRACKET},
    {"$", Xpos::SYM}, {"SYM", Xpos::SYM}, {"HYPH", Xpos::HYPH}};

struct RawToken {
  TreebankToken token;
  std::string relation;
  std::size_t head = 0;  // 1-based, 0: root
  bool glued = false;    // no space behind
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

// Whole file through gzip, which passes plain files on with -f.
std::string unpacked(const std::string& path) {
  std::string quoted = "'";
  for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(("gzip -dcf < " + quoted + "'").c_str(), "r"), pclose);
  if (!pipe) throw std::runtime_error("cannot run gzip");
  std::string all;
  std::array<char, 65536> buffer;
  for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) all.append(buffer.data(), n);
  if (all.empty()) throw std::runtime_error("cannot read " + path);
  return all;
}

// Tags that nothing here asks for (list marks, "goes with", addresses) take the common one of their part of speech.
Xpos simplified(Upos upos, Xpos xpos) {
  switch (upos) {
    case Upos::X: return Xpos::other;
    case Upos::SYM: return Xpos::SYM;
    case Upos::NUM: return Xpos::CD;
    case Upos::PROPN: return xpos == Xpos::NNPS ? xpos : Xpos::NNP;
    case Upos::NOUN: return xpos == Xpos::NNS ? xpos : Xpos::NN;
    case Upos::ADV: return xpos == Xpos::other || xpos == Xpos::FW ? Xpos::RB : xpos;
    case Upos::ADJ: return xpos == Xpos::other ? Xpos::JJ : xpos;
    case Upos::VERB: return xpos == Xpos::other || xpos == Xpos::NNP ? Xpos::VB : xpos;
    default: return xpos;
  }
}

RawToken parse_token(const std::vector<std::string>& f) {
  RawToken raw;
  raw.token.form = f[1];
  raw.token.lemma = f[2];
  const auto* const upos = std::find(kUpos.begin(), kUpos.end(), f[3]);
  raw.token.upos = upos == kUpos.end() ? Upos::X : static_cast<Upos>(upos - kUpos.begin());
  const auto xpos = kXpos.find(f[4]);
  raw.token.xpos = simplified(raw.token.upos, xpos == kXpos.end() ? Xpos::other : xpos->second);
  raw.head = f[6] == "_" ? 0 : std::stoul(f[6]);
  raw.relation = f[7];
  raw.glued = f[9].find("SpaceAfter=No") != std::string::npos;
  raw.token.auxiliary_to_drop = raw.token.upos == Upos::AUX && raw.token.xpos != Xpos::MD &&
                                (f[7] == "aux:pass" || f[7] == "cop");
  return raw;
}

// "sit-down": an adjective where it stands before a noun it modifies, else what its last part is.
TreebankToken joined(const std::vector<RawToken>& raw, std::size_t first, std::size_t last) {
  TreebankToken token = raw[last - 1].token;
  token.form.clear();
  token.lemma.clear();
  bool names_only = true;
  bool modifies = false;
  for (std::size_t i = first; i < last; ++i) {
    token.form += raw[i].token.form;
    token.lemma += i + 1 < last ? raw[i].token.form : raw[i].token.lemma;
    if ((i - first) % 2 == 0 && raw[i].token.upos != Upos::PROPN) names_only = false;
    const std::string& relation = raw[i].relation;
    if (raw[i].head > last && raw[raw[i].head - 1].token.upos == Upos::NOUN &&
        (relation == "amod" || relation == "compound" || relation == "nummod" || relation == "nmod:npmod"))
      modifies = true;
  }
  if (token.upos == Upos::NUM || names_only || !modifies) return token;
  token.upos = Upos::ADJ;
  token.xpos = Xpos::JJ;
  return token;
}

TreebankSentence join_hyphens(const std::vector<RawToken>& raw) {
  TreebankSentence sentence;
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t end = i + 1;
    while (end + 1 < raw.size() && raw[end - 1].glued && raw[end].token.form == "-" && raw[end].glued) end += 2;
    sentence.push_back(end == i + 1 ? raw[i].token : joined(raw, i, end));
    i = end;
  }
  return sentence;
}

// The two commonest determiners are the articles.
void mark_articles(std::vector<TreebankSentence>& sentences) {
  std::map<std::string, long> seen;
  const auto determiner = [](const TreebankToken& t) { return t.upos == Upos::DET && t.xpos == Xpos::DT; };
  for (const auto& sentence : sentences)
    for (const auto& token : sentence)
      if (determiner(token)) ++seen[token.lemma];
  std::vector<std::pair<long, std::string>> ranked;
  for (const auto& [lemma, count] : seen) ranked.emplace_back(-count, lemma);
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min<std::size_t>(ranked.size(), 2));
  for (auto& sentence : sentences)
    for (auto& token : sentence)
      token.article = determiner(token) && std::any_of(ranked.begin(), ranked.end(), [&](const auto& r) { return r.second == token.lemma; });
}

bool has_letters(const std::string& form) {
  return std::any_of(form.begin(), form.end(), [](unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool stays_small(const TreebankToken& t) {
  return t.form.size() <= 3 && (t.upos == Upos::ADP || t.upos == Upos::DET || t.upos == Upos::CCONJ || t.upos == Upos::PART);
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::string& path) {
  const std::string all = unpacked(path);
  std::vector<TreebankSentence> sentences;
  std::vector<RawToken> raw;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string line = all.substr(at, end - at);
    at = end + 1;
    if (line.empty()) {
      if (!raw.empty()) sentences.push_back(join_hyphens(raw));
      raw.clear();
    } else if (line[0] != '#') {
      const auto fields = split(line);
      if (fields.size() >= 10 && fields[0].find_first_of("-.") == std::string::npos) raw.push_back(parse_token(fields));
    }
  }
  if (!raw.empty()) sentences.push_back(join_hyphens(raw));
  mark_articles(sentences);
  return sentences;
}

TreebankSentence as_headline(const TreebankSentence& sentence, int style, bool drop_articles) {
  TreebankSentence headline;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    TreebankToken token = sentence[i];
    const bool full_stop = i + 1 == sentence.size() && token.form == ".";
    if (token.auxiliary_to_drop || full_stop || (drop_articles && token.article)) continue;
    if (style == 2) std::transform(token.form.begin(), token.form.end(), token.form.begin(), upper);
    if (style < 2 && has_letters(token.form) && token.form[0] != '\'' && token.form != "n't" &&
        !(style == 1 && !headline.empty() && stays_small(token)))
      token.form[0] = upper(token.form[0]);
    headline.push_back(std::move(token));
  }
  return headline;
}

}  // namespace crosscheck
