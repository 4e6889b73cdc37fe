import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setWebSlices } from '#kernel/web/slice.ts';
import { queryClient } from '#kernel/web/use-operation.ts';
import { Router } from './router.tsx';
import { allWebSlices } from './slices.tsx';

setWebSlices(allWebSlices);

// A tab that was open over an upgrade asks for parts that are gone: it loads the new app once, keeping its address.
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('yd.reloaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  event.preventDefault();
  sessionStorage.setItem('yd.reloaded', String(Date.now()));
  window.location.reload();
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router />
      </QueryClientProvider>
    </StrictMode>,
  );
