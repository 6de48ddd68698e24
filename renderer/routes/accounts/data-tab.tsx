import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { ConflictsSection } from './conflicts-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { TimeZoneSection } from './time-zone-section.tsx';

/** What lies on the server for an account, and how it is synchronised. */
export function AccountDataTab({ account }: { readonly account: Account }): ReactNode {
  return (
    <>
      <PasswordSection account={account} />
      <StorageSection account={account} />
      <ConflictsSection account={account} />
      <TimeZoneSection account={account} />
    </>
  );
}
