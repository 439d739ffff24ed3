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

const rememberedBeside: ChatVisibility = {
  ...beside,
  set(open) {
    asked = open;
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
