import { t } from '@talkan/words/words';
import { diffLines } from 'diff';

const MOST_MS = 100;

/**
 * Two texts as one to go on from: what they share once, and where they differ both, named. Nothing of either is left out.
 */
export function bothTexts(theirs: string, mine: string): string {
  const parts = diffLines(theirs, mine, { timeout: MOST_MS }) ?? [
    { value: theirs, removed: true, added: false },
    { value: mine, removed: false, added: true },
  ];
  return parts
    .map(({ value, removed, added }, index) => {
      const isOneOfTwo = (removed && parts[index + 1]?.added) || (added && parts[index - 1]?.removed);
      if (!isOneOfTwo) return value;
      return `${removed ? t`Theirs` : t`Mine`}:\n${value}${value.endsWith('\n') ? '' : '\n'}`;
    })
    .join('');
}

/** The same for a text of one line. */
export function bothLines(theirs: string, mine: string): string {
  return [theirs, mine].filter((text) => text !== '').join(' / ');
}
