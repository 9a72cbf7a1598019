// What was once worked out for a word, by its number in the vocabulary: tables that know words by their letters are asked
// once a word, not once a token.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

namespace crosscheck {

// Safe to use from several threads: two may work out the same word, and find the same. Only for word ids of one Language.
class WordCache {
 public:
  // What `work()` gives for the word, now or earlier: a number below 0xfffffffe, or 0xffffffff.
  template <class Work>
  std::uint32_t of(std::uint32_t word, Work&& work) const {
    if (word >= kWords) return work();
    std::atomic<std::uint32_t>& slot = slots_[word];
    if (const std::uint32_t known = slot.load(std::memory_order_relaxed); known != kUnknown) return known - kShift;
    const std::uint32_t value = work();
    slot.store(value + kShift, std::memory_order_relaxed);
    return value;
  }

 private:
  static constexpr std::uint32_t kWords = 1u << 16;  // the first ids given, and so nearly all words of running text
  static constexpr std::uint32_t kUnknown = 0, kShift = 2;
  std::unique_ptr<std::atomic<std::uint32_t>[]> slots_ = std::make_unique<std::atomic<std::uint32_t>[]>(kWords);
};

}  // namespace crosscheck
