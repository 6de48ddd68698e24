import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { link } from './api/client.ts';
import { useConnection } from './api/connection.ts';
import { startLiveUpdates } from './api/live.ts';
import { createQueryClient } from './api/queries.ts';
import { Notices } from './components/notices.tsx';
import { TextProvider } from './i18n/provider.tsx';
import { router } from './router.tsx';
import { SignInPage } from './routes/sign-in/index.tsx';
import { ThemeProvider } from './theme/provider.tsx';

function Inside(): ReactNode {
  const isSignedOut = useConnection((store) => store.state === 'signed-out');
  return isSignedOut ? <SignInPage /> : <RouterProvider router={router} />;
}

/** The whole console. */
export function App(): ReactNode {
  const [queries] = useState(createQueryClient);
  useEffect(() => {
    link.connect();
    return startLiveUpdates(queries);
  }, [queries]);
  return (
    <QueryClientProvider client={queries}>
      <TextProvider>
        <ThemeProvider>
          <Notices />
          <Inside />
        </ThemeProvider>
      </TextProvider>
    </QueryClientProvider>
  );
}
