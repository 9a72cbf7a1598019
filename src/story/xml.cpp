// XML news formats: NITF, NewsML-G2, RSS and Atom. HTML inside feeds (escaped or CDATA) is read as a layer of its own.
#include <algorithm>
#include <array>

#include "story/characters.h"
#include "story/html_reader.h"

namespace crosscheck {

namespace {

// What an element holds, by its name without prefix unless the prefix is part of the standard.
enum class Role : std::uint8_t { none, drop, headline, standfirst, crosshead, byline, dateline, paragraph, note, html, summary, published, outlet, channel };

struct Named { std::string_view name; Role role; };
constexpr Named kRoles[] = {
    {"hl1", Role::headline}, {"headline", Role::headline}, {"hl2", Role::standfirst}, {"hedline", Role::none}, {"byline", Role::byline}, {"by", Role::byline},
    {"dc:creator", Role::byline}, {"dateline", Role::dateline}, {"p", Role::paragraph}, {"li", Role::paragraph}, {"h2", Role::crosshead},
    {"h3", Role::crosshead}, {"h4", Role::crosshead}, {"tagline", Role::note}, {"caption", Role::note}, {"media.caption", Role::note}, {"copyrightnotice", Role::note},
    {"media", Role::drop}, {"content:encoded", Role::html}, {"content", Role::html}, {"description", Role::summary}, {"summary", Role::summary},
    {"pubdate", Role::published}, {"dc:date", Role::published}, {"published", Role::published}, {"versioncreated", Role::published},
    {"firstcreated", Role::published}, {"updated", Role::published}, {"copyrightholder", Role::outlet}, {"provider", Role::outlet},
    {"link", Role::drop}, {"guid", Role::drop}, {"id", Role::drop}, {"category", Role::drop}, {"uri", Role::drop}, {"email", Role::drop}, {"url", Role::drop},
    {"generator", Role::drop}, {"language", Role::drop}, {"lastbuilddate", Role::drop}, {"ttl", Role::drop}, {"docdata", Role::drop}, {"keyword", Role::drop},
    {"subject", Role::drop}, {"itemclass", Role::drop}, {"rightsinfo", Role::none}, {"contentcreated", Role::drop}, {"slugline", Role::drop}, {"genre", Role::drop},
};

class XmlReading {
 public:
  XmlReading(const MappedText& source, const MarkupWords& words) : source_(source), words_(words), writer_(builder_, document_.paragraphs) {}

  Document read() {
    MarkupScanner scanner(source_, 0, static_cast<std::uint32_t>(source_.text.size()), false);
    for (MarkupPiece piece; scanner.next(piece) && !done_;) {
      if (piece.kind == MarkupPiece::Kind::open) open(piece);
      else if (piece.kind == MarkupPiece::Kind::close) close(piece);
      else text(piece);
    }
    writer_.finish(std::nullopt, source_, static_cast<std::uint32_t>(source_.text.size()));
    if (!body_ && !summary_.text.empty()) append(summary_);
    document_.text = builder_.take();
    return std::move(document_);
  }

 private:
  static std::string_view local(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }
  bool inside(std::string_view name) const {
    return std::any_of(stack_.begin(), stack_.end(), [&](const auto& e) { return local(e.first) == name; });
  }
  static void set(std::string& slot, std::string_view value) { if (slot.empty()) slot = std::string(trim(value)); }

  Role role_of(const MarkupPiece& tag) const {
    const bool feed = inside("item") || inside("entry");
    if (tag.name == "title" || tag.name == "atom:title") return feed ? Role::headline : inside("channel") || inside("feed") ? Role::channel : Role::drop;
    if (tag.name == "name") return inside("author") && feed ? Role::byline : inside("copyrightholder") || inside("provider") ? Role::outlet : Role::drop;
    if ((tag.name == "description" || tag.name == "summary" || tag.name == "pubdate" || tag.name == "updated" || tag.name == "content") &&
        !feed && (inside("channel") || inside("feed"))) return Role::drop;
    if (tag.name == "head" && inside("nitf")) return Role::none;
    for (const Named& named : kRoles)
      if (tag.name == named.name) return named.role;
    const std::string_view bare = local(tag.name);
    if (bare == "p" || bare == "headline") return bare == "p" ? Role::paragraph : Role::headline;
    return Role::none;
  }

  void open(const MarkupPiece& tag) {
    if (tag.name == "item" || tag.name == "entry") ++items_;
    if (tag.name == "pubdata") { set(document_.metadata.outlet, tag.attribute("name")); set(late_published_, tag.attribute("date.publication")); }
    if (tag.name == "date.issue" || tag.name == "date.release") set(document_.metadata.published, tag.attribute("norm"));
    if (tag.name == "link" && inside("entry")) return;
    if (tag.self_closing || stack_.size() > 400) return;
    Role role = role_of(tag);
    const Role outer = stack_.empty() ? Role::none : stack_.back().second;
    const bool holds = outer == Role::drop || outer == Role::byline || outer == Role::dateline || outer == Role::headline || outer == Role::paragraph ||
                       outer == Role::note || outer == Role::standfirst || outer == Role::outlet || outer == Role::crosshead;
    if (holds && !(outer == Role::outlet && role == Role::outlet)) role = outer;
    if (outer == Role::html && role != Role::paragraph && role != Role::crosshead) role = Role::html;  // Atom with XHTML inside
    if (outer == Role::summary) role = Role::summary;
    if (!holds && role != Role::none) writer_.finish(std::nullopt, source_, tag.begin);
    stack_.emplace_back(tag.name, role);
  }

