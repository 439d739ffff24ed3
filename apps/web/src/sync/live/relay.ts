import type { PersonHere } from '../../presence/signs';
import type { LiveEvent } from './events';

/** How the leading page stands. */
export interface Standing {
  /** The last change that it knows of. */
  readonly seq: number;
  readonly up: boolean;
  readonly people: readonly PersonHere[];
  /** Why the server saves nothing. */
  readonly problem: string | null;
  /** How many notices were not read when the server said so last; `null`: it has not yet. A page of an older version does not tell. */
  readonly unread?: number | null;
}

type Message =
  | { readonly type: 'hello' }
  | ({ readonly type: 'leading' } & Standing)
  | { readonly type: 'event'; readonly event: LiveEvent };

/** What of a `BroadcastChannel` is needed. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

export interface RelayOptions {
  readonly channel: Channel;
  isLeading(): boolean;
  standing(): Standing;
  /** Called on pages that follow. */
  event(event: LiveEvent): void;
  led(standing: Standing): void;
  /** Nobody said that they lead. */
  silence(): void;
}

/** Passes what the leading page hears on to the others of this browser. */
export interface Relay {
  pass(event: LiveEvent): void;
  tellStanding(): void;
  /** Asks who leads. */
  ask(): void;
  stop(): void;
}

const ANSWERED_WITHIN = 2000;

export function createRelay(options: RelayOptions): Relay {
  const { channel } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellStanding(): void {
    if (options.isLeading()) post({ type: 'leading', ...options.standing() });
  }

  function post(message: Message): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- That is for windows: a channel has no target.
    channel.postMessage(message);
  }

  channel.addEventListener('message', ({ data }) => {
    // Only pages of this origin speak here; one of another version may say what this one does not know.
    const message = data as Message;
    if (message.type === 'hello') return tellStanding();
    if (options.isLeading()) return;
    clearTimeout(timer);
    if (message.type === 'leading') options.led(message);
    if (message.type === 'event') options.event(message.event);
  });

  return {
    pass: (event) => post({ type: 'event', event }),
    tellStanding,
    ask() {
      if (options.isLeading()) return;
      clearTimeout(timer);
      timer = setTimeout(() => !options.isLeading() && options.silence(), ANSWERED_WITHIN);
      post({ type: 'hello' });
    },
    stop() {
      clearTimeout(timer);
      channel.close();
    },
  };
}
