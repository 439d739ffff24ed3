import { createSignal } from '../ui/signal';
import { keepSetting, readSetting } from '../ui/storage';

const KEY = 'talkan:chat-open';

/** Too low to begin with anything beside the board: a phone that lies on its side, or a page at 200 %. */
const LOW = '(max-height: 479px)';

/** Whether the panel stands beside the board; this browser remembers it. */
const beside = createSignal((readSetting(KEY) ?? (globalThis.matchMedia?.(LOW).matches ? 'no' : 'yes')) !== 'no');
/** Whether the sheet lies over the board on a phone: never at first, the board comes first there. */
const sheet = createSignal(false);

/** Whether this place in the browser's history is the one with the sheet: the way back leads out of it, and back into it from a card. */
export function isAtSheet(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'sheet' in state;
}

if ('history' in globalThis) {
  // A page that is read anew begins without.
  if (isAtSheet()) history.replaceState(null, '');
  let address = location.href;
  const note = () => {
    address = location.href;
  };
  addEventListener('pushState', note);
  addEventListener('replaceState', note);
  addEventListener('popstate', () => {
    const before = new URL(address);
    // What was filtered meanwhile stays so.
    if (sheet.get() && !isAtSheet() && before.pathname === location.pathname)
      history.replaceState(history.state, '', address);
    note();
    sheet.set(isAtSheet());
  });
}

let asked = false;

/** Whether somebody has just opened the panel, as opposed to a page that starts with it; answers yes once. */
export function takeOpening(): boolean {
  const was = asked;
  asked = false;
  return was;
}

export interface ChatVisibility {
  readonly get: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (open: boolean) => void;
}

/** What stands in the panel's place for now, as the history does; whoever opens the panel makes it leave. */
const cover = createSignal<{ readonly leave: () => void } | null>(null);

/** Takes the panel's place until the returned function is called: then the panel is there again as it was. */
export function coverChat(leave: () => void): () => void {
  const own = { leave };
  cover.set(own);
  return () => {
    if (cover.get() === own) cover.set(null);
  };
}

const rememberedBeside: ChatVisibility = {
  get: () => beside.get() && cover.get() === null,
  subscribe(listener) {
    const releases = [beside.subscribe(listener), cover.subscribe(listener)];
    return () => {
      for (const release of releases) release();
    };
  },
  set(open) {
    asked = open;
    if (open) cover.get()?.leave();
    beside.set(open);
    keepSetting(KEY, open ? 'yes' : 'no');
  },
};

const asSheet: ChatVisibility = {
  ...sheet,
  set(open) {
    asked = open;
    if (open && !isAtSheet()) history.pushState({ ...history.state, sheet: true }, '');
    sheet.set(open);
    // Not at once: whoever closes it may be on the way to another address.
    if (!open) setTimeout(() => isAtSheet() && !sheet.get() && history.back());
  },
};

export function chatVisibility(isPhone: boolean): ChatVisibility {
  return isPhone ? asSheet : rememberedBeside;
}
