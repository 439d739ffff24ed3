// Loaded into a server before its own code: tells, when asked over the channel to the parent, for how long the loop was held at most.
import type { LoopAsked, LoopHeld } from '../measure/loop.ts';

const EVERY_MS = 1;
let [heldMs, busyMs] = [0, 0];
let [last, lastBusy] = [performance.now(), computedMs()];

function look(): void {
  const [now, busy] = [performance.now(), computedMs()];
  heldMs = Math.max(heldMs, now - last - EVERY_MS);
  busyMs = Math.max(busyMs, busy - lastBusy);
  [last, lastBusy] = [now, busy];
}

/** What this thread itself has computed: without what others on the machine, and the hashing threads, have taken. */
function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

setInterval(look, EVERY_MS).unref();
process.on('message', (message) => {
  if (message !== ('loop' satisfies LoopAsked)) return;
  look();
  process.send?.({ heldMs, busyMs } satisfies LoopHeld);
  [heldMs, busyMs] = [0, 0];
});
