/* Implicit ALS by conjugate gradients, as in src/stats/recommend/als.ts, on one thread: FOLDER USERS ITEMS FACTORS ITERATIONS.
   Reads starts, items (32-bit numbers) and weights (floats); prints the seconds of one iteration, the first left out. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int k;

static void *read_all(const char *folder, const char *name, size_t bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  void *data = malloc(bytes);
  if (file == NULL || data == NULL || fread(data, 1, bytes, file) != bytes) exit(1);
  fclose(file);
  return data;
}

static float dot(const float *restrict a, const float *restrict b) {
  float sum = 0;
  for (int i = 0; i < k; i++) sum += a[i] * b[i];
  return sum;
}

static void add(float by, const float *restrict x, float *restrict y) {
  for (int i = 0; i < k; i++) y[i] += by * x[i];
}

static void multiply(const float *gram, const float *v, float *into) {
  for (int row = 0; row < k; row++) into[row] = dot(gram + (size_t)row * k, v);
}

static void solve(int users, const uint32_t *starts, const uint32_t *items, const float *weights, float *solved, const float *fixed, int rows, float alpha,
                  float penalty) {
  float *gram = calloc((size_t)k * k, sizeof(float)), *rest = malloc(k * sizeof(float)), *way = malloc(k * sizeof(float));
  float *product = malloc(k * sizeof(float));
  for (int row = 0; row < rows; row++)
    for (int a = 0; a < k; a++) add(fixed[(size_t)row * k + a], fixed + (size_t)row * k, gram + (size_t)a * k);
  for (int a = 0; a < k; a++) gram[(size_t)a * k + a] += penalty;
  for (int user = 0; user < users; user++) {
    float *x = solved + (size_t)user * k;
    multiply(gram, x, rest);
    for (int i = 0; i < k; i++) rest[i] = -rest[i];
    for (uint32_t entry = starts[user]; entry < starts[user + 1]; entry++) {
      const float *y = fixed + (size_t)items[entry] * k;
      float trust = alpha * weights[entry];
      add(1 + trust - trust * dot(y, x), y, rest);
    }
    memcpy(way, rest, k * sizeof(float));
    float size = dot(rest, rest);
    for (int step = 0; step < 3 && size > 1e-14f; step++) {
      multiply(gram, way, product);
      for (uint32_t entry = starts[user]; entry < starts[user + 1]; entry++) {
        const float *y = fixed + (size_t)items[entry] * k;
        add(alpha * weights[entry] * dot(y, way), y, product);
      }
      float length = size / dot(way, product);
      add(length, way, x);
      add(-length, product, rest);
      float left = dot(rest, rest);
      for (int i = 0; i < k; i++) way[i] = rest[i] + left / size * way[i];
      size = left;
    }
  }
  free(gram), free(rest), free(way), free(product);
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec + at.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 6) return 1;
  int users = atoi(argv[2]), rows = atoi(argv[3]), iterations = atoi(argv[5]);
  k = atoi(argv[4]);
  uint32_t *starts = read_all(argv[1], "starts", (users + 1) * sizeof(uint32_t));
  size_t count = starts[users];
  uint32_t *items = read_all(argv[1], "items", count * sizeof(uint32_t));
  float *weights = read_all(argv[1], "weights", count * sizeof(float));
  uint32_t *turned = calloc(rows + 2, sizeof(uint32_t)), *takers = malloc(count * sizeof(uint32_t));
  float *turned_weights = malloc(count * sizeof(float));
  for (size_t entry = 0; entry < count; entry++) turned[items[entry] + 2]++;
  for (int row = 0; row < rows; row++) turned[row + 2] += turned[row + 1];
  for (int user = 0; user < users; user++)
    for (uint32_t entry = starts[user]; entry < starts[user + 1]; entry++) {
      uint32_t to = turned[items[entry] + 1]++;
      takers[to] = user;
      turned_weights[to] = weights[entry];
    }
  float *of_users = malloc((size_t)users * k * sizeof(float)), *of_items = malloc((size_t)rows * k * sizeof(float));
  for (size_t i = 0; i < (size_t)users * k; i++) of_users[i] = 0.1f * (rand() / (float)RAND_MAX - 0.5f);
  for (size_t i = 0; i < (size_t)rows * k; i++) of_items[i] = 0.1f * (rand() / (float)RAND_MAX - 0.5f);
  double begun = 0;
  for (int iteration = 0; iteration < iterations; iteration++) {
    if (iteration == 1) begun = now();
    solve(users, starts, items, weights, of_users, of_items, rows, 3, 50);
    solve(rows, turned, takers, turned_weights, of_items, of_users, users, 3, 50);
  }
  printf("%f\n", (now() - begun) / (iterations - 1));
  return 0;
}
