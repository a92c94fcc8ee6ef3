import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/queries.ts';
import { router } from './app/router.ts';
import { startWorker } from './offline/builds.ts';
import { hasUnsent, sendUnsent } from './offline/catch-up.ts';
import './styles.css';

const place = document.getElementById('app');
if (!place) throw new RangeError('index.html has no element with the id "app"');

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

/** After the page: nothing of it waits for these. A development server has no worker to give. */
window.addEventListener('load', () => {
  void sendUnsent().catch(() => undefined); // kept, and sent with the next
  if (import.meta.env.PROD) void startWorker(hasUnsent);
});
