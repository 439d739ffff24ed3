import { t } from '@talkan/words/words';
import { useEffect } from 'react';
import { useStanding } from '../shell/page-stands';
import workspace from '../shell/workspace.module.css';
import { Button } from '../ui/button';
import { NoticeRows } from './notice-rows';
import styles from './notices.module.css';
import { useNotices } from './use-notices';
import { useUnread } from './use-unread';

const PAGE = 30;

/** All that this person was told of. */
export function NoticesPage() {
  useStanding();
  const unread = useUnread();
  const notices = useNotices(PAGE, unread);
  useEffect(() => {
    document.title = t`Notices · Talkan`;
  }, []);
  return (
    <main id="board" tabIndex={-1} className={workspace['area']}>
      <div className={styles['pageScroll']}>
        <div className={styles['page']}>
          <header className={styles['head']}>
            <h1>{t`Notices`}</h1>
            {unread > 0 && <Button onClick={() => notices.read()}>{t`Mark all read`}</Button>}
          </header>
          <NoticeRows notices={notices} />
          {notices.notices !== null && notices.next !== null && (
            <p className={styles['older']}>
              <Button disabled={notices.loading} onClick={notices.older}>
                {notices.loading ? t`Loading older notices` : t`Show older`}
              </Button>
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
