import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Overview } from '../../../shared/model/system.ts';

let hasOpened = false;

/** Whether nothing has been set up at all: the guide is then the page to begin with. */
export function isFirstStart(
  overview: Pick<Overview, 'setupDone' | 'accounts' | 'devices' | 'gateways'>,
): boolean {
  return (
    !overview.setupDone &&
    overview.accounts === 0 &&
    overview.devices.total === 0 &&
    overview.gateways.total === 0
  );
}

/** Opens the guide in place of an overview of nothing; once, so that it can be left. */
export function useFirstStart(overview: Overview | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (overview === undefined || hasOpened) return;
    hasOpened = true;
    if (isFirstStart(overview)) void navigate({ to: '/setup', replace: true });
  }, [overview, navigate]);
}
