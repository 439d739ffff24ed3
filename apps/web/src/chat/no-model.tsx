import styles from './chat-panel.module.css';

/** Stands in the place of the field while the server has no model to ask. */
export function NoModel({ hint }: { hint: string | null }) {
  return (
    <div className={styles['nomodel']}>
      <p className={styles['lead']}>No model is set up yet</p>
      <p>{hint ?? 'Whoever runs this server can name one in its settings.'}</p>
    </div>
  );
}
