import { createSignal } from '../ui/signal';
import { keepSetting, readSetting } from '../ui/storage';

const KEY = 'talkan:chat-open';

/** Whether the panel stands beside the board; this browser remembers it. */
const beside = createSignal(readSetting(KEY) !== 'no');
/** Whether the sheet lies over the board on a phone: never at first, the board comes first there. */
const sheet = createSignal(false);

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
    sheet.set(open);
  },
};

export function chatVisibility(isPhone: boolean): ChatVisibility {
  return isPhone ? asSheet : rememberedBeside;
}
