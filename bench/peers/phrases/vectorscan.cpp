// Vectorscan's literal matcher over tokens.txt: every phrase with a blank before and behind, so that it counts whole words.
#include <hs/hs.h>

#include "../common.h"

static int on_match(unsigned, unsigned long long, unsigned long long, unsigned, void* context) {
  ++*static_cast<long*>(context);
  return 0;
}

int main(int, char** arguments) {
  std::string folder = arguments[1];
  auto posts = lines(folder + "/tokens.txt");
  for (int count : {10000, 1000}) {
    auto phrases = lines(folder + "/phrases-" + std::to_string(count) + ".txt");
    for (auto& phrase : phrases) phrase = " " + phrase + " ";
    std::vector<const char*> texts;
    std::vector<unsigned> flags(phrases.size(), 0), ids;
    std::vector<size_t> lengths;
    for (const auto& phrase : phrases) {
      ids.push_back(ids.size());
      texts.push_back(phrase.c_str());
      lengths.push_back(phrase.size());
    }
    hs_database_t* database = nullptr;
    hs_compile_error_t* fault = nullptr;
    hs_scratch_t* scratch = nullptr;
    if (hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), lengths.data(), texts.size(), HS_MODE_BLOCK, nullptr, &database, &fault) != HS_SUCCESS ||
        hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
      return 1;
    }
    long hits = 0;
    double cost = median(posts.size(), [&] {
      hits = 0;
      for (const auto& post : posts) hs_scan(database, post.data(), post.size(), 0, scratch, on_match, &hits);
    });
    printf("Vectorscan, %d phrases\t%zu\t%.3f\thits=%ld; literals, median of %d runs\n", count, posts.size(), cost, hits, runs);
  }
}
