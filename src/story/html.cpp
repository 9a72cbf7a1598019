// HTML: what is the article, what is the page around it. By elements (article, main, nav, footer, aside ...), then by the
// names of classes; dates, outlet and headline from JSON-LD, meta elements and <time>.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "story/characters.h"
#include "story/html_reader.h"

namespace crosscheck {

namespace {

constexpr std::size_t kDeepest = 400;  // elements open at once; deeper ones are read as their parents

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 12> kVoid = {"br", "img", "hr", "meta", "link", "input", "source", "wbr", "area", "col", "embed", "track"};
constexpr std::array<std::string_view, 17> kDropped = {"nav", "footer", "aside", "script", "style", "form", "button", "select", "svg", "iframe",
                                                       "noscript", "template", "video", "audio", "object", "dialog", "canvas"};
constexpr std::array<std::string_view, 13> kInline = {"a", "b", "i", "em", "strong", "span", "sup", "sub", "u", "small", "abbr", "mark", "q"};
constexpr std::array<std::string_view, 9> kPhrase = {"cite", "code", "font", "ins", "del", "s", "time", "bdi", "person"};

enum class Region : std::uint8_t { page, main, article };

struct Open {
  std::string name;
  bool drop = false;
  Region region = Region::page;
  std::optional<BlockKind> kind;
};

bool has_class(const MarkupPiece& tag, const WordSet& words) {
  for (const std::string_view key : {std::string_view("class"), std::string_view("id"), std::string_view("itemprop"), std::string_view("role")}) {
    const std::string value = fold(tag.attribute(key));
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t begin = value.find_first_not_of(" -_\t\n", at);
      if (begin == std::string::npos) break;
      const std::size_t end = std::min(value.find_first_of(" -_\t\n", begin), value.size());
      if (words.count(std::string_view(value).substr(begin, end - begin))) return true;
      at = end;
    }
  }
  return false;
}

class HtmlReading {
 public:
  HtmlReading(const MappedText& source, const HtmlOptions& options, const MarkupWords& words, TextBuilder& builder,
              std::vector<Paragraph>& paragraphs, Metadata& metadata)
      : source_(source), options_(options), words_(words), paragraphs_(paragraphs), first_(paragraphs.size()),
        metadata_(metadata), writer_(builder, paragraphs) {}

  void read(std::uint32_t begin, std::uint32_t end) {
    MarkupScanner scanner(source_, begin, end, true);
    for (MarkupPiece piece; scanner.next(piece);) {
      switch (piece.kind) {
        case MarkupPiece::Kind::open: open(piece); break;
        case MarkupPiece::Kind::close: close(piece); break;
        case MarkupPiece::Kind::text: case MarkupPiece::Kind::cdata: text(piece); break;
      }
    }
    finish(end);
    settle();
  }

 private:
  const Open* top() const { return stack_.empty() ? nullptr : &stack_.back(); }

  void finish(std::uint32_t at) {
    std::optional<BlockKind> kind = top() == nullptr ? std::nullopt : top()->kind;
    if (!writer_.finish(kind, source_, at)) { linked_ = written_ = 0; return; }
    const bool links = !kind && linked_ * 10 >= written_ * 8 && written_ < 400;  // nothing but links: a menu
    if (links && !options_.fragment) paragraphs_.back().kind = BlockKind::navigation;
    regions_.push_back(top() == nullptr ? Region::page : top()->region);
    linked_ = written_ = 0;
  }

  void meta(const MarkupPiece& tag) {
    const std::string name = fold(std::string(tag.attribute("property")) + std::string(tag.attribute("name")) + std::string(tag.attribute("itemprop")));
    const std::string content(tag.attribute("content"));
    const auto set = [&](std::string& slot) { if (slot.empty()) slot = content; };
    if (name == "article:published_time" || name == "datepublished" || name == "date" || name == "pubdate" || name == "dc.date" ||
        name == "dc.date.issued" || name == "dcterms.created" || name == "publish-date" || name == "parsely-pub-date" || name == "sailthru.date")
      set(meta_published_);
    else if (name == "og:site_name" || name == "application-name" || name == "publisher") set(meta_outlet_);
    else if (name == "og:title" || name == "twitter:title") set(meta_headline_);
  }

