import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { createQueryClient } from './api/query-client.ts';
import { createAppRouter, fetchAhead } from './router/router.ts';
import { startTexts } from './texts/start-texts.ts';
import { pageNonce } from './theme/page-nonce.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';

const root = document.querySelector('#root');
if (root !== null) {
  setNonce(pageNonce());
  await startTexts();
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  fetchAhead(router);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
