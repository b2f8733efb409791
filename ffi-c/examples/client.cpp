// The same decision in C++, with the errors in smart pointers: sends a request again while that may
// help.

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "kuzzle_errors.h"

namespace {

struct free_error {
  void operator()(kuzzle_error *error) const { kuzzle_error_free(error); }
};

using error_pointer = std::unique_ptr<kuzzle_error, free_error>;

error_pointer parse(const std::string &body) {
  return error_pointer(kuzzle_error_parse(nullptr, body.data(), body.size(), 0, nullptr));
}

// What a server answers to the same request, one after the other.
const std::vector<std::string> answers = {
    R"({"status":503,"error":{"id":"services.storage.not_connected","code":16842766,"status":503,)"
    R"("message":"Unable to connect to the database instance"}})",
    R"({"status":401,"error":{"id":"security.token.expired","code":117506050,"status":401,)"
    R"("message":"The provided authentication token has expired"}})",
    R"({"status":200,"error":null,"result":{"count":42}})",
};

} // namespace

int main() {
  for (const std::string &body : answers) {
    const error_pointer error = parse(body);
    if (!error) {
      std::puts("done");
      return 0;
    }
    std::fputs(kuzzle_error_message(error.get(), nullptr), stdout);
    if (kuzzle_error_needs_login(error.get())) {
      std::puts(": logging in");
    } else if (kuzzle_error_is_retryable(error.get())) {
      std::puts(": trying again");
    } else {
      std::puts(": giving up");
      return 1;
    }
  }
  return 1;
}
