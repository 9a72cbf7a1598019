#include "syntax/vocabulary.h"

#include <cstring>
#include <stdexcept>

#include "base/hash.h"

namespace crosscheck {

Vocabulary::Vocabulary() : pages_(kPages), slots_(1u << 14) { intern(""); }

// Linear probing; the free slot where the word would go when it is not there.
std::size_t Vocabulary::slot_of(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].word != 0 && (slots_[at].hash != hash || text(slots_[at].word - 1) != folded)) at = (at + 1) & mask;
  return at;
}

void Vocabulary::grow() const {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].word != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::string_view Vocabulary::keep(std::string_view folded) const {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  if (folded.size() > kBlock / 4) {  // a monster gets a block of its own; the current one goes on
    blocks_.push_back(std::make_unique<char[]>(folded.size()));
    std::memcpy(blocks_.back().get(), folded.data(), folded.size());
    return {blocks_.back().get(), folded.size()};
  }
  if (block_left_ < folded.size()) {
    blocks_.push_back(std::make_unique<char[]>(kBlock));
    block_at_ = blocks_.back().get();
    block_left_ = kBlock;
  }
  char* const to = block_at_;
  if (!folded.empty()) std::memcpy(to, folded.data(), folded.size());
  block_at_ += folded.size();
  block_left_ -= folded.size();
  return {to, folded.size()};
}

std::uint32_t Vocabulary::intern(std::string_view folded) const {
  const auto hash = static_cast<std::uint32_t>(quick_hash(folded));
  const std::lock_guard lock(mutex_);
  std::size_t at = slot_of(folded, hash);
  if (slots_[at].word != 0) return slots_[at].word - 1;
  if (size_ >= kPage * kPages) throw std::length_error("more than 67 million different words");
  if ((size_ + 1) * 2 > slots_.size()) {
    grow();
    at = slot_of(folded, hash);
  }
  auto& page = pages_[size_ >> kPageBits];
  if (!page) page = std::make_unique<std::string_view[]>(kPage);
  page[size_ & (kPage - 1)] = keep(folded);
  slots_[at] = {++size_, hash};
  return size_ - 1;
}

std::uint32_t Vocabulary::find(std::string_view folded) const {
  const auto hash = static_cast<std::uint32_t>(quick_hash(folded));
  const std::lock_guard lock(mutex_);
  const std::size_t at = slot_of(folded, hash);
  return slots_[at].word == 0 ? kNotThere : slots_[at].word - 1;
}

std::uint32_t Vocabulary::size() const {
  const std::lock_guard lock(mutex_);
  return size_;
}

}  // namespace crosscheck
