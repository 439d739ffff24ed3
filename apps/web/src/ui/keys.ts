import { t } from '@talkan/words/words';

const isMac = navigator.userAgent.includes('Mac');
const ARROWS = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };
const NAMES: Readonly<Record<string, string>> = isMac
  ? { ...ARROWS, Control: '⌃', Meta: '⌘', Shift: '⇧', Alt: '⌥' }
  : { ...ARROWS, Control: t`Ctrl`, Meta: 'Win' };

/** A shortcut as it is called on this machine, of those that `aria-keyshortcuts` names. */
export function showKeys(shortcuts = ''): string {
  return keyNames(shortcuts)[0]?.names.join(' ') ?? '';
}

/** All of them that are usual on this machine, each by its keys. */
export function keyNames(shortcuts: string): readonly { readonly chord: string; readonly names: readonly string[] }[] {
  const all = shortcuts.split(' ').filter(Boolean);
  const isForeign = (chord: string) => (isMac ? /Control\+/ : /Meta\+/).test(chord);
  const own = all.filter((chord) => !isForeign(chord));
  return own.map((chord) => ({ chord, names: chord.split('+').map((key) => NAMES[key] ?? key) }));
}
