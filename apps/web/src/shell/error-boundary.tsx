import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { isLoadFailure } from './new-version';
import { Notice } from './notice';

interface State {
  readonly error: unknown;
}

/** What stands instead of a part of the page that broke while it was drawn. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
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
    return (
      <Notice
        title={updated ? 'Talkan was updated' : 'This page stopped working'}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        }
      >
        {updated
          ? 'A part of it could not be loaded. Reload the page to get the new version; what you typed is kept.'
          : 'Something in it broke. Reload the page to go on; your board is safe and what you typed is kept.'}
      </Notice>
    );
  }
}
