#include <cstdio>

#include "cli/run.h"

int main(int argc, char** argv) { return crosscheck::run(argc, argv, {stdout, stderr}); }
