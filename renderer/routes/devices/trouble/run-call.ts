import type { Device } from '../../../../shared/model/device.ts';
import { client } from '../../../api/client.ts';
import type { TroubleCall } from './trouble-action.ts';

/** Does what a button of the troubleshooter promises. */
export async function runCall(what: TroubleCall, device: Device): Promise<void> {
  switch (what.call) {
    case 'sync-on':
      await client.settings.update({ sync: { active: true } });
      return;
    case 'unblock':
      await client.pending.recall({ id: what.clientId });
      return;
    case 'assign':
      await client.pending.assign({ id: what.clientId, deviceId: device.id });
      return;
    case 'gateway-on':
      await client.gateways.setActive({ id: what.gatewayId, active: true });
      return;
    case 'engine-on':
      await client.push.setActive({ active: true });
      return;
    case 'push-on':
      await client.devices.update({ id: device.id, pushEnabled: true });
      return;
    case 'resume':
      await client.devices.setPaused({ id: device.id, paused: false });
      return;
    case 'rename':
      await client.devices.update({ id: device.id, folders: [what.folder] });
      return;
    case 'report':
      await client.changes.report({
        account: what.accountId,
        folder: what.dataType,
        origin: 'admin',
      });
      return;
    case 'alert':
      await client.devices.alertNow({ id: device.id });
      return;
  }
}