  void close(const MarkupPiece& tag) {
    if ((tag.name == "item" || tag.name == "entry") && items_ > 0 && (body_ || !summary_.text.empty())) done_ = true;  // one story a file
    for (std::size_t back = 1; back <= stack_.size() && back <= 64; ++back) {
      const std::size_t at = stack_.size() - back;
      if (stack_[at].first != tag.name) continue;
      const Role role = stack_[at].second;
      const bool ends = at == 0 || stack_[at - 1].second != role;
      stack_.resize(at);
      if (ends) finish(role, tag.begin);
      else if (role == Role::dateline || role == Role::byline) writer_.gap(tag.begin);
      break;
    }
  }

  void finish(Role role, std::uint32_t at) {
    switch (role) {
      case Role::headline: {
        const bool first = !headline_;
        if (writer_.finish(first ? BlockKind::headline : BlockKind::standfirst, source_, at)) headline_ = true;
        break;
      }
      case Role::standfirst: writer_.finish(BlockKind::standfirst, source_, at); break;
      case Role::crosshead: writer_.finish(BlockKind::crosshead, source_, at); break;
      case Role::byline: writer_.finish(BlockKind::byline, source_, at); break;
      case Role::dateline: writer_.finish(BlockKind::dateline, source_, at); break;
      case Role::note: writer_.finish(BlockKind::note, source_, at); break;
      case Role::paragraph: body_ = writer_.finish(std::nullopt, source_, at) || body_; break;
      case Role::html:
        if (trim(content_.text).empty()) break;
        append(content_);
        content_ = {};
        body_ = true;
        break;
      default: break;
    }
  }

  void append(const MappedText& html) {
    append_html(html, 0, static_cast<std::uint32_t>(html.text.size()), {true, true}, words_, builder_, document_.paragraphs, document_.metadata);
  }

  // The characters of an element, references resolved: the layer that HTML inside it is read from.
  MappedText layer(const MarkupPiece& piece) const {
    TextBuilder inner;
    if (piece.kind == MarkupPiece::Kind::cdata) { inner.copy(source_, piece.begin, piece.end); return inner.take(); }
    for (std::uint32_t at = piece.begin; at < piece.end;) {
      if (source_.text[at] == '&' && inner.reference(source_, at, piece.end)) continue;
      const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(source_.text.find('&', at + 1), piece.end));
      inner.copy(source_, at, next);
      at = next;
    }
    return inner.take();
  }

  void text(const MarkupPiece& piece) {
    const Role role = stack_.empty() ? Role::none : stack_.back().second;
    switch (role) {
      case Role::none: case Role::drop: return;
      case Role::published: set(stack_.back().first == "updated" ? late_published_ : document_.metadata.published, plain_text(source_, piece.begin, piece.end)); return;
      case Role::outlet: set(document_.metadata.outlet, plain_text(source_, piece.begin, piece.end)); return;
      case Role::channel: set(channel_, plain_text(source_, piece.begin, piece.end)); return;
      case Role::summary: if (summary_.text.empty()) keep(piece, summary_); return;
      case Role::html: if (content_.text.empty()) keep(piece, content_); return;
      default: writer_.text(source_, piece.begin, piece.end, piece.kind == MarkupPiece::Kind::text);
    }
  }

  void keep(const MarkupPiece& piece, MappedText& slot) const {
    if (!trim(std::string_view(source_.text).substr(piece.begin, piece.end - piece.begin)).empty()) slot = layer(piece);
  }

 public:
  // What stands in for facts that the story itself does not give.
  void complete(Document& document) const {
    set(document.metadata.published, late_published_);
    const std::size_t section = std::min({channel_.find(": "), channel_.find(" - "), channel_.find(" | "), channel_.find(" \xe2\x80\x93 "), channel_.find(" > ")});
    set(document.metadata.outlet, std::string_view(channel_).substr(0, section));  // "Outlet: Travel"
  }

 private:
  const MappedText& source_;
  const MarkupWords& words_;
  Document document_;
  TextBuilder builder_;
  ParagraphWriter writer_;
  std::vector<std::pair<std::string, Role>> stack_;
  MappedText content_, summary_;
  std::string late_published_, channel_;
  std::uint32_t items_ = 0;
  bool headline_ = false, body_ = false, done_ = false;
};

}  // namespace

Document read_xml(const MappedText& source, const MarkupWords& words) {
  XmlReading reading(source, words);
  Document document = reading.read();
  reading.complete(document);
  return document;
}

}  // namespace crosscheck
