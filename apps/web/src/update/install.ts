import { createSignal } from '../ui/signal';

/** What Chromium hands to a page that it could install. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's question whether to install Talkan, for whoever looks for it; `null`: it cannot be, or is already. */
export const installPrompt = createSignal<InstallPrompt | null>(null);

// It may come before anything that offers it: listened for from the start. Taken in, it covers nobody's board.
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  installPrompt.set(event as InstallPrompt);
});
addEventListener('appinstalled', () => installPrompt.set(null));

export function install(): void {
  void installPrompt.get()?.prompt();
  // It asks once; the browser hands out another one when it may ask again.
  installPrompt.set(null);
}
