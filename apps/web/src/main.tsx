import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { ErrorBoundary } from './shell/error-boundary';
import { watchForNewVersion } from './shell/new-version';
import { Providers } from './shell/providers';
import './styles/tokens.css';
import './styles/base.css';

watchForNewVersion();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <Providers>
          <App />
        </Providers>
      </ErrorBoundary>
    </StrictMode>,
  );
}