  void open(const MarkupPiece& tag) {
    if (tag.name == "meta") { meta(tag); return; }
    if (tag.name == "time" && time_.empty()) time_ = std::string(tag.attribute("datetime"));
    if (tag.name == "a") ++links_;
    if (tag.name == "script") json_ld_ = fold(tag.attribute("type")) == "application/ld+json";
    const bool inline_element = one_of(tag.name, kInline) || one_of(tag.name, kPhrase);
    const bool is_void = one_of(tag.name, kVoid);
    if (!inline_element && tag.name != "wbr" && tag.name != "img") finish(tag.begin);
    if (is_void || (tag.self_closing && !inline_element) || stack_.size() >= kDeepest) return;
    if (tag.name == "p" || tag.name == "li")  // closes one left open
      if (!stack_.empty() && stack_.back().name == tag.name) stack_.pop_back();
    Open element;
    element.name = tag.name;
    if (top() != nullptr) { element.drop = top()->drop; element.region = top()->region; element.kind = top()->kind; }
    classify(tag, inline_element, element);
    stack_.push_back(std::move(element));
  }

  void classify(const MarkupPiece& tag, bool inline_element, Open& element) const {
    const bool structural = tag.name == "html" || tag.name == "body" || tag.name == "main" || tag.name == "article";
    if (tag.name == "article") element.region = Region::article;
    else if (tag.name == "main" && element.region == Region::page) element.region = Region::main;
    element.drop = element.drop || one_of(tag.name, kDropped) || tag.name == "head" || fold(tag.attribute("aria-hidden")) == "true";
    if (tag.name == "header" && element.region == Region::page && !options_.fragment) element.kind = BlockKind::navigation;
    if (tag.name == "h1") element.kind = BlockKind::headline;
    else if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '2' && tag.name[1] <= '6') element.kind = BlockKind::crosshead;
    else if (tag.name == "figcaption" || tag.name == "caption") element.kind = BlockKind::note;
    if (structural || inline_element || !options_.trust_classes) return;
    if (has_class(tag, words_.furniture) && element.kind != BlockKind::headline) element.drop = true;
    else if (element.kind) return;
    else if (has_class(tag, words_.byline)) element.kind = BlockKind::byline;
    else if (has_class(tag, words_.date)) element.kind = BlockKind::date;
    else if (has_class(tag, words_.standfirst)) element.kind = BlockKind::standfirst;
    else if (has_class(tag, words_.note)) element.kind = BlockKind::note;
  }

  void close(const MarkupPiece& tag) {
    if (tag.name == "a" && links_ > 0) --links_;
    if (!one_of(tag.name, kInline) && !one_of(tag.name, kPhrase)) finish(tag.begin);
    for (std::size_t back = 1; back <= stack_.size() && back <= 64; ++back) {
      if (stack_[stack_.size() - back].name != tag.name) continue;
      stack_.resize(stack_.size() - back);
      break;
    }
  }

  void text(const MarkupPiece& piece) {
    if (top() != nullptr && top()->name == "script") {
      if (json_ld_) read_json_ld(std::string_view(source_.text).substr(piece.begin, piece.end - piece.begin), metadata_);
      return;
    }
    if (top() != nullptr && top()->name == "title") { title_ += plain_text(source_, piece.begin, piece.end); return; }
    if (top() != nullptr && top()->drop) return;
    writer_.text(source_, piece.begin, piece.end, piece.kind == MarkupPiece::Kind::text);
    const auto length = static_cast<std::uint32_t>(trim(std::string_view(source_.text).substr(piece.begin, piece.end - piece.begin)).size());
    written_ += length;
    if (links_ > 0) linked_ += length;
  }

