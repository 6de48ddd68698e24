import { MantineThemeProvider, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';

/** The corner where notices appear; the button that closes one has a name. */
export function Notices(): ReactNode {
  const { t } = useText();
  const theme = useMemo(
    () => ({
      components: {
        Notification: Notification.extend({
          defaultProps: { closeButtonProps: { 'aria-label': t('common.close') } },
        }),
      },
    }),
    [t],
  );
  return (
    <MantineThemeProvider inherit theme={theme}>
      <Notifications position="bottom-right" limit={4} />
    </MantineThemeProvider>
  );
}
