import styles from './markdown-field.module.css';
import { MarkdownView } from './markdown-view';

/** A card's details, for who may only read them. */
export function ReadDetails({ text }: { text: string }) {
  return (
    <div className={styles['read']}>
      <MarkdownView text={text} />
    </div>
  );
}
