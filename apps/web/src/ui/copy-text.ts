import { t } from '@talkan/words/words';
import { showToast } from './toast';

/** Puts a text on the clipboard, and says so or why not. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ message: said });
  } catch {
    // Plain http has no clipboard, and whoever has one may not lend it.
    showToast({ message: t`Not copied: your browser does not let this page use the clipboard.`, tone: 'bad' });
  }
}
