/** The sheets that are open, the topmost last. */
const open: object[] = [];

/**
 * Has the browser’s Back close a sheet, as people expect of a phone, and leave the page below as it is. Some browsers do so of themselves;
 * where one does not ask first, Back leads on as ever. Returns the way to stop.
 */
export function closeOnBack(close: () => void): () => void {
  const own = {};
  const listen = (event: NavigateEvent) => {
    // What the page itself goes back by means the page.
    const isBack = event.navigationType === 'traverse' && event.userInitiated && event.cancelable;
    if (!isBack || event.defaultPrevented || open.at(-1) !== own) return;
    event.preventDefault();
    close();
  };
  open.push(own);
  const { navigation } = globalThis as { readonly navigation?: Navigation };
  navigation?.addEventListener('navigate', listen);
  return () => {
    open.splice(open.indexOf(own), 1);
    navigation?.removeEventListener('navigate', listen);
  };
}
