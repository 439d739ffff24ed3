/** What the browser itself takes for as many boxes: absolutely placed, of one height, with a line of text, and nothing else. */
export interface ReferenceBoard {
  readonly columns: number;
  readonly cards: number;
  /** Boxes that are drawn in a lane. */
  readonly drawn: number;
  readonly width: number;
  readonly height: number;
}

const ROW = 84;

const STYLE = `
*{box-sizing:border-box}body{margin:0;font:14px/20px sans-serif}
#board{position:absolute;left:0;top:100px;display:flex;overflow:auto hidden;border-top:1px solid #ccc}
[data-lane]{flex:1 0 288px;max-width:352px;border-right:1px solid #ccc}
[data-lane]>div{height:100%;overflow:hidden auto}
ul{position:relative;margin:0;padding:0;list-style:none}
li{position:absolute;left:12px;right:12px;height:${ROW - 8}px}
article{height:100%;padding:8px;border-radius:10px;background:#fff;box-shadow:0 0 0 1px #ddd;overflow:hidden}
textarea{position:absolute;left:8px;top:8px;width:600px;height:80px}`;

/** The page as one document. Its lanes and boxes carry the names of Talkan’s, so that the same hand can lead both. */
export function referencePage(board: ReferenceBoard): string {
  const script = `(${runPage.toString()})(${JSON.stringify({ ...board, row: ROW })})`;
  return `<!doctype html><meta charset="utf-8"><title>Boxes</title><style>${STYLE}
#board{width:${board.width}px;height:${board.height}px}</style>
<textarea aria-label="Text"></textarea><div id="board"></div><script>${script}</script>`;
}

interface PageOptions extends ReferenceBoard {
  readonly row: number;
}

/** Runs in the page: nothing outside of it may be named. */
function runPage({ columns, cards, drawn, row }: PageOptions): void {
  interface Lane {
    readonly id: string;
    readonly scroller: HTMLElement;
    readonly boxes: readonly HTMLElement[];
    ids: string[];
    gap: number;
  }
  const board = document.querySelector<HTMLElement>('#board') ?? document.body;
  const lanes: Lane[] = [];
  let held: { id: string; from: Lane; ghost: HTMLElement; dx: number; dy: number; over: Lane | null } | null = null;
  let [x, y, frame] = [0, 0, 0];

  function draw(lane: Lane): void {
    const first = Math.max(0, Math.floor(lane.scroller.scrollTop / row) - 6);
    const shown = held ? lane.ids.filter((id) => id !== held?.id) : lane.ids;
    for (const [at, box] of lane.boxes.entries()) {
      const index = first + at;
      const id = shown[index];
      box.hidden = id === undefined;
      if (id === undefined) continue;
      const shift = lane.gap >= 0 && index >= lane.gap ? row : 0;
      box.style.transform = `translateY(${index * row + shift}px)`;
      const article = box.firstElementChild as HTMLElement;
      if (article.dataset['cardId'] === id) continue;
      article.dataset['cardId'] = id;
      article.textContent = `${id} has a line of text that says what it is about`;
    }
  }

  for (let column = 1; column <= columns; column += 1) {
    const section = document.createElement('section');
    section.dataset['lane'] = `lane-${column}`;
    const count = Math.ceil(cards / columns);
    section.innerHTML = `<div><ul style="height:${count * row}px">${'<li><article></article></li>'.repeat(drawn)}</ul></div>`;
    board.append(section);
    const scroller = section.firstElementChild as HTMLElement;
    const ids = Array.from({ length: count }, (_, index) => `card-${index * columns + column}`);
    const lane: Lane = { id: `lane-${column}`, scroller, boxes: [...section.querySelectorAll('li')], ids, gap: -1 };
    scroller.addEventListener('scroll', () => draw(lane), { passive: true });
    lanes.push(lane);
    draw(lane);
  }

  const speed = (at: number, low: number, high: number) => (at < low + 64 ? -24 : at > high - 64 ? 24 : 0);

  function follow(): void {
    frame = 0;
    if (!held) return;
    const edges = board.getBoundingClientRect();
    const sideways = speed(x, edges.left, edges.right);
    const before = board.scrollLeft;
    if (sideways !== 0) board.scrollLeft += sideways;
    const over = lanes.find(({ scroller }) => {
      const { left, right } = scroller.getBoundingClientRect();
      return x >= left && x <= right;
    });
    const top = over?.scroller.getBoundingClientRect().top ?? 0;
    const down = over ? speed(y, edges.top, edges.bottom) : 0;
    if (over && down !== 0) over.scroller.scrollTop += down;
    for (const lane of lanes) {
      const gap = lane === over ? Math.max(0, Math.round((y - held.dy - top + lane.scroller.scrollTop) / row)) : -1;
      if (gap === lane.gap) continue;
      lane.gap = gap;
      draw(lane);
    }
    held.over = over ?? held.over;
    held.ghost.style.translate = `${x - held.dx}px ${y - held.dy}px`;
    if (down !== 0 || board.scrollLeft !== before) frame = requestAnimationFrame(follow);
  }

  board.addEventListener('pointerdown', (event) => {
    const article = (event.target as HTMLElement).closest<HTMLElement>('[data-card-id]');
    const from = lanes.find(({ scroller }) => scroller.contains(article));
    if (!article || !from) return;
    event.preventDefault();
    const { left, top, width, height } = article.getBoundingClientRect();
    const ghost = article.cloneNode(true) as HTMLElement;
    delete ghost.dataset['cardId'];
    ghost.style.cssText = `position:fixed;left:0;top:0;width:${width}px;height:${height}px;pointer-events:none;translate:${left}px ${top}px`;
    document.body.append(ghost);
    held = {
      id: article.dataset['cardId'] ?? '',
      from,
      ghost,
      dx: event.clientX - left,
      dy: event.clientY - top,
      over: from,
    };
    draw(from);
  });
  addEventListener('pointermove', (event) => {
    [x, y] = [event.clientX, event.clientY];
    if (held && !frame) frame = requestAnimationFrame(follow);
  });
  addEventListener('pointerup', () => {
    if (!held) return;
    const { id, from, over, ghost } = held;
    from.ids = from.ids.filter((other) => other !== id);
    if (over) over.ids.splice(Math.max(0, over.gap), 0, id);
    ghost.remove();
    held = null;
    for (const lane of lanes) {
      lane.gap = -1;
      draw(lane);
    }
  });
}
