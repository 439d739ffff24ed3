const isMac = navigator.userAgent.includes('Mac');
const NAMES: Readonly<Record<string, string>> = isMac
  ? { Control: '⌃', Meta: '⌘', Shift: '⇧' }
  : { Control: 'Ctrl', Meta: 'Win' };

/** A shortcut as it is called on this machine, of those that `aria-keyshortcuts` names. */
export function showKeys(shortcuts: string): string {
  const [first = '', ...others] = shortcuts.split(' ');
  const own = isMac ? (others.find((keys) => keys.includes('Meta')) ?? first) : first;
  return own
    .split('+')
    .map((key) => NAMES[key] ?? key)
    .join(' ');
}
