import { t } from '@talkan/words/words';
import { warn } from '../ui/toast';
import { FIELDS } from './use-keys';

/** Who has pressed a key this shortly ago goes on typing. */
const STILL_TYPING_MS = 1500;

/**
 * Who types into a field goes on for a few letters when somebody else takes it off the board, as by archiving its card: those are meant for
 * nothing that has the focus since. What ends typing, as Enter, Escape or a press, ends this, too. Returns the way to stop.
 */
export function spareLetters(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let field: Element | null = null;
  let typedAt = 0;
  let isSaid = false;

  const press = (event: KeyboardEvent) => {
    const { key, target, timeStamp } = event;
    const isTyped = key === 'Backspace' || (Array.from(key).length === 1 && !event.ctrlKey && !event.metaKey);
    const goesOn = field?.isConnected === false && timeStamp - typedAt < STILL_TYPING_MS;
    typedAt = timeStamp;
    if (target instanceof Element && target.matches(FIELDS)) {
      field = isTyped ? target : null;
      isSaid = false;
    } else if (goesOn && (isTyped || key === 'Enter')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isSaid) warn(t`Somebody has taken away what you were typing into.`);
      isSaid = true;
    } else if (key !== 'Shift') field = null;
  };

  addEventListener('keydown', press, { capture: true, signal });
  addEventListener('pointerdown', () => (field = null), { capture: true, signal });
  return () => stop.abort();
}