  // The article is what stands in <article>, else in <main>, else on the page; of several articles all.
  void settle() {
    Region best = Region::page;
    for (std::size_t i = 0; i < regions_.size(); ++i)
      if (!paragraphs_[first_ + i].kind || paragraphs_[first_ + i].kind == BlockKind::body) best = std::max(best, regions_[i]);
    bool headline = false;
    for (std::size_t i = 0; i < regions_.size(); ++i) {
      Paragraph& paragraph = paragraphs_[first_ + i];
      const bool title = paragraph.kind == BlockKind::headline;
      if (title && !headline) { headline = true; continue; }  // the first <h1>, wherever it stands
      if (title) paragraph.kind = BlockKind::crosshead;
      if (!options_.fragment && regions_[i] < best) paragraph.kind = BlockKind::navigation;
    }
    const auto set = [](std::string& slot, const std::string& value) { if (slot.empty()) slot = value; };
    set(metadata_.published, meta_published_);
    set(metadata_.published, time_);
    set(metadata_.outlet, meta_outlet_);
    set(metadata_.headline, meta_headline_);
    set(metadata_.headline, std::string(trim(title_)));
  }

  const MappedText& source_;
  const HtmlOptions& options_;
  const MarkupWords& words_;
  std::vector<Paragraph>& paragraphs_;
  std::size_t first_;
  Metadata& metadata_;
  ParagraphWriter writer_;
  std::vector<Open> stack_;
  std::vector<Region> regions_;
  std::string meta_published_, meta_outlet_, meta_headline_, time_, title_;
  std::uint32_t links_ = 0, linked_ = 0, written_ = 0;
  bool json_ld_ = false;
};

}  // namespace

void ParagraphWriter::text(const MappedText& source, std::uint32_t begin, std::uint32_t end, bool references) {
  const std::string_view text = source.text;
  std::uint32_t from = begin;
  const auto flush = [&](std::uint32_t to) { builder_.copy(source, from, to); };
  for (std::uint32_t at = begin; at < end;) {
    const char c = text[at];
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (white) {
      if (open_) flush(at);
      std::uint32_t stop = at;
      while (stop < end && (text[stop] == ' ' || text[stop] == '\n' || text[stop] == '\t' || text[stop] == '\r' || text[stop] == '\f')) ++stop;
      if (open_ && !space_) { space_ = true; space_begin_ = at; space_end_ = stop; }
      from = at = stop;
      continue;
    }
    if (!open_) { open_ = true; begin_ = builder_.size(); from = at; }
    if (space_) {
      builder_.unit(" ", source, space_begin_, std::max(space_begin_, space_end_));
      space_ = false;
    }
    if (c == '&' && references) {
      flush(at);
      std::uint32_t behind = at;
      if (builder_.reference(source, behind, end)) { from = at = behind; continue; }
      from = at;
    }
    ++at;
  }
  if (open_) flush(end);
}

bool ParagraphWriter::finish(std::optional<BlockKind> kind, const MappedText& source, std::uint32_t at) {
  if (!open_) return false;
  open_ = space_ = false;
  const std::string_view written = trim(builder_.text().substr(begin_));
  const auto begin = static_cast<std::uint32_t>(written.data() - builder_.text().data());
  const bool any = !written.empty();
  if (any) paragraphs_.push_back({begin, static_cast<std::uint32_t>(begin + written.size()), kind});
  builder_.unit("\n\n", source, at, at);
  return any;
}

void append_html(const MappedText& source, std::uint32_t begin, std::uint32_t end, const HtmlOptions& options,
                 const MarkupWords& words, TextBuilder& builder, std::vector<Paragraph>& paragraphs, Metadata& metadata) {
  HtmlReading(source, options, words, builder, paragraphs, metadata).read(begin, end);
}

MarkupWords::MarkupWords(const Rulebook& rulebook)
    : furniture(word_set(rulebook, "markup-furniture")),
      byline(word_set(rulebook, "markup-byline")),
      date(word_set(rulebook, "markup-date")),
      standfirst(word_set(rulebook, "markup-standfirst")),
      note(word_set(rulebook, "markup-note")) {}

Document read_html(const MappedText& source, const MarkupWords& words) {
  const auto read = [&](bool trust_classes) {
    Document document;
    TextBuilder builder;
    append_html(source, 0, static_cast<std::uint32_t>(source.text.size()), {false, trust_classes}, words, builder, document.paragraphs, document.metadata);
    document.text = builder.take();
    return document;
  };
  Document document = read(true);
  const bool any = std::any_of(document.paragraphs.begin(), document.paragraphs.end(), [](const Paragraph& p) { return !p.kind; });
  return any ? document : read(false);  // a class that the whole article has
}

}  // namespace crosscheck
