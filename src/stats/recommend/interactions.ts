/**
 * Who took what, and how much it counts (times bought, or any weight above 0): the items of user `u` are `items[starts[u] … starts[u + 1])`, each once, rising.
 * Nothing but arrays, so that it can be posted to a worker thread.
 */
export type Interactions = {
  readonly users: number;
  readonly itemCount: number;
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
  readonly weights: Float32Array;
};

/** From one entry per event, in any order; entries of the same user and item add up. */
export function interactionsOf(
  users: ArrayLike<number>,
  items: ArrayLike<number>,
  userCount: number,
  itemCount: number,
  weights?: ArrayLike<number>,
): Interactions {
  const starts = new Uint32Array(userCount + 1);
  for (let place = 0; place < users.length; place += 1) starts[(users[place] ?? 0) + 1] = (starts[(users[place] ?? 0) + 1] ?? 0) + 1;
  for (let user = 0; user < userCount; user += 1) starts[user + 1] = (starts[user + 1] ?? 0) + (starts[user] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(users.length);
  for (let place = 0; place < users.length; place += 1) {
    const user = users[place] ?? 0;
    order[next[user] ?? 0] = place;
    next[user] = (next[user] ?? 0) + 1;
  }
  const merged = { starts: new Uint32Array(userCount + 1), items: new Uint32Array(users.length), weights: new Float32Array(users.length) };
  let count = 0;
  for (let user = 0; user < userCount; user += 1) {
    const own = order.subarray(starts[user], starts[user + 1]).sort((a, b) => (items[a] ?? 0) - (items[b] ?? 0));
    const first = count;
    for (const place of own) {
      const item = items[place] ?? 0;
      if (count === first || merged.items[count - 1] !== item) merged.items[count++] = item;
      merged.weights[count - 1] = (merged.weights[count - 1] ?? 0) + (weights === undefined ? 1 : (weights[place] ?? 0));
    }
    merged.starts[user + 1] = count;
  }
  return { users: userCount, itemCount, starts: merged.starts, items: merged.items.slice(0, count), weights: merged.weights.slice(0, count) };
}

/** The same seen from the items: who took each. */
export function transposed({ users, itemCount, starts, items, weights }: Interactions): Interactions {
  const turned = { starts: new Uint32Array(itemCount + 1), items: new Uint32Array(items.length), weights: new Float32Array(items.length) };
  for (const item of items) turned.starts[item + 1] = (turned.starts[item + 1] ?? 0) + 1;
  for (let item = 0; item < itemCount; item += 1) turned.starts[item + 1] = (turned.starts[item + 1] ?? 0) + (turned.starts[item] ?? 0);
  const next = turned.starts.slice();
  for (let user = 0; user < users; user += 1) {
    for (let place = starts[user] ?? 0; place < (starts[user + 1] ?? 0); place += 1) {
      const item = items[place] ?? 0;
      const to = next[item] ?? 0;
      turned.items[to] = user;
      turned.weights[to] = weights[place] ?? 0;
      next[item] = to + 1;
    }
  }
  return { users: itemCount, itemCount: users, ...turned };
}
