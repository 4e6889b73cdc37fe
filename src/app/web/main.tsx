import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setWebSlices } from '#kernel/web/slice.ts';
import { queryClient } from '#kernel/web/use-operation.ts';
import { Router } from './router.tsx';
import { allWebSlices } from './slices.tsx';

setWebSlices(allWebSlices);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Router />
      </QueryClientProvider>
    </StrictMode>,
  );
