import { useQuery } from '@tanstack/react-query';
import { isDesktop } from '../api/bridge.ts';
import { orpc } from '../api/client.ts';
import type { AddressFacts } from './phone-addresses.ts';

/** What is known of the ways to this server; undefined until everything is read. */
export function useAddressFacts(): AddressFacts | undefined {
  const { data: settings } = useQuery(orpc.settings.get.queryOptions({}));
  const { data: status } = useQuery(orpc.system.status.queryOptions({}));
  const { data: certificate } = useQuery(orpc.settings.certificate.queryOptions({}));
  if (settings === undefined || status === undefined || certificate === undefined) return undefined;
  return {
    publicUrl: settings.listeners.publicUrl,
    listeners: status.listeners,
    // Until there is a certificate, the name by which a browser has come is one that works.
    names: [...new Set([...certificate.names, ...(isDesktop() ? [] : [location.hostname])])],
  };
}
