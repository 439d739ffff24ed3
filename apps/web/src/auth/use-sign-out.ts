import { t } from '@talkan/words/words';
import { loadKept } from '../sync/offline';
import { tidied } from '../checklists/use-hides-done';
import { recentCards } from '../palette/recent-cards';
import { recentCommands } from '../palette/recent-commands';
import { problemOf } from '../problem';
import { api } from '../trpc';
import { clearDrafts } from '../ui/drafts';
import { showToast } from '../ui/toast';
import { signingOut } from './session';
import type { Session } from './use-session';

const UNAUTHORIZED = 401;

/**
 * Signs out and leaves nothing of this person on the page or in the browser, but what waits to be sent.
 * @param next where the page goes on
 */
export function useSignOut(session: Session, next = '/'): () => Promise<void> {
  const signOut = async () => {
    signingOut.set(true);
    try {
      await api.auth.logout.mutate();
    } catch (error) {
      const { status, message } = problemOf(error);
      // A session that the server has forgotten is as good as ended.
      if (status !== UNAUTHORIZED) {
        signingOut.set(false);
        const action = { label: t`Retry`, run: () => void signOut() };
        showToast({ id: 'sign-out', tone: 'bad', message: t`You are still signed in. ${message}`, action });
        return;
      }
    }
    clearDrafts();
    recentCards.forget(session.user.id);
    recentCommands.forget(session.user.id);
    tidied.forget(session.user.id);
    await forgetKept(session.user.id);
    // A new page: nothing of the board stays in memory. Browsers keep the old one for their Back button; there it shows nothing and goes on.
    document.documentElement.hidden = true;
    addEventListener('pageshow', () => location.reload());
    location.assign(next);
  };
  return signOut;
}

async function forgetKept(userId: string): Promise<void> {
  try {
    const { forgetPerson } = await loadKept();
    await forgetPerson(userId);
  } catch {
    // Then nothing was kept either.
  }
}
