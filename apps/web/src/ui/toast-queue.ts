type ToastTone = 'plain' | 'bad';

interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ToastOptions {
  readonly message: string;
  /** What a screen reader says after it: keys, where others see a button. */
  readonly said?: string | undefined;
  readonly action?: ToastAction | undefined;
  /** Stands beside the first. */
  readonly secondAction?: ToastAction | undefined;
  readonly tone?: ToastTone | undefined;
  /** It stays until somebody answers it. */
  readonly stays?: boolean | undefined;
  /** Calls back when it has nothing more to say or to offer; returns how to stop. */
  readonly until?: ((over: () => void) => () => void) | undefined;
  /** A toast with the same id takes the place of the one that stands. */
  readonly id?: string | undefined;
}

export interface Toast {
  readonly id: string;
  readonly message: string;
  readonly said: string | undefined;
  readonly actions: readonly ToastAction[];
  readonly tone: ToastTone;
  readonly stays: boolean;
  readonly until: ToastOptions['until'];
  /** Set anew whenever the toast is replaced, so that its time starts over. */
  readonly stamp: number;
}

/** More than these would cover the board: the oldest makes room. */
const MOST = 3;

/** Puts a toast in the queue: in the place of the one with its id, else last. */
export function addToast(queue: readonly Toast[], toast: Toast): readonly Toast[] {
  if (queue.some((other) => other.id === toast.id)) {
    return queue.map((other) => (other.id === toast.id ? toast : other));
  }
  return [...queue, toast].slice(-MOST);
}

export function removeToast(queue: readonly Toast[], id: string): readonly Toast[] {
  return queue.some((toast) => toast.id === id) ? queue.filter((toast) => toast.id !== id) : queue;
}

const READING_MS_A_CHARACTER = 60;
const LEAST_MS = 4000;
const LEAST_WITH_ACTION_MS = 8000;

/** How long a toast stays when nobody holds it: time to read it, and to reach for its action. */
export function timeOf(toast: Pick<Toast, 'message' | 'actions'>): number {
  const least = toast.actions.length > 0 ? LEAST_WITH_ACTION_MS : LEAST_MS;
  return Math.max(least, 2000 + toast.message.length * READING_MS_A_CHARACTER);
}
