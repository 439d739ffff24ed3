import { t } from '@talkan/words/words';
import { Component, type ComponentType, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { PART_MISSING } from '../ui/use-loaded';
import { isLoadFailure } from './load-failure';
import { Notice } from './notice';

interface State {
  readonly error: unknown;
}

interface Props {
  children: ReactNode;
  /** Stands for a part beside others; without one the notice takes the whole place. */
  fallback?: ComponentType<{ sentence: string }>;
}

const BROKEN = t`Something in it broke. Reload the page to go on; your board is safe and what you typed is kept.`;

/** What stands instead of a part of the page that broke while it was drawn. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`A part of the page broke${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const updated = isLoadFailure(error);
    const sentence = updated ? PART_MISSING : BROKEN;
    const { fallback: Fallback } = this.props;
    if (Fallback) return <Fallback sentence={sentence} />;
    return (
      <Notice
        title={updated ? t`A part is missing` : t`This page stopped working`}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t`Reload`}
          </Button>
        }
      >
        {sentence}
      </Notice>
    );
  }
}
