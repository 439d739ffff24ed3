import { Fragment } from 'react';
import { Link } from 'wouter';
import { FROM_BOARD } from '../card/use-card-route';
import styles from './entry.module.css';
import { splitCards } from './words';

/** A sentence of the history, its card numbers linked. Closing such a card leads back here. */
export function Sentence({ text, boardKey }: { text: string; boardKey: string }) {
  return splitCards(text, boardKey).map((part, index) =>
    part.isCard ? (
      <Link key={index} href={`/${part.text}`} state={FROM_BOARD} className={styles['card'] ?? ''}>
        {part.text}
      </Link>
    ) : (
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
