import type { Device, FolderInput } from '../../../../shared/model/device.ts';
import type { TroubleAction } from '../../../../shared/model/troubleshooter.ts';
import type { DataType } from '../../../../shared/model/words.ts';
import { dataTypeSchema } from '../../../../shared/model/words.ts';

/** Where a button of the troubleshooter leads. */
export interface TroublePlace {
  readonly to:
    | '/accounts'
    | '/devices'
    | '/sms'
    | '/settings'
    | '/guides'
    | '/trace/$traceId'
    | '/session/$sessionId';
  readonly search: Readonly<Record<string, string>>;
  readonly params: { readonly traceId?: string; readonly sessionId?: string };
}

/** What a button of the troubleshooter calls. */
export type TroubleCall =
  | { readonly call: 'sync-on' }
  | { readonly call: 'unblock'; readonly clientId: string }
  | { readonly call: 'assign'; readonly clientId: string }
  | { readonly call: 'gateway-on'; readonly gatewayId: string }
  | { readonly call: 'engine-on' }
  | { readonly call: 'push-on' }
  | { readonly call: 'resume' }
  | { readonly call: 'rename'; readonly folder: FolderInput }
  | { readonly call: 'report'; readonly accountId: string; readonly dataType: DataType }
  | { readonly call: 'alert' };

/** What a press of the button does. `again`: the chain is walked once more. */
export type TroubleStepToTake =
  | { readonly kind: 'go'; readonly place: TroublePlace }
  | { readonly kind: 'call'; readonly what: TroubleCall }
  | { readonly kind: 'again' };

function go(
  to: TroublePlace['to'],
  search: TroublePlace['search'] = {},
  params: TroublePlace['params'] = {},
): TroubleStepToTake {
  return { kind: 'go', place: { to, search, params } };
}

function call(what: TroubleCall): TroubleStepToTake {
  return { kind: 'call', what };
}

/** What is done for an action: a call where one is enough, else the place where a person does it. */
export function takeAction(action: TroubleAction, device: Device): TroubleStepToTake {
  const { id, value } = action;
  const tab = (name: string, more: Readonly<Record<string, string>> = {}): TroubleStepToTake =>
    go('/devices', { open: device.id, tab: name, ...more });
  const accountId = id ?? device.accountId;
  switch (action.kind) {
    case 'show-settings':
      return go('/settings', { section: value ?? 'devices' });
    case 'set-account-password':
    case 'connect-mailbox':
      return go('/accounts', { open: accountId, tab: 'details' });
    case 'switch-sync-on':
      return call({ call: 'sync-on' });
    case 'unblock-client':
      return id === null
        ? go('/devices', { state: 'pending' })
        : call({ call: 'unblock', clientId: id });
    case 'assign-client':
      return id === null
        ? go('/devices', { state: 'pending' })
        : call({ call: 'assign', clientId: id });
    case 'send-configuration':
      return tab('setup', { do: 'send' });
    case 'send-link':
      return tab('setup', { do: 'link' });
    case 'show-guide':
      return go('/guides', { device: device.id });
    case 'show-session':
      return id === null ? tab('sessions') : go('/session/$sessionId', {}, { sessionId: id });
    case 'add-gateway':
      return go('/sms');
    case 'switch-gateway-on':
      return id === null ? go('/sms') : call({ call: 'gateway-on', gatewayId: id });
    case 'test-gateway':
      return go('/sms', id === null ? {} : { open: id, view: 'test' });
    case 'show-routes':
      return go('/sms', { tab: 'routes' });
    case 'switch-engine-on':
      return call({ call: 'engine-on' });
    case 'switch-push-on':
      return call({ call: 'push-on' });
    case 'resume-device':
      return call({ call: 'resume' });
    case 'set-number':
      return tab('settings');
    case 'tick-folder':
      return tab('folders');
    case 'rename-folder': {
      const folder = device.folders.find((one) => one.id === id);
      return folder === undefined || value === null
        ? tab('folders')
        : call({ call: 'rename', folder: { ...folder, name: value } });
    }
    case 'report-change': {
      const dataType = dataTypeSchema.safeParse(value);
      return dataType.success
        ? call({ call: 'report', accountId, dataType: dataType.data })
        : go('/accounts', { open: accountId });
    }
    case 'alert-now':
      return call({ call: 'alert' });
    case 'show-trace':
      return id === null ? tab('alerts') : go('/trace/$traceId', {}, { traceId: id });
    case 'resolve-mismatch':
      return tab('client');
    case 'wait':
      return { kind: 'again' };
  }
}
