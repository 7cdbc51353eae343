/** 分组 — the items by a key, in the order in which they came. Node 20 has no `Map.groupBy`. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) {
      groups.set(keyOf(item), [item])
    } else {
      group.push(item)
    }
  }
  return groups
}
