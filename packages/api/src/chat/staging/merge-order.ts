/**
 * An order of which only a part was sent, made whole: what was left out keeps its place, what was sent takes the places of those
 * that were sent, in the order sent, and what is new stands after the one that it was sent after.
 */
export function mergeOrder(old: readonly string[], sent: readonly string[]): string[] {
  const known = new Set(old);
  const wanted = new Set(sent);
  const moved = sent.filter((id) => known.has(id)).values();
  const merged = old.map((id) => (wanted.has(id) ? (moved.next().value ?? id) : id));
  const followers = new Map<string | null, string[]>();
  let leader: string | null = null;
  for (const id of sent) {
    if (known.has(id)) leader = id;
    else if (!followers.get(leader)?.push(id)) followers.set(leader, [id]);
  }
  const first = sent.find((id) => known.has(id));
  const leading = followers.get(null) ?? [];
  if (first === undefined) return [...merged, ...leading];
  return merged.flatMap((id) => [...(id === first ? leading : []), id, ...(followers.get(id) ?? [])]);
}
