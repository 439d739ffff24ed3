import { t } from '@talkan/words/words';
import { useId } from 'react';
import { hostOf, isLoopback } from './endpoints';
import styles from './settings.module.css';

/** What goes to the model's endpoint, and what does not, in plain words. */
export function DataSection({ baseUrl }: { baseUrl: string | null }) {
  const titleId = useId();
  const host = baseUrl === null ? null : hostOf(baseUrl);
  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t`What goes where`}</h2>
      <p className={styles['lead']}>{sayHost(host, baseUrl !== null && isLoopback(baseUrl))}</p>
      <dl className={styles['data']}>
        <div>
          <dt>{t`It is sent`}</dt>
          <dd>
            {t`The conversation, with what was pasted into it. Of the board that it is about, as much as fits: the titles of the board, its columns, cards and labels, the names of its people, details, dates and other fields. What the model looks up there: more cards, their checklists and comments, and the board’s history.`}
          </dd>
        </div>
        <div>
          <dt>{t`It is not sent`}</dt>
          <dd>
            {t`Other boards, files, passwords, sessions, invitations, and anything about people beyond the names on the board. There is no other place that anything is sent to.`}
          </dd>
        </div>
        <div>
          <dt>{t`It is not asked`}</dt>
          <dd>
            {t`Where a message is a plain command of which every word is clear, or an undo: that is done on this server. Questions do go to the model, where there is one.`}
          </dd>
        </div>
        <div>
          <dt>{t`The key`}</dt>
          <dd>
            {t`It is sent to this endpoint alone. Here it is kept encrypted; the secret for that is not in the database, and in no backup. It is never shown again.`}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function sayHost(host: string | null, isHere: boolean): string {
  if (host === null) return t`Without a model nothing leaves this server.`;
  return isHere
    ? t`The model is at ${host}, on the machine that Talkan runs on: nothing leaves it, unless that model’s server passes it on.`
    : t`The model is at ${host}. What is kept there, and for how long, is up to whoever runs it.`;
}
