// What the small C++ programs beside the desk share: lines of a file, and the CPU time of a run.
#pragma once
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

static const int runs = 5;

static std::vector<std::string> lines(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> all;
  for (std::string line; std::getline(file, line);) all.push_back(line);
  return all;
}

static double cpu_us() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

// CPU microseconds an item, the median of the runs after one to warm up.
template <class Run>
static double median(size_t items, Run run) {
  run();
  std::vector<double> costs;
  for (int i = 0; i < runs; i++) {
    double before = cpu_us();
    run();
    costs.push_back((cpu_us() - before) / items);
  }
  std::sort(costs.begin(), costs.end());
  return costs[costs.size() / 2];
}
