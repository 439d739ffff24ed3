/** With a keyboard under it, a phone that lies on its side shows no more than this, and a small one hardly more, in px. */
const LOW = 340;

let follows = false;

/**
 * Keeps on the page how much of its foot lies under a keyboard on the screen (`--keys`) and how high the rest is (`--seen`): some browsers
 * make the page smaller for it, and others lay it over the page. What stands at the foot or fills the screen makes room by these.
 */
export function followSeenArea(): void {
  const seen = globalThis.visualViewport;
  if (follows || !seen) return;
  follows = true;
  const { style } = document.documentElement;
  const follow = () => {
    // Whoever has zoomed in sees less of the page, too; that is no keyboard.
    const height = seen.scale > 1 ? innerHeight : seen.height;
    const keys = seen.scale > 1 ? 0 : Math.max(0, innerHeight - seen.height - seen.offsetTop);
    style.setProperty('--keys', `${Math.round(keys)}px`);
    style.setProperty('--seen', `${Math.round(height)}px`);
    document.documentElement.toggleAttribute('data-low', height < LOW);
    if (keys === 0) return;
    const field = document.activeElement;
    // What sends it stands below it, and is to be seen as well; where there is no room for both, what is typed.
    for (const part of [field?.closest('[data-sent]'), field]) part?.scrollIntoView({ block: 'nearest' });
  };
  seen.addEventListener('resize', follow);
  seen.addEventListener('scroll', follow);
  follow();
}
