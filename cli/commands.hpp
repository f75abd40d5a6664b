#pragma once

#include <span>

namespace CLI {
class App;
}

namespace hansa {

// Each adds its verb to the program; the verb's callback sets `status`. `words` is the command line.
void add_run(CLI::App& app, std::span<char* const> words, int& status);
void add_compare(CLI::App& app, std::span<char* const> words, int& status);
void add_sweep(CLI::App& app, int& status);
void add_submit(CLI::App& app, int& status);
void add_status(CLI::App& app, int& status);
void add_merge(CLI::App& app, int& status);
void add_analyze(CLI::App& app, int& status);
void add_verify(CLI::App& app, int& status);
void add_bargain(CLI::App& app, int& status);
void add_backtest(CLI::App& app, int& status);
void add_bench(CLI::App& app, int& status);
void add_list(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_phases(CLI::App& app, int& status);
void add_schema(CLI::App& app, int& status);
void add_odd(CLI::App& app, int& status);
void add_docs(CLI::App& app, int& status);

}  // namespace hansa
