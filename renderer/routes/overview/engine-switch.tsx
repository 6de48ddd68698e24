import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/provider.tsx';
import { useEngineSwitch } from '../../commands/use-engine-switch.ts';

/** Switches the push engine on; off is on the push page, where it says what it means. */
export function EngineSwitch({ isActive }: { readonly isActive: boolean }): ReactNode {
  const { t } = useText();
  const { setActive, isRunning } = useEngineSwitch();
  if (isActive) return null;
  return (
    <Button
      size="compact-sm"
      loading={isRunning}
      onClick={() => {
        setActive(true);
      }}
    >
      {t('overview.activate')}
    </Button>
  );
}
