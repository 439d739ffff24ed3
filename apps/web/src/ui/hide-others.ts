/** By how many each is taken out of reach: whatever lies over the page may leave in any order. */
const holders = new Map<HTMLElement, number>();

/**
 * Takes everything but `element` out of reach of pointer, keyboard and assistive technology, as a modal dialog does, except what says of
 * itself that it lies over all (`data-over`: toasts, announcements). Returns the way back.
 */
export function hideOthers(element: HTMLElement): () => void {
  const hidden: HTMLElement[] = [];
  for (let node: HTMLElement = element; node.parentElement; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement)) continue;
      const held = holders.get(sibling) ?? 0;
      if ((sibling.inert && held === 0) || 'over' in sibling.dataset) continue;
      holders.set(sibling, held + 1);
      sibling.inert = true;
      hidden.push(sibling);
    }
    if (node.parentElement === document.body) break;
  }
  return () => {
    for (const sibling of hidden) {
      const left = (holders.get(sibling) ?? 1) - 1;
      if (left > 0) holders.set(sibling, left);
      else {
        holders.delete(sibling);
        sibling.inert = false;
      }
    }
  };
}
