/** As long as a page may take to come, or a column to open. */
const FRAMES = 90;

export function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** What is there, or comes within a second or two; `null`: it does not. */
export async function soon<Found>(find: () => Found | null): Promise<Found | null> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const found = find();
    if (found !== null) return found;
    // oxlint-disable-next-line no-await-in-loop -- One frame after the other.
    await nextFrame();
  }
  return null;
}
