/** No frame has come for this long, in ms: none is drawn now, as in a window that is covered. */
const AT_LATEST = 100;

const waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let isLeaving = false;

/**
 * Does what is not seen once the frame is out that shows the rest, which would come later otherwise; on a page that is not drawn, or goes, at
 * once. What was asked for first is done first.
 */
export function afterFrame(task: () => void): void {
  waiting.push(task);
  if (isLeaving || document.hidden) run();
  else if (waiting.length === 1) {
    timer = setTimeout(run, AT_LATEST);
    // These callbacks come before the frame is drawn, and the next task after it.
    requestAnimationFrame(() => setTimeout(run));
  }
}

function run(): void {
  clearTimeout(timer);
  for (const task of waiting.splice(0)) task();
}

addEventListener(
  'pagehide',
  () => {
    isLeaving = true;
    run();
    // It goes on if the page comes back.
    setTimeout(() => (isLeaving = false));
  },
  // First of all listeners: what others do as the page goes is done at once.
  true,
);
