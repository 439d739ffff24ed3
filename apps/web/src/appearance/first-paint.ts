/**
 * How the page looks: what somebody chose in this browser, else what their system says. A script of its own, which the page waits for: the
 * first paint has the right colours. The page's policy allows none within the page; imports would make it come later.
 */
function followLook(): void {
  const root = document.documentElement;
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const isStrong = matchMedia('(prefers-contrast: more)');
  /** The window's own bar, as the page is coloured below it. */
  const bars = { light: { some: '#ebf2f1', more: '#ffffff' }, dark: { some: '#12191b', more: '#000000' } };

  const read = (key: string) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  let theme = read('talkan:theme');
  let contrast = read('talkan:contrast');

  const draw = () => {
    const look = theme === 'light' || theme === 'dark' ? theme : isDark.matches ? 'dark' : 'light';
    const strength = contrast === 'more' || isStrong.matches ? 'more' : 'some';
    root.dataset['theme'] = look;
    root.dataset['contrast'] = strength;
    // What the browser itself draws, before there is a style sheet.
    document.querySelector('meta[name=color-scheme]')?.setAttribute('content', look);
    const [bar, ...others] = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
    for (const other of others) other.remove();
    bar?.removeAttribute('media');
    bar?.setAttribute('content', bars[look][strength]);
  };
  draw();
  isDark.addEventListener('change', draw);
  isStrong.addEventListener('change', draw);
  // Of another page of this browser, or of this one: what is chosen is told the same way, and without a storage is kept here alone.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'talkan:theme' || key === null) theme = newValue;
    if (key === 'talkan:contrast' || key === null) contrast = newValue;
    draw();
  });
}

followLook();
