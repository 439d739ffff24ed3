import { use, type ReactNode } from 'react';
import { Link } from 'wouter';
import { cardPath } from '../board/paths';
import { classNames } from '../ui/class-names';
import { MeaningContext } from './context';
import styles from './markdown.module.css';
import { splitReferences, thumbnailOf, type Piece } from './references';
import type { Inline } from './tree';

interface InlinesProps {
  readonly parts: readonly Inline[];
  /** Nothing in a link is a link. */
  readonly inLink?: boolean;
}

/** Running text. */
export function Inlines({ parts, inLink = false }: InlinesProps): ReactNode {
  // A text is drawn anew as a whole.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map((part, index) => <InlineView key={index} part={part} inLink={inLink} />);
}

function InlineView({ part, inLink }: { part: Inline; inLink: boolean }): ReactNode {
  switch (part.kind) {
    case 'text':
      return inLink ? part.text : <Words text={part.text} />;
    case 'code':
      return <code className={styles['chip']}>{part.text}</code>;
    case 'break':
      return <br />;
    case 'strong':
    case 'em':
    case 'del':
      return (
        <part.kind>
          <Inlines parts={part.children} inLink={inLink} />
        </part.kind>
      );
    case 'link':
      return (
        <Outward href={part.href} title={part.title}>
          <Inlines parts={part.children} inLink />
        </Outward>
      );
    case 'image':
      return inLink ? part.alt || part.src : <Picture {...part} />;
  }
}

function Outward({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <a href={href} title={title || undefined} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** A file of the board; an image from elsewhere would tell that one has been here, so it stays a link. */
function Picture({ src, alt, title }: { src: string; alt: string; title: string }) {
  const meaning = use(MeaningContext);
  const thumbnail = meaning && thumbnailOf(src, meaning.boardId);
  return (
    <Outward href={src} title={title}>
      {thumbnail ? <img className={styles['image']} src={thumbnail} alt={alt} loading="lazy" /> : alt || src}
    </Outward>
  );
}

function Words({ text }: { text: string }): ReactNode {
  const meaning = use(MeaningContext);
  if (!meaning) return text;
  return splitReferences(text, meaning.boardKey, meaning.findPerson).map((piece, index) => (
    // As above.
    // oxlint-disable-next-line react/no-array-index-key
    <PieceView key={index} piece={piece} />
  ));
}

function PieceView({ piece }: { piece: Piece }): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'card':
      return <CardReference number={piece.number} text={piece.text} />;
    case 'person':
      return <Person name={piece.name} text={piece.text} />;
  }
}

function CardReference({ number, text }: { number: number; text: string }): ReactNode {
  const meaning = use(MeaningContext);
  const card = meaning?.findCard(number);
  if (!meaning || !card) return text;
  return (
    <Link
      href={cardPath(meaning.boardKey, number)}
      title={card.title}
      className={classNames(styles['card'], card.isDone && styles['done'])}
    >
      {text}
    </Link>
  );
}

function Person({ name, text }: { name: string; text: string }) {
  const isSelf = use(MeaningContext)?.findPerson(name)?.isSelf;
  return <span className={classNames(styles['person'], isSelf && styles['self'])}>{text}</span>;
}
