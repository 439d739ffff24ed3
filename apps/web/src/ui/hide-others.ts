/**
 * Takes everything but `element` out of reach of pointer, keyboard and assistive technology, as a modal dialog does, except what says of
 * itself that it lies over all (`data-over`: toasts, announcements). Returns the way back.
 */
export function hideOthers(element: HTMLElement): () => void {
  const hidden: HTMLElement[] = [];
  for (let node: HTMLElement = element; node.parentElement; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement)) continue;
      if (sibling.inert || 'over' in sibling.dataset) continue;
      sibling.inert = true;
      hidden.push(sibling);
    }
    if (node.parentElement === document.body) break;
  }
  return () => {
    for (const sibling of hidden) sibling.inert = false;
  };
}
